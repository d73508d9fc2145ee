/** What is wrong with one setting. */
export interface Problem {
  /** Its place, `backends.poa.url`; empty for the file as a whole. */
  readonly path: string;
  /** The rule and the shape of what was found, never the value. */
  readonly message: string;
}

/** The configuration cannot be used. Thrown at the start only, with everything that is wrong. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(toLine).join('\n'));
    this.name = 'ConfigError';
  }
}

const toLine = ({ path, message }: Problem): string => (path === '' ? message : `${path}: ${message}`);
