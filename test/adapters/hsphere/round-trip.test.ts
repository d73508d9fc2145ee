import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHsphereCodec } from '../../../adapters/hsphere/codec.js';
import { hsphereSettings } from '../../../adapters/hsphere/config.js';
import { hsphereOperations, signupUser } from '../../../adapters/hsphere/operations/index.js';
import type { PanelCall } from '../../../src/model/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';
import type { Members, Shape } from '../../../src/operation/shape.js';
import { ACTIONS } from '../../../src/sandbox/hsphere/actions.js';
import { bindParameters } from '../../../src/sandbox/hsphere/axis/bind.js';
import { Draw } from '../../../src/sandbox/hsphere/axis/draw.js';
import { ENGINES } from '../../../src/sandbox/hsphere/axis/engines.js';
import { readEnvelope } from '../../../src/sandbox/hsphere/axis/envelope.js';
import { readXml } from '../../../src/sandbox/hsphere/axis/read-xml.js';
import type { AxisValue } from '../../../src/sandbox/hsphere/axis/values.js';
import { type Reply, writeReply } from '../../../src/sandbox/hsphere/axis/write-reply.js';
import { createReplyDecoder } from '../../../src/wire/soap/encoded/index.js';
import { carriableText } from '../../src/wire/xmlrpc/values.js';
import { inputsOf, type ProtocolValues } from '../../support/shape-values.js';

const ADMIN = { login: 'admin', password: 'admin-secret', accountId: 1 };
const codecFor = (beans: 'reference' | 'inline') => ({
  beans,
  codec: createHsphereCodec(
    hsphereSettings.parse({ url: 'http://panel.test/axis/services/AdminServices', beans, ...ADMIN }),
  ),
});
const codecs = [codecFor('reference'), codecFor('inline')] as const;

const text = fc.oneof(
  { weight: 9, arbitrary: carriableText },
  fc.constantFrom('', ' ', `${'ß<&>\u{1F600} '.repeat(400)}]]>`),
);
const SENT: ProtocolValues = { text };

const callOf = (operation: AnyOperation, params: unknown): PanelCall => ({
  operation,
  // The generator makes them from the operation's own shape.
  params: params as PanelCall['params'],
});

/** What a simulated Axis hands to its Java method: every parameter of the form that it has chosen, by name. */
function bound(method: string, envelope: string): Readonly<Record<string, unknown>> {
  const { operation, references } = readEnvelope(readXml(envelope));
  expect(operation.local).toBe(method);
  const forms = ACTIONS.get(method)?.forms ?? [];
  const { values } = bindParameters(operation, forms, references, 'void');
  return Object.fromEntries([...values].map(([name, value]) => [name, plain(value)]));
}

function plain(value: AxisValue): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  // What is no array and no scalar is a bean.
  const { fields } = value as Extract<AxisValue, { readonly fields: unknown }>;
  return Object.fromEntries([...fields].map(([name, field]) => [name, plain(field)]));
}

/** The same of what was asked for: what is left out is null to Java, and money is a double. */
function asJava(shape: Shape, value: unknown): unknown {
  if (value === undefined) return null;
  if (shape.kind === 'array') return (value as readonly unknown[]).map((item) => asJava(shape.of, item));
  if (shape.kind === 'decimal') return Number(value);
  if (shape.kind !== 'struct') return value;
  const values = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(shape.members as Members).map(([name, member]) => [name, asJava(member, values[name])]),
  );
}

const actions = hsphereOperations.map((operation) => [operation.method, operation] as const);

describe.each(codecs)('a call with beans by $beans, as an Axis binds it', ({ codec }) => {
  it.each(actions)('is what was asked for: %s', (method, operation) => {
    fc.assert(
      fc.property(inputsOf(operation.params, SENT), (params) => {
        const { at, ...values } = bound(method, codec.encodeCall(callOf(operation, params), true));
        expect(at).toEqual({ ...ADMIN, role: null });
        const asked = asJava(operation.params, params) as Readonly<Record<string, unknown>>;
        const isShort = operation === signupUser && asked.srsci === null && asked.srsbi === null;
        const { srsci: _, srsbi: __, ...short } = asked;
        expect(values).toEqual(isShort ? short : asked);
      }),
      { numRuns: 60 },
    );
  });
});

/** Axis does not escape carriage returns, and XML reads them as line feeds. */
const asLines = <P extends { readonly value: string }>(pair: P): P => ({
  ...pair,
  value: pair.value.replace(/\r\n?/g, '\n'),
});

/** What replies of a kind can hold, with what they say. */
const REPLIES: Readonly<Record<Reply['kind'], fc.Arbitrary<readonly [reply: Reply, said: unknown]>>> = {
  void: fc.constant([{ kind: 'void' }, null]),
  double: fc
    .oneof(
      fc.constantFrom(0, 1.6e10, 512000.5, Number.MAX_VALUE, Number.MIN_VALUE, Number.POSITIVE_INFINITY),
      fc.double({ noNaN: true }),
    )
    // Nothing that the panel counts is a negative zero.
    .map((value) => [{ kind: 'double', value }, value + 0]),
  boolean: fc.boolean().map((value) => [{ kind: 'boolean', value }, value]),
  longs: fc
    .array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { maxLength: 4 })
    .map((values) => [{ kind: 'longs', values }, values]),
  // The searches answer a number in a text.
  string: fc
    .option(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }))
    .map((id) => [{ kind: 'string', value: id === null ? null : String(id) }, id]),
  // What Axis writes badly is mended a bounded number of times, which a long text would exceed.
  namedParameters: fc
    .array(fc.record({ name: fc.constantFrom('signupId', 'accountId', 'userId'), value: carriableText }), {
      maxLength: 3,
    })
    .map((pairs) => [{ kind: 'namedParameters', pairs }, pairs]),
};

describe.each(Object.entries(ENGINES))('a reply of the %s engine', (_name, engine) => {
  it.each(actions)('is read as what it says: %s', (method, operation) => {
    const kind = ACTIONS.get(method)?.result ?? 'void';
    fc.assert(
      fc.property(REPLIES[kind], fc.nat(), ([reply, said], seed) => {
        const decoder = createReplyDecoder();
        decoder.write(writeReply(method, 'AdminServices', reply, engine, new Draw(seed)));
        const expected =
          reply.kind === 'namedParameters'
            ? reply.pairs.filter(({ name }) => engine.signupNames.includes(name)).map(asLines)
            : said;
        expect(codecs[0].codec.readResult(callOf(operation, {}), decoder.end())).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
