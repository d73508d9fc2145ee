import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { fromJson } from '../../native/from-json.js';
import { NativeInputError, toInputProblems } from '../../native/input-error.js';
import { checkParams } from '../../native/invoke.js';
import { paramsSchema } from '../../native/json-schema.js';
import { fromQuery, type Query } from '../../native/query-params.js';
import type { Problem } from '../../operation/check.js';
import type { AnyOperation } from '../../operation/operation.js';

type Params = Readonly<Record<string, unknown>>;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
const validators = new WeakMap<AnyOperation, ValidateFunction>();

/**
 * Parameters of a body, checked against the very schema that the document publishes, and against what schemas cannot say.
 *
 * @throws {@link NativeInputError} with everything that is wrong
 */
export function readParams(operation: AnyOperation, body: unknown): Params {
  let validate = validators.get(operation);
  if (validate === undefined) {
    validate = ajv.compile(paramsSchema(operation));
    validators.set(operation, validate);
  }
  const isValid = validate(body);
  const params = fromJson(operation.params, body);
  checkParams(operation, params, []);
  if (!isValid)
    throw new NativeInputError(toInputProblems(operation.params, problemsOf(validate.errors)), []);
  // The check has seen that it is a struct.
  return params as Params;
}

export const readQuery = (operation: AnyOperation, query: Query): Params =>
  readParams(operation, fromQuery(operation.params, query));

/** What the check has let pass, and the schema has not. */
const problemsOf = (errors: ValidateFunction['errors']): readonly Problem[] =>
  (errors ?? []).slice(0, 1).map((error) => ({
    path: pathOf(error),
    rule: RULES[error.keyword] ?? 'type',
    message: `does not fit the schema (${error.keyword})`,
  }));

const pathOf = ({ instancePath }: ErrorObject): Problem['path'] =>
  instancePath
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));

const RULES: Readonly<Record<string, Problem['rule']>> = {
  required: 'missing',
  additionalProperties: 'unknown',
  minimum: 'min',
  maximum: 'max',
  minLength: 'minLength',
  maxLength: 'maxLength',
  pattern: 'pattern',
  enum: 'values',
  oneOf: 'exactlyOneOf',
  anyOf: 'atLeastOneOf',
};
