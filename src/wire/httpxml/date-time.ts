const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?`;
const TIME = String.raw`(?:\s+${CLOCK}(?:\s*(?<half>[AP]M))?)?`;

const FORMS: readonly RegExp[] = [
  // 11/25/2015, 5/3/2010 2:14:59 AM
  new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})${TIME}$`, 'i'),
  // Apr 01, 2013; Nov 11 2011 12:00AM; a day of one digit may have a blank more before it
  new RegExp(String.raw`^(?<name>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})${TIME}$`, 'i'),
  // 2015-09-21 20:48:58.000, 2016-05-23T08:50:21.673
  new RegExp(
    String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ]${CLOCK}(?<zone>Z|[+-]\d{2}:?\d{2})?)?$`,
    'i',
  ),
];

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Hour of the day from one that is written with or without AM and PM; `undefined` for one that does not exist. */
function toHour(written: number, half: string | undefined): number | undefined {
  if (half === undefined) return written < 24 ? written : undefined;
  if (written < 1 || written > 12) return undefined;
  return (written % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

const padded = (value: number): string => String(value).padStart(2, '0');

/** By the first form that fits. */
function groupsOf(text: string): Partial<Record<string, string>> | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) return groups;
  }
  return undefined;
}

/**
 * Reads a date in any of the forms that the service writes, American ones with the month first among them.
 *
 * @param text - without blanks around it
 * @returns `2015-11-25` where no time of day is written, else `2010-05-03T02:14:59`, both as the service's own
 *   calendar and clock have them, since it states no zone; a zone that is stated all the same stays at the end.
 *   Fractions of a second are left out. `undefined` for what is no such date, 30 February among them
 */
export function toIsoDateTime(text: string): string | undefined {
  const groups = groupsOf(text);
  if (groups === undefined) return undefined;
  const year = Number(groups.year);
  const month =
    groups.name === undefined ? Number(groups.month) : MONTHS.indexOf(groups.name.toLowerCase()) + 1;
  const day = Number(groups.day);
  const longest = month === 2 && !isLeapYear(year) ? 28 : DAYS_OF_MONTH[month - 1];
  if (longest === undefined || day < 1 || day > longest) return undefined;
  const date = `${groups.year}-${padded(month)}-${padded(day)}`;
  if (groups.hour === undefined) return date;
  const hour = toHour(Number(groups.hour), groups.half);
  const minute = Number(groups.minute);
  const second = Number(groups.second ?? 0);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  return `${date}T${padded(hour)}:${padded(minute)}:${padded(second)}${groups.zone?.toUpperCase() ?? ''}`;
}
