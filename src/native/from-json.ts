import type { Members, Shape } from '../operation/shape.js';
import { toDouble } from './scalars.js';
import { isWide, membersByTwin } from './twin-name.js';

/**
 * Parameters as JSON writes them, by the panel's names, as a shape has them: 64-bit integers may be texts of digits,
 * bytes are base64. What does not fit is left as it is, for the check to find. A member that is null is left out, as
 * in GraphQL, unless the shape takes any value there.
 */
export function fromJson(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'int64':
      return toInt64(value);
    case 'double':
      return toDouble(value);
    case 'decimal':
      return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    case 'bytes':
      return typeof value === 'string' && isBase64(value)
        ? new Uint8Array(Buffer.from(value, 'base64'))
        : value;
    case 'array':
      return Array.isArray(value) ? value.map((item: unknown) => fromJson(shape.of as Shape, item)) : value;
    case 'struct':
      return isObject(value) ? membersFromJson(shape.members, value) : value;
    default:
      return value;
  }
}

function membersFromJson(members: Members, value: Readonly<Record<string, unknown>>): unknown {
  const byTwin = membersByTwin(members);
  const given = Object.entries(value);
  // Of the two forms of a number the 64-bit one counts, and the last one stays.
  if (byTwin.size > 0) given.sort(([one], [other]) => Number(isWide(one)) - Number(isWide(other)));
  // Unlike assignment, `fromEntries` makes of `__proto__` a member like the others.
  return Object.fromEntries(
    given.flatMap(([written, one]) => {
      const name = Object.hasOwn(members, written) ? written : byTwin.get(written);
      const member: Shape | undefined = name === undefined ? undefined : members[name];
      if (member === undefined) return [[written, one]];
      return one === null && member.kind !== 'any' ? [] : [[name, fromJson(member, one)]];
    }),
  );
}

function toInt64(value: unknown): unknown {
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value);
  return isNumber || (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) ? BigInt(value) : value;
}

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
