import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPoaCodec } from '../../../adapters/poa/codec.js';
import { poaSettings } from '../../../adapters/poa/config.js';
import { readEnvelope } from '../../../adapters/poa/envelope.js';
import { batchRequest, getAccountInfo, poaOperations } from '../../../adapters/poa/operations/index.js';
import type { PanelCall } from '../../../src/model/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';
import type { Members, Shape, StructShape } from '../../../src/operation/shape.js';
import { decodeMethodResponse } from '../../../src/wire/xmlrpc/index.js';
import { peerDecodeCall, peerEncodeResponse } from '../../conformance/xmlrpc/peer.js';
import { carriableText } from '../../src/wire/xmlrpc/values.js';
import { answersOf, decodedOf, inputsOf, type ProtocolValues } from '../../support/shape-values.js';

const codec = createPoaCodec(poaSettings.parse({ url: 'http://panel.test:8440/' }));

const LONG = `${'ß<&>\u{1F600} '.repeat(1000)}]]>`;

/** What may stand where no document says what does. The peer takes a whole number for an int, and writes it so. */
const anyOf = (text: fc.Arbitrary<string>): fc.Arbitrary<unknown> => {
  const scalar = fc.oneof(text, fc.boolean(), fc.integer({ min: -2147483648, max: 2147483647 }));
  return fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b c'), scalar),
  );
};

const sentText = fc.oneof({ weight: 9, arbitrary: carriableText }, fc.constantFrom('', ' ', LONG));
const SENT: ProtocolValues = { text: sentText, any: anyOf(sentText) };

/** Texts that the peer writes as XML at all: it puts what has `&` or `<` into CDATA, and ends that once only. */
const answeredText = fc
  .oneof({ weight: 9, arbitrary: carriableText }, fc.constantFrom('', ' ', LONG))
  .filter(
    (it) => it.split(']]>').length <= 2 && !(it.includes('\r') && (/[&<]/.test(it) || it.includes(']]>'))),
  );
const ANSWERED: ProtocolValues = { text: answeredText, any: anyOf(answeredText) };

const MAX_INT = 2147483647;
const clamped = (value: bigint): number =>
  Number(value > MAX_INT ? MAX_INT : value < -MAX_INT - 1 ? -MAX_INT - 1 : value);

/** Whatever is in `value`, in the words of the reference: 64-bit numbers as strings. */
function onTheWire(shape: Shape, value: unknown, memberOf: typeof sentMember): unknown {
  if (shape.kind === 'array') {
    return (value as readonly unknown[]).map((item) => onTheWire(shape.of, item, memberOf));
  }
  if (shape.kind === 'int64') return String(value);
  if (shape.kind !== 'struct') return value;
  return structOnTheWire(shape, value as Readonly<Record<string, unknown>>, memberOf);
}

const structOnTheWire = (
  { members }: StructShape,
  values: Readonly<Record<string, unknown>>,
  memberOf: typeof sentMember,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const member = (members as Members)[name];
      return member === undefined ? [[name, value]] : memberOf(name, member, value);
    }),
  );

/** Of the two forms of a number the 64-bit one is sent, alone. */
function sentMember(name: string, shape: Shape, value: unknown): [string, unknown][] {
  const wide = shape.kind === 'int64' && shape.twin === true ? `${name}64` : name;
  return [[wide, onTheWire(shape, value, sentMember)]];
}

/** Both forms are answered, the 32-bit one clamped. */
function answeredMember(name: string, shape: Shape, value: unknown): [string, unknown][] {
  if (shape.kind !== 'int64' || shape.twin !== true) {
    return [[name, onTheWire(shape, value, answeredMember)]];
  }
  return [
    [name, clamped(value as bigint)],
    [`${name}64`, String(value)],
  ];
}

const callOf = (operation: AnyOperation, params: unknown): PanelCall => ({
  operation,
  // The generator makes them from the operation's own shape.
  params: params as PanelCall['params'],
});

const described = poaOperations
  .filter((operation) => operation !== batchRequest)
  .map((operation) => [operation.method, operation] as const);

describe('a call as the xmlrpc package reads it', () => {
  it.each(described)('is what was asked for: %s', async (method, operation) => {
    await fc.assert(
      fc.asyncProperty(inputsOf(operation.params, SENT), async (params) => {
        expect(await peerDecodeCall(codec.encodeCall(callOf(operation, params)))).toEqual({
          method,
          params: [onTheWire(operation.params, params, sentMember)],
        });
      }),
      { numRuns: 60 },
    );
  });

  it('carries its transaction beside its own members', async () => {
    const body = codec.encodeCall(callOf(getAccountInfo, { account_id: 7, txn_id: 't&1' }));
    expect((await peerDecodeCall(body)).params).toEqual([{ account_id: 7, txn_id: 't&1' }]);
  });

  it('has the account as a string where the installation wants it so', async () => {
    const { encodeCall } = createPoaCodec(
      poaSettings.parse({ url: 'http://panel.test:8440/', accountIdWireType: 'string' }),
    );
    const { params } = await peerDecodeCall(encodeCall(callOf(getAccountInfo, { account_id: -2147483648 })));
    expect(params).toEqual([{ account_id: '-2147483648' }]);
  });

  it('is a param of its own in a batch, after the one that names the batch', async () => {
    const anyCall = fc
      .constantFrom(...described.map(([, operation]) => operation))
      .chain((operation) => inputsOf(operation.params, SENT).map((params) => callOf(operation, params)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCall, { maxLength: 4 }),
        fc.option(sentText, { nil: undefined }),
        async (calls, requestId) => {
          const params = { calls, ...(requestId === undefined ? {} : { request_id: requestId }) };
          expect(await peerDecodeCall(codec.encodeCall(callOf(batchRequest, params)))).toEqual({
            method: 'pem.batchRequest',
            params: [
              ...(requestId === undefined ? [] : [{ request_id: requestId }]),
              ...calls.map((call) => ({
                operation: call.operation.method,
                parameters: [onTheWire(call.operation.params, call.params, sentMember)],
              })),
            ],
          });
        },
      ),
    );
  });
});

/** Of an open struct, members without a shape stay as the wire had them: structs are maps there. */
const asXmlRpc = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : value;

describe('an answer as the xmlrpc package writes it', () => {
  const answering = poaOperations.flatMap((operation) =>
    operation.result === null ? [] : [[operation.method, operation, operation.result as Shape] as const],
  );

  it.each(answering)('is read as what it says: %s', (_method, operation, shape) => {
    fc.assert(
      fc.property(answersOf(shape, ANSWERED), (answer) => {
        const result = onTheWire(shape, answer, answeredMember);
        const envelope = readEnvelope(decodeMethodResponse(peerEncodeResponse({ status: 0, result })));
        expect(envelope.ok && codec.readResult(callOf(operation, {}), envelope.result)).toEqual(
          decodedOf(shape, answer, asXmlRpc),
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each(
    poaOperations
      .filter(({ result }) => result === null)
      .map((operation) => [operation.method, operation] as const),
  )('is nothing where the method has no output, with or without a result: %s', (_method, operation) => {
    for (const answer of [{ status: 0 }, { status: 0, result: {} }, { status: 0, result: 'done' }]) {
      const envelope = readEnvelope(decodeMethodResponse(peerEncodeResponse(answer)));
      expect(envelope).toMatchObject({ ok: true });
      expect(envelope.ok && codec.readResult(callOf(operation, {}), envelope.result)).toBeNull();
    }
  });
});
