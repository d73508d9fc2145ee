import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecOf } from '../../../adapters/enom/codec.js';
import { enomOperations } from '../../../adapters/enom/operations/index.js';
import type { StructShape } from '../../../src/operation/shape.js';
import { readForm, writeInterfaceResponse } from '../../support/interface-response-peer.js';
import { answersOf, decodedOf, inputsOf, type ProtocolValues } from '../../support/shape-values.js';

const LONG = `${'ß<&>\u{1F600} '.repeat(400)}]]>`;
/** A form carries every text but half a surrogate pair. */
const SENT: ProtocolValues = {
  text: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ' ', '+', '%', 'a=b&c', '\0\r\n', LONG),
  ),
};
/** Blanks around texts are layout, and an empty text is none. */
const ANSWERED: ProtocolValues = {
  text: fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('a < b & c', ']]>', LONG, '__proto__', '&amp;'),
    )
    .map((text) => text.trim())
    .filter((text) => text !== ''),
  dateTime: fc
    .date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    .chain((date) => {
      const written = date.toISOString();
      return fc.constantFrom(written.slice(0, 10), written.slice(0, 19));
    }),
};

const commands = enomOperations.map((operation) => [operation.method, operation] as const);

describe('a command as a reader of forms finds it', () => {
  it.each(commands)('is what was asked for: %s', (_method, operation) => {
    fc.assert(
      fc.property(inputsOf(operation.params, SENT), (params) => {
        const body = codecOf(operation).encode(params as Readonly<Record<string, unknown>>);
        expect(readForm(operation.params, new URLSearchParams(body))).toEqual(params);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an answer as the service writes it', () => {
  it.each(commands)('is read as what it says: %s', (method, operation) => {
    const shape = operation.result as StructShape;
    fc.assert(
      fc.property(answersOf(shape, ANSWERED), fc.constantFrom('pair', 'lower', 'cdata'), (answer, style) => {
        const decoder = codecOf(operation).createDecoder({});
        const told = answer as Readonly<Record<string, unknown>>;
        decoder.write(writeInterfaceResponse(method, shape, told, style));
        expect(decoder.end()).toEqual({ result: decodedOf(shape, withoutEmptyRows(told)) });
      }),
      { numRuns: 60 },
    );
  });
});

/** Of rows that have no element of their own, one without anything in it does not show. */
const withoutEmptyRows = (answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Array.isArray(answer.names)
    ? { ...answer, names: answer.names.filter((row: object) => Object.keys(row).length > 0) }
    : answer;
