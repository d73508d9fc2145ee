import type { Coverage } from '../coverage.js';
import { SERVICES } from './services.js';

/** Every method keeps to the simulator's accounts, packages and plans. */
export const MSPC_COVERAGE: Coverage = Object.fromEntries(
  [...SERVICES.values()].flatMap(({ methodNames }) => methodNames).map((name) => [name, 'stateful'] as const),
);
