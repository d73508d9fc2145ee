import fc from 'fast-check';
import { XmlRpcDateTime, type XmlRpcValue } from '../../../../src/wire/xmlrpc/index.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML cannot carry
const NOT_CARRIABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u;

/** Texts that XML 1.0 can carry, full of what it treats in its own way. */
export const carriableText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '01234',
          '1e5',
          '  ',
          '\n',
          '\r',
          '\r\n',
          '\t',
          ']]>',
          ']]',
          '<',
          '>',
          '&',
          '&amp;',
          '&#13;',
          '<![CDATA[',
          '-->',
          '😀',
          '__proto__',
          '\u0085',
          '\u2028',
          '\ufeff',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => !NOT_CARRIABLE.test(text)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

export const int32: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -2147483648, max: 2147483647 }),
  fc.constantFrom(-2147483648, -1, 0, 1, 2147483647),
);

export const finiteDouble: fc.Arbitrary<number> = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => value + 0);

export const int64: fc.Arbitrary<bigint> = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

export const bytes: fc.Arbitrary<Uint8Array> = fc.uint8Array({ maxLength: 40 });

const dateTime: fc.Arbitrary<XmlRpcValue> = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(date.toISOString(), date.toISOString().slice(0, 19).replaceAll('-', '')))
  .map((text) => XmlRpcDateTime.decode(text) ?? null);

/** Values built from `leaf`, structs with keys of `names`. */
export const valuesOf = (
  leaf: fc.Arbitrary<XmlRpcValue>,
  names: fc.Arbitrary<string>,
): fc.Arbitrary<XmlRpcValue> =>
  fc.letrec<{ value: XmlRpcValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((members) => new Map(members)),
    ),
  })).value;

export const anyValue: fc.Arbitrary<XmlRpcValue> = valuesOf(
  fc.oneof<fc.Arbitrary<XmlRpcValue>[]>(
    int32,
    finiteDouble,
    int64,
    fc.boolean(),
    carriableText,
    bytes,
    dateTime,
    fc.constant(null),
  ),
  carriableText,
);
