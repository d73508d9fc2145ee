const DAY_MS = 86_400_000;

/** `11/25/2015`. The service states no zone; this simulator writes UTC. */
export function slashDate(date: Date): string {
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
}

/** `5/3/2010 2:14:59 AM`, in UTC as {@link slashDate}. */
export function slashDateTime(date: Date): string {
  const hours = date.getUTCHours();
  const padded = (value: number) => String(value).padStart(2, '0');
  const time = `${hours % 12 || 12}:${padded(date.getUTCMinutes())}:${padded(date.getUTCSeconds())}`;
  return `${slashDate(date)} ${time} ${hours < 12 ? 'AM' : 'PM'}`;
}

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}

/** The same day of a later month; 31 January and one month give the last day of February. */
export function addMonths(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return moved;
}

export function startOfDay(date: Date): Date {
  return new Date(Math.floor(date.getTime() / DAY_MS) * DAY_MS);
}

/** An order's amount: `15`, `4.50`. */
export function orderAmount(minor: number): string {
  return minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2);
}

/** A balance: `3,709.20`. */
export function balanceAmount(minor: number): string {
  return (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');

export const trueFalse = (value: boolean): string => (value ? 'True' : 'False');

export const oneZero = (value: boolean): string => (value ? '1' : '0');
