/**
 * The server's refusal of a call that it has dispatched: the envelope with status -1. No public list of
 * `extype_id` values exists: 21 with module OpenAPI is the one known pair, the others are this simulator's own.
 *
 * @see osaAPI, README, "Error handling"
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  private constructor(
    message: string,
    readonly extypeId: number,
  ) {
    super(message);
  }

  static invalidArguments(reason: string): Refusal {
    return new Refusal(reason, EXTYPE.invalidArguments);
  }

  static notFound(what: string, key: string | number): Refusal {
    return new Refusal(`${what} ${key} was not found`, EXTYPE.notFound);
  }

  /** The transaction is not open any more, or never was. */
  static noTransaction(reason: string): Refusal {
    return new Refusal(reason, EXTYPE.noTransaction);
  }

  static exists(what: string, key: string | number): Refusal {
    return new Refusal(`${what} ${key} exists already`, EXTYPE.exists);
  }

  static overLimit(reason: string): Refusal {
    return new Refusal(reason, EXTYPE.overLimit);
  }

  /** The object is in a state in which this cannot be done. */
  static wrongState(reason: string): Refusal {
    return new Refusal(reason, EXTYPE.wrongState);
  }

  static hasChildren(reason: string): Refusal {
    return new Refusal(reason, EXTYPE.hasChildren);
  }

  /** The method is there for the sake of its name alone. */
  static notSupported(reason: string): Refusal {
    return new Refusal(reason, EXTYPE.notSupported);
  }

  static weakPassword(reason: string): Refusal {
    return new Refusal(reason, EXTYPE.weakPassword);
  }
}

export const MODULE_ID = 'OpenAPI';

export const EXTYPE = {
  notFound: 4,
  exists: 5,
  overLimit: 6,
  weakPassword: 7,
  wrongState: 9,
  hasChildren: 10,
  noTransaction: 12,
  notSupported: 13,
  invalidArguments: 21,
} as const;

/** The row, or the refusal that there is none. */
export function found<Row>(row: Row | undefined, what: string, key: string | number): Row {
  if (row === undefined) throw Refusal.notFound(what, key);
  return row;
}
