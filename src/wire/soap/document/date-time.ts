const GRAMMAR = /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** Whether `text` is an `xs:dateTime`, with a zone or without. Fields are not checked against the calendar. */
export const isDateTime = (text: string): boolean => GRAMMAR.test(text);

/** Whether it is one without a zone, which is how ASP.NET writes, and best reads, a clock on a wall. */
export const isWallClock = (text: string): boolean =>
  GRAMMAR.exec(text)?.[1] === undefined && isDateTime(text);
