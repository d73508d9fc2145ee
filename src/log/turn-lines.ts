import type pino from 'pino';

const WARN = 40;

/** On a destination it has pino say the level of a line before it writes it. */
const WITH_METADATA: unique symbol = Symbol.for('pino.metadata');

/** So much is not kept back. */
const MAX_KEPT_CHARACTERS = 64 * 1024;

/**
 * Writes the lines of one turn of the event loop together, as a write costs more than all else about a line. From
 * `warn` on a line is written at once, and what was kept before it: the line that says why a process died must not die
 * with it.
 */
export class TurnLines implements pino.DestinationStream {
  readonly [WITH_METADATA] = true;
  /** Of the line that is about to be written. */
  lastLevel = 0;
  private kept = '';

  constructor(private readonly destination: pino.DestinationStream) {}

  write(line: string): void {
    const isFirst = this.kept === '';
    this.kept += line;
    if (this.lastLevel >= WARN || this.kept.length > MAX_KEPT_CHARACTERS) this.flush();
    else if (isFirst) setImmediate(() => this.flush());
  }

  /** Writes what is kept; to be called before the process ends, too. */
  flush(): void {
    if (this.kept === '') return;
    const lines = this.kept;
    this.kept = '';
    this.destination.write(lines);
  }
}
