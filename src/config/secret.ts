import { inspect } from 'node:util';

const HIDDEN = '***';

/**
 * A password or key of the configuration. Whatever prints it, as text, as JSON or by `inspect`, prints `***`, so
 * that a logged settings object cannot leak it; only `reveal` tells, at the place where it is sent.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
