import { databaseFault } from './soap/soap-fault.js';

/** The year of the oldest date that SQL Server's `datetime` holds. */
const FIRST_SQL_YEAR = 1753;

/**
 * The server's wall clock. Dates are kept as the database keeps them, local and without zone
 * (`2024-03-01T09:15:27.347`), to 1/300 of a second.
 */
export class ServerClock {
  private readonly format: Intl.DateTimeFormat;

  /**
   * @param timeZone - IANA name of the zone that the server lives in
   * @param instant - the present; a test passes its own
   */
  constructor(
    timeZone: string,
    private readonly instant: () => Date,
  ) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The present as wall clock. */
  now(): string {
    return this.toWallClock(this.instant().getTime());
  }

  /**
   * What the database stores for a date of a request: a zone-less one as it stands, one with `Z` as if it had
   * none, one with an offset shifted to the server's zone.
   *
   * @throws SoapFault (Server) for years before 1753, among them the year 1 of a date left out
   */
  store(sent: string): string {
    const [, stated = '', zone = ''] = /^(.*?)(Z|[+-]\d{2}:\d{2})?$/.exec(sent) ?? [];
    const wall = stated.includes('T') ? stated : `${stated}T00:00:00`;
    if (Number(wall.slice(0, 4)) < FIRST_SQL_YEAR) {
      throw databaseFault(
        'SqlDateTime overflow. Must be between 1/1/1753 12:00:00 AM and 12/31/9999 11:59:59 PM.',
      );
    }
    const milliseconds = Date.parse(`${wall.slice(0, 23)}Z`);
    if (zone === '' || zone === 'Z') return writeWallClock(milliseconds);
    return this.toWallClock(Date.parse(`${wall.slice(0, 23)}${zone}`));
  }

  /** A stored date as DataSets write it: with the offset that the server's zone had then. */
  withOffset(wall: string): string {
    const asUtc = Date.parse(`${wall}Z`);
    // Two steps, since the offset is known only for an instant and the first guess may lie across a change.
    const guess = this.offsetMs(asUtc);
    const offsetMinutes = this.offsetMs(asUtc - guess) / 60_000;
    const sign = offsetMinutes < 0 ? '-' : '+';
    const minutes = Math.round(Math.abs(offsetMinutes));
    const two = (value: number) => String(value).padStart(2, '0');
    return `${wall}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }

  private toWallClock(instantMs: number): string {
    return writeWallClock(instantMs + this.offsetMs(instantMs));
  }

  private offsetMs(instantMs: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(instantMs)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const wholeSeconds = Math.floor(instantMs / 1000) * 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds;
  }
}

/** Rounded to SQL's 1/300 s, trailing zeros of the fraction trimmed. */
function writeWallClock(wallMs: number): string {
  const rounded = Math.round((Math.round((wallMs * 3) / 10) * 10) / 3);
  return new Date(rounded)
    .toISOString()
    .replace(/(\.\d*?)0*Z$/, (_, fraction: string) => (fraction === '.' ? '' : fraction));
}
