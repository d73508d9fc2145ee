import { startSandbox } from '../../../src/sandbox/start.js';

/** A process that starts a sandbox, tells its parent where the sandbox answers, and stays. */
const { backends } = await startSandbox();
process.send?.(new URL('/_sandbox/calls', String(backends.poa?.url)).href);
