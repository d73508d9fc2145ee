import type { Config } from '../config/index.js';
import { openBackend } from '../gateway.js';
import { createLog } from '../log/index.js';
import { type Backend, CallAborter } from '../model/index.js';
import { toTable } from './table.js';

/** What to print, and whether every backend answered. */
export interface Pinged {
  readonly text: string;
  readonly isDone: boolean;
}

/** Asks each backend something harmless with its login, side by side, and tells how it went: no answer, no secret. */
export async function pingBackends(config: Config): Promise<Pinged> {
  const log = createLog('silent');
  const backends = Object.entries(config.backends).map(([name, entry]) => openBackend(name, entry, log));
  try {
    const results = await Promise.all(backends.map(ping));
    return {
      text: toTable(results.map(({ row }) => row)),
      isDone: results.every(({ isDone }) => isDone),
    };
  } finally {
    await Promise.all(backends.map((backend) => backend.close()));
  }
}

async function ping(backend: Backend): Promise<{ row: string[]; isDone: boolean }> {
  const { name } = backend;
  if (backend.ping === undefined) return { row: [name, '-', '', 'cannot be asked'], isDone: true };
  const startedAt = performance.now();
  const scope = { credentials: null, signal: new CallAborter() };
  const failure = await backend.ping(scope).then(
    () => null,
    (error: unknown) => error,
  );
  const time = `${Math.round(performance.now() - startedAt)} ms`;
  if (failure === null) return { row: [name, 'OK', time, ''], isDone: true };
  return { row: [name, codeOf(failure), time, messageOf(failure)], isDone: false };
}

const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
};

/** Errors that the gateway foresaw are fit to be told; others may say anything. */
const messageOf = (error: unknown): string =>
  error instanceof Error && 'origin' in error ? error.message : 'Nobody foresaw this.';
