const KEY = /^[\u0021-\u007e]{1,128}$/;

/** Whether a text can name a change: 1 to 128 printable ASCII characters without blanks. */
export const isIdempotencyKey = (text: string): boolean => KEY.test(text);
