const GRAMMAR = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** What .NET calls the date that nobody has set. */
const UNSET_YEAR = '0001';

/** Gives the times that a panel writes without a zone their place on the earth. */
export class WallClock {
  private readonly format: Intl.DateTimeFormat;

  /** @param timeZone - IANA name of the zone in which the panel's clock hangs; throws RangeError for another one */
  constructor(timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /**
   * Turns `2016-04-06T09:15:27.347` into `2016-04-06T09:15:27.347+02:00`; a time that states its zone is kept. An hour
   * that exists twice, or not at all, since clocks are changed in it, is taken for standard time, as .NET takes it.
   *
   * @returns `null` for what is no day and time of the calendar, and for the year 1, which means "never"
   */
  toRfc3339(text: string): string | null {
    const [, year = '', month, day, hour, minute, second, , zone] = GRAMMAR.exec(text) ?? [];
    if (year === '' || year === UNSET_YEAR) return null;
    const asUtc = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    // Date takes the 31st of February for the 2nd of March.
    if (Number.isNaN(asUtc) || new Date(asUtc).getUTCDate() !== Number(day)) return null;
    return zone === undefined ? text + offsetText(this.offsetOf(asUtc)) : text;
  }

  /**
   * What the clock shows at an instant, to the second: `2016-04-06T09:15:27`.
   *
   * @param instantMs - milliseconds since 1970
   */
  fromInstant(instantMs: number): string {
    return new Date(instantMs + this.offsetAt(instantMs)).toISOString().replace(/\..*$/, '');
  }

  /** Milliseconds east of Greenwich, for a time on the wall that is given as if it were in UTC. */
  private offsetOf(asUtc: number): number {
    const before = this.offsetAt(asUtc - DAY_MS);
    const after = this.offsetAt(asUtc + DAY_MS);
    if (before === after) return before;
    const isBefore = this.offsetAt(asUtc - before) === before;
    const isAfter = this.offsetAt(asUtc - after) === after;
    if (isBefore === isAfter) return Math.min(before, after);
    return isBefore ? before : after;
  }

  private offsetAt(instantMs: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(instantMs)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instantMs;
  }
}

/** `+02:00`; zones of the 19th century with seconds in them to the nearest minute, which is all that there is room for. */
function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
