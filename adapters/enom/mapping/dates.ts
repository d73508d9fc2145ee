/**
 * The day of a date that the service has written, on the service's own calendar: it states no zone, so nothing is
 * shifted.
 *
 * @param dateTime - ISO form, with or without a time of day
 */
export const dayOf = (dateTime: string | null): string | null => dateTime?.slice(0, 10) ?? null;
