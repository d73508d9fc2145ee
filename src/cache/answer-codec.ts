/** An answer holds something that would not come back as it was, or that must not be kept. */
export class NotKeepableError extends Error {
  constructor(what: string) {
    super(`An answer with ${what} is not kept.`);
    this.name = 'NotKeepableError';
  }
}

/** The member under which a value stands that JSON has no form for; no panel's member is taken for it. */
const TAG = '$';
type Tagged = { readonly [TAG]: readonly [kind: string, value?: unknown] };

/**
 * An answer of a panel as text, from which {@link decodeAnswer} makes an equal one.
 *
 * @param answer - plain objects and lists of texts, numbers, bigints, booleans, bytes, dates, null and undefined
 * @throws {@link NotKeepableError} on anything else; on an Error, too: a row that could not be read is asked for again
 */
export const encodeAnswer = (answer: unknown): string => JSON.stringify(toJson(answer));

/** @throws SyntaxError or TypeError if `text` is none of {@link encodeAnswer}'s */
export const decodeAnswer = (text: string): unknown => fromJson(JSON.parse(text));

const tagged = (kind: string, value?: unknown): Tagged => ({
  [TAG]: value === undefined ? [kind] : [kind, value],
});

function toJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : tagged('number', numberText(value));
    case 'bigint':
      return tagged('bigint', value.toString());
    case 'undefined':
      return tagged('undefined');
    case 'object':
      return value === null ? null : objectToJson(value);
    default:
      throw new NotKeepableError(`a ${typeof value}`);
  }
}

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

function objectToJson(value: object): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Uint8Array) return tagged('bytes', Buffer.from(value).toString('base64'));
  if (value instanceof Date) return tagged('date', String(value.getTime()));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotKeepableError(value instanceof Error ? 'an error in it' : 'an object of a class');
  }
  const members = fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member)]));
  return Object.hasOwn(value, TAG) ? tagged('object', members) : members;
}

function fromJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromJson);
  return Object.hasOwn(value, TAG) ? fromTagged(value as Tagged) : membersFromJson(value);
}

function fromTagged({ [TAG]: [kind, value] }: Tagged): unknown {
  switch (kind) {
    case 'number':
      return Number(value);
    case 'bigint':
      return BigInt(String(value));
    case 'undefined':
      return undefined;
    case 'bytes':
      return new Uint8Array(Buffer.from(String(value), 'base64'));
    case 'date':
      return new Date(Number(value));
    case 'object':
      return membersFromJson(Object(value));
    default:
      throw new TypeError('An answer that was kept has a part of an unknown kind.');
  }
}

const membersFromJson = (value: object): object =>
  fromEntries(Object.entries(value).map(([name, member]) => [name, fromJson(member)]));

/** `Object.fromEntries` defines members, so that one called `__proto__` is a member like any other. */
const fromEntries = (entries: ReadonlyArray<readonly [string, unknown]>): object =>
  Object.fromEntries(entries);
