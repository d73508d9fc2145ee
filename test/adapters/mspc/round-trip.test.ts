import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMspcCodec } from '../../../adapters/mspc/codec.js';
import { mspcOperations } from '../../../adapters/mspc/operations/index.js';
import type { Members, Shape } from '../../../src/operation/shape.js';
// The sandbox's reader stands on another parser than the codec does.
import { readXml } from '../../../src/sandbox/hsphere/axis/read-xml.js';
import { carriableText } from '../../src/wire/xmlrpc/values.js';
import { DocumentReader, writeDocument } from '../../support/document-literal-peer.js';
import { answersOf, decodedOf, inputsOf, type ProtocolValues } from '../../support/shape-values.js';
import { NAMESPACE } from './answers.js';

const codec = createMspcCodec({ namespace: NAMESPACE });

const LONG = `${'ß<&>\u{1F600} '.repeat(400)}]]>`;
const text = fc.oneof({ weight: 9, arbitrary: carriableText }, fc.constantFrom('', ' ', LONG));
const wallClock = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, -1))
  .chain((written) => fc.constantFrom(written, written.slice(0, 19)));

const SENT: ProtocolValues = { text, dateTime: wallClock };
const ANSWERED: ProtocolValues = {
  text,
  dateTime: fc.tuple(wallClock, fc.constantFrom('', 'Z', '+02:00', '-11:30')).map((parts) => parts.join('')),
};

const methods = mspcOperations.map((operation) => [operation.method, operation] as const);

describe('a call as a reader of documents finds it', () => {
  it.each(methods)('is what was asked for: %s', (method, operation) => {
    fc.assert(
      fc.property(inputsOf(operation.params, SENT), (params) => {
        const body = readXml(codec.methodOf(operation).encode(params)).children[0];
        const [call, ...others] = body?.children ?? [];
        expect([call?.local, others]).toEqual([method, []]);
        expect(call && new DocumentReader(NAMESPACE).read(operation.params, call)).toEqual(params);
      }),
      { numRuns: 60 },
    );
  });

  it.each(methods)('has its members in the order of the service’s description: %s', (_method, operation) => {
    fc.assert(
      fc.property(inputsOf(operation.params, SENT), (params) => {
        const body = readXml(codec.methodOf(operation).encode(params)).children[0];
        const sent = (body?.children[0]?.children ?? []).map(({ local }) => local);
        expect(sent).toEqual(Object.keys(operation.params.members).filter((name) => name in params));
      }),
      { numRuns: 20 },
    );
  });
});

/** A diffgram cannot tell a table that is not there from one without rows. */
function withTables(shape: Shape, decoded: unknown): unknown {
  if (shape.kind !== 'struct' || decoded === null) return decoded;
  return Object.fromEntries(
    Object.entries(decoded as Readonly<Record<string, unknown>>).map(([name, value]) => [
      name,
      shape.dataSet === true ? (value ?? []) : withTables((shape.members as Members)[name] as Shape, value),
    ]),
  );
}

describe('an answer as ASP.NET writes it', () => {
  const answering = mspcOperations.map(
    (operation) => [operation.method, operation, operation.result as Shape] as const,
  );

  it.each(answering)('is read as what it says: %s', (method, operation, shape) => {
    fc.assert(
      fc.property(answersOf(shape, ANSWERED), (answer) => {
        const decoder = codec.methodOf(operation).createDecoder();
        decoder.write(writeDocument(NAMESPACE, method, shape, answer));
        expect(decoder.end()).toEqual(withTables(shape, decodedOf(shape, answer)));
      }),
      { numRuns: 60 },
    );
  });

  it.each(answering.filter(([, , shape]) => 'optional' in shape))(
    'is null without a result: %s',
    (method, operation) => {
      const decoder = codec.methodOf(operation).createDecoder();
      decoder.write(writeDocument(NAMESPACE, method, operation.result as Shape, null));
      expect(decoder.end()).toBeNull();
    },
  );
});
