import type { RestParameter, RestRoute } from '../persisted/index.js';
import { defaultOf, textSchema } from './input-schema.js';
import type { JsonSchema } from './json-schema.js';
import { refTo, type SharedSchemas } from './shared-schemas.js';
import type { VariableUse } from './variable-uses.js';

type Json = Readonly<Record<string, unknown>>;

const KEY_SCHEMA: JsonSchema = { type: 'string', minLength: 1, maxLength: 258 };
const KEY_TEXT =
  'Names the change, 1 to 128 printable ASCII characters without blanks, quoted or bare: a repeat with the same key and the same input is answered as the first run was, and changes nothing. `idempotencyKey` in the body is the same.';

/** Parameters that many routes have. */
export const SHARED_PARAMETERS: Readonly<Record<string, Json>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: KEY_TEXT,
    schema: KEY_SCHEMA,
  },
  RequiredIdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: `${KEY_TEXT} Required here, since money moves.`,
    schema: KEY_SCHEMA,
    example: 'order-4711',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of an answer that the client has: 304 when it is still the same.',
    schema: { type: 'string' },
  },
};

/** Everything of a request but its body. @param examples - values by the names of parameters */
export function parametersOf(
  { method, parameters, key, keyRequired }: RestRoute,
  uses: ReadonlyMap<string, VariableUse>,
  examples: Json,
  schemas: SharedSchemas,
): readonly Json[] {
  const shared = method === 'GET' ? 'IfNoneMatch' : keyRequired ? 'RequiredIdempotencyKey' : 'IdempotencyKey';
  return [
    ...parameters.map((parameter) => toParameter(parameter, uses, examples, schemas)),
    ...(method !== 'GET' && key === null ? [] : [refTo('parameters', shared)]),
  ];
}

function toParameter(
  { name, in: where, target, type, required, defaultValue, description }: RestParameter,
  uses: ReadonlyMap<string, VariableUse>,
  examples: Json,
  schemas: SharedSchemas,
): Json {
  const use = target.member === null ? uses.get(target.variable) : undefined;
  const text = description ?? use?.description;
  return {
    name,
    in: where,
    required: where === 'path' || required,
    ...(text ? { description: text } : {}),
    schema: {
      ...textSchema(type, schemas),
      ...use?.bounds,
      ...(defaultValue === undefined || defaultValue === null
        ? {}
        : { default: defaultOf(type, defaultValue) }),
    },
    ...(Object.hasOwn(examples, name) ? { example: examples[name] } : {}),
  };
}
