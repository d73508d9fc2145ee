import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isAnnouncement, type SandboxBackends, type SandboxPorts } from './announcement.js';

export interface Sandbox {
  /** What a configuration has under `backends` to reach the simulators. */
  readonly backends: SandboxBackends;
  /** The process that the simulators run in. */
  readonly pid: number;
  /** Ends that process; resolves when it has ended. Safe to call twice. */
  close(): Promise<void>;
}

export interface StartSandboxOptions {
  readonly ports?: SandboxPorts;
  /** How long the simulators may take to listen, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Compilation by tsx on a busy machine takes seconds; compiled, the start takes a tenth of one. */
const START_TIMEOUT_MS = 30_000;
const END_TIMEOUT_MS = 2_000;

/**
 * Starts all simulators in a child process. The child ends with this process, however that ends: it watches the
 * channel between the two, which the operating system closes.
 *
 * @throws Error if the child ends before its simulators listen (it says why on stderr), or takes too long.
 */
export async function startSandbox({
  ports = {},
  timeoutMs = START_TIMEOUT_MS,
}: StartSandboxOptions = {}): Promise<Sandbox> {
  const { entry, execArgv } = entryPoint();
  const child = fork(entry, [JSON.stringify(ports)], {
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const backends = await announced(child, timeoutMs);
    return { backends, pid: child.pid ?? 0, close: () => endProcess(child) };
  } catch (error) {
    await endProcess(child);
    throw error;
  }
}

/** `main` beside this file, in the form that this file itself runs in: compiled, or TypeScript under tsx or vitest. */
function entryPoint(): { entry: string; execArgv: string[] } {
  const isSource = import.meta.url.endsWith('.ts');
  return {
    entry: fileURLToPath(new URL(isSource ? './main.ts' : './main.js', import.meta.url)),
    // By its path: a bare name would be looked up from the working directory.
    execArgv: isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [],
  };
}

async function announced(child: ChildProcess, timeoutMs: number): Promise<SandboxBackends> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The sandbox was not ready within ${timeoutMs} ms`)),
      timeoutMs,
    );
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    child.on('message', (message) => {
      if (isAnnouncement(message)) settle(() => resolve(message.backends));
    });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code, signal) =>
      settle(() => reject(new Error(`The sandbox ended before it was ready (${signal ?? `code ${code}`})`))),
    );
  });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  else child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
