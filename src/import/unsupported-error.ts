/** What a method needs cannot be expressed, so that it is left out; the message says what. */
export class UnsupportedError extends Error {}
