import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backendKinds } from '../../../adapters/index.js';
import { paramsSchema, resultSchema } from '../../../src/native/json-schema.js';
import { toJson } from '../../../src/native/to-json.js';
import { compileCheck } from '../../../src/operation/check.js';
import { type AnyOperation, operation } from '../../../src/operation/operation.js';
import { int, optional, type StructShape, string, struct } from '../../../src/operation/shape.js';
import { answersOf, inputsOf } from '../../support/shape-values.js';

const PROTOCOL = {
  text: fc.stringMatching(/^[a-z]{1,12}$/),
  dateTime: fc.constant('2026-11-21T09:30:00'),
  any: fc.constantFrom('something', 5, true),
};
const OPERATIONS: readonly (readonly [string, AnyOperation])[] = Object.values(backendKinds)
  .flatMap(({ operations }) => operations)
  .map((one) => [one.method, one]);

const ajv = () => new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
const withParams = (params: StructShape): AnyOperation =>
  operation({ method: 'm', group: 'g', description: 'd', effect: 'read', params, result: null, source: 's' });

/** As a client would write it. */
const asJson = (shape: StructShape, params: unknown) => toJson(shape, params, () => undefined);
/** Secrets are sent, and never told. */
const withSecrets = (params: unknown): unknown =>
  JSON.parse(
    JSON.stringify(params, (_, value: unknown) =>
      typeof value === 'bigint'
        ? String(value)
        : value instanceof Uint8Array
          ? Buffer.from(value).toString('base64')
          : value,
    ),
  );

describe('the JSON Schema of a method', () => {
  it.each(OPERATIONS)('takes what %s may be sent', (_method, one) => {
    const validate = ajv().compile(paramsSchema(one));
    for (const params of fc.sample(inputsOf(one.params, PROTOCOL), { numRuns: 20, seed: 3 })) {
      expect(validate(withSecrets(params)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it.each(OPERATIONS)('fits what %s can answer, which holds no secret', (_method, one) => {
    const schema = resultSchema(one);
    if (schema === null || one.result === null) return;
    const validate = ajv().compile(schema);
    for (const answer of fc.sample(answersOf(one.result, PROTOCOL), { numRuns: 20, seed: 3 })) {
      expect(validate(toJson(one.result, answer, () => undefined)), JSON.stringify(validate.errors)).toBe(
        true,
      );
    }
  });

  const SETS = [
    { rule: 'exactlyOneOf', members: ['a', 'b'] },
    { rule: 'atLeastOneOf', members: ['a', 'b'] },
    { rule: 'atMostOneOf', members: ['a', 'b'] },
    { rule: 'exactlyOneSet', sets: [['a', 'c?'], ['b']] },
    { rule: 'anySet', sets: [['a', 'c'], ['b']] },
  ] as const;

  it.each(SETS)('says of members what the rule $rule says', (constraint) => {
    const member = optional(int('A number.'));
    const params = struct({ a: member, b: member, c: member }, '', { constraints: [constraint] });
    const validate = ajv().compile(paramsSchema(withParams(params)));
    const check = compileCheck(params);
    for (let given = 0; given < 8; given += 1) {
      const input = Object.fromEntries(
        ['a', 'b', 'c'].filter((_, bit) => given & (1 << bit)).map((name) => [name, 1]),
      );
      expect(validate(input), JSON.stringify(input)).toBe(check(input).length === 0);
    }
  });

  it('leaves out a pattern that JSON Schema would read otherwise', () => {
    const params = struct({
      code: string('Code.', { pattern: /^a$/i }),
      word: string('Word.', { pattern: /^b$/ }),
    });
    expect(paramsSchema(withParams(params))).toMatchObject({
      properties: { code: { type: 'string' }, word: { pattern: '^b$' } },
    });
    expect(JSON.stringify(asJson(params, { code: 'A', word: 'b' }))).toBe('{"code":"A","word":"b"}');
  });
});
