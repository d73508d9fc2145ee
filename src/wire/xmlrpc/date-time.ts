const GRAMMAR =
  /^([0-9]{4})-?([0-9]{2})-?([0-9]{2})T([0-9]{2}):?([0-9]{2}):?([0-9]{2})(?:[.,]([0-9]{1,9}))?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?$/;

/** `Z` or `+hh:mm` as minutes east of Greenwich. */
function toOffsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? 0 - minutes : minutes;
}

/**
 * A `<dateTime.iso8601>`: fields on a calendar and a clock, since the protocol states no zone; the adapter
 * knows its panel's and applies it. Fields are as written and may be no date at all: peers send
 * `00000000T00:00:00` for "never".
 *
 * @see XML-RPC Specification, "What timezone should be assumed for the dateTime.iso8601 type?"
 */
export class XmlRpcDateTime {
  private constructor(
    /** As written, without the white space around it: what a re-encoded value says again. */
    readonly text: string,
    readonly year: number,
    /** 1 for January. */
    readonly month: number,
    readonly day: number,
    readonly hour: number,
    readonly minute: number,
    readonly second: number,
    /** Fraction of the second, to the nanosecond; 0 when none is written. */
    readonly nanosecond: number,
    /** Minutes east of Greenwich where the peer states a zone against the specification, else `null`. */
    readonly offsetMinutes: number | null,
  ) {
    Object.freeze(this);
  }

  /**
   * Reads `19980717T14:08:55`, with or without dashes and colons, with a fraction and a zone if there are
   * some.
   *
   * @returns `undefined` if `text` is nothing of the kind
   */
  static decode(text: string): XmlRpcDateTime | undefined {
    const trimmed = text.trim();
    const match = GRAMMAR.exec(trimmed);
    if (match === null) return undefined;
    const field = (index: number): number => Number(match[index]);
    const [, , , , , , , fraction = '', zone] = match;
    return new XmlRpcDateTime(
      trimmed,
      field(1),
      field(2),
      field(3),
      field(4),
      field(5),
      field(6),
      Number(fraction.padEnd(9, '0')),
      zone === undefined ? null : toOffsetMinutes(zone),
    );
  }

  toString(): string {
    return this.text;
  }
}
