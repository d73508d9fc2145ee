import pino from 'pino';

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
 * otherwise. Writes at once: the line that says why a process died must not die with it.
 *
 * @param level - the least that is written; `silent` for nothing
 */
export function createLog(level: string, destination: pino.DestinationStream = pino.destination(2)): Log {
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
