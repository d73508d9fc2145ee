import pino from 'pino';

/**
 * What adds lines to standard error as the log does: at once and whole, also while nobody reads them fast enough. For
 * lines that have to be there whatever the level of the log is.
 */
export function openStandardError(): (line: string) => void {
  const destination = pino.destination({ dest: 2, sync: true });
  return (line) => {
    destination.write(`${line}\n`);
  };
}
