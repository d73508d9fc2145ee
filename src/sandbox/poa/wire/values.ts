/** A `<double>`. The package turns it into a number, and 10.0 would then pass for an int. */
export class Double {
  constructor(readonly value: number) {}

  toJSON(): number {
    return this.value;
  }
}

/** What a request can carry. A number is always an `<int>` or `<i4>` of 32 bits. */
export type Received = string | number | boolean | Double | Date | Buffer | Received[] | ReceivedStruct;

/** Without a prototype, so that a member named `__proto__` is a member like others. */
export interface ReceivedStruct {
  readonly [member: string]: Received;
}

/** What an answer can carry. A number is an `<int>` of 32 bits; larger ones are decimal strings. */
export type Sent = string | number | boolean | readonly Sent[] | SentStruct;

export interface SentStruct {
  readonly [member: string]: Sent;
}

export function isStruct(value: Received | undefined): value is ReceivedStruct {
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof Double) &&
    !(value instanceof Date) &&
    !Buffer.isBuffer(value)
  );
}
