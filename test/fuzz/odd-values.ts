import fc from 'fast-check';
import { NODE_TYPES } from '../../src/model/index.js';
import { CUSTOMERS } from '../access/change-cases.js';

/** Names that every object has without having been given them. */
export const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
] as const;

/** Texts that code which is careless somewhere trips over. */
export const oddTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...PROTOTYPE_NAMES),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\r\nX-Injected: 1',
    '\u001b[31m',
    '\ud800',
    '\uffff',
    '%00',
    '%',
    '%zz',
    '../..',
  ),
  fc.constantFrom('1e999', '-0', '9'.repeat(400), 'NaN', 'null', 'true', '[object Object]', '{{7*7}}'),
  fc.string({ maxLength: 30, unit: 'binary' }),
);

const backend = fc.oneof(fc.constantFrom('poa', 'mspc', 'hsphere', 'enom', 'nobody'), oddTexts);
const type = fc.oneof(fc.constantFrom(...NODE_TYPES, 'Task'), oddTexts);
const native = fc.oneof(
  fc.constantFrom(
    '1000005',
    '12',
    '5001',
    'nordlicht.example',
    '-1',
    '0',
    '2147483648',
    '9'.repeat(40),
    '1.0',
    '0x1',
  ),
  fc.constantFrom('1 OR 1=1', 'a:b:c', 'a~1', 'a~', '~', 'a@b', '@', '1;2', '01'),
  oddTexts,
);

/** Ids that look like ids of the graph, and some that do not. */
export const oddIds: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(backend, type, native).map((parts) => parts.join(':')) },
  oddTexts,
);

/** Ids of objects that the sandbox has, among others. */
export const ids: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...Object.values(CUSTOMERS).flatMap(({ ids: known }) => Object.values(known))),
  oddIds,
);

/** Cursors, whole ones, forged ones and none. */
export const oddCursors: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom('key', 'offset', 'Key', '__proto__', ''), fc.oneof(native, oddTexts))
    .map(([kind, value]) => Buffer.from(`${kind}:${value}`).toString('base64url')),
  oddTexts,
);

/** Any JSON, with members by names that objects have anyway. */
export const oddJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constantFrom(null, true, 0, -0, 1e308, 2 ** 53, -1), oddTexts, oddIds),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('input', 'id', 'query', 'variables'), oddTexts), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;
