import pino from 'pino';
import { TurnLines } from './turn-lines.js';

/** What parts of the gateway may write to. */
export type Log = pino.Logger;

/** Wherever one of these stands in what is logged, up to two levels down, `***` is written. */
const SECRET_KEYS = [
  'password',
  'passwd',
  'pw',
  'secret',
  'token',
  'apiKey',
  'authorization',
  'cookie',
  'cardNumber',
];

/**
 * The log: JSON lines. Standard output belongs to the listening line, so they go to standard error unless told
 * otherwise.
 *
 * @param level - the least that is written; `silent` for nothing
 */
export function createLog(level: string, destination: pino.DestinationStream = standardError()): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        censor: '***',
      },
    },
    destination,
  );
}

/** The same log for lines of known members none of which is a secret: they are not searched for any. */
export const unsearched = (log: Log): Log => log.child({}, { redact: [] });

let shared: TurnLines | undefined;

/** One for the process, so that its lines keep their order. */
function standardError(): pino.DestinationStream {
  if (shared === undefined) {
    const lines = new TurnLines(pino.destination({ dest: 2, sync: true }));
    process.once('exit', () => lines.flush());
    shared = lines;
  }
  return shared;
}
