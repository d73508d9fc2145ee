import type { Backend } from '../model/index.js';
import type { Members } from '../operation/shape.js';
import { type JsonSchema, paramsSchema, resultSchema } from './json-schema.js';
import { toTypeName } from './names.js';
import { isRead, methodsOf, type NativeMethod } from './native-method.js';
import { isQueryable } from './query-params.js';
import { RAW_ROLES } from './raw.js';
import { describeOperation } from './shape-text.js';

export interface OpenApiOptions {
  /** Those that the caller may use. */
  readonly backends: readonly Backend[];
  /** Whether methods that are only named can be called. */
  readonly raw: boolean;
  /** Of the program. */
  readonly version: string;
}

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): Json => ({ 'application/json': { schema } });

/** The REST routes of the native layer as an OpenAPI 3.1 document. */
export function nativeOpenApi({ backends, raw, version }: OpenApiOptions): Json {
  const schemas: Record<string, Json> = { Problem: PROBLEM, RowProblem: ROW_PROBLEM };
  const paths: Record<string, Json> = {};
  for (const backend of backends) {
    for (const method of methodsOf(backend).values()) {
      paths[`/native/rest/${backend.name}/${method.name}`] = pathItem(backend, method, schemas);
    }
    if (raw && backend.namedOnly !== undefined) {
      paths[`/native/rest/${backend.name}/raw/{method}`] = rawPath(backend, backend.namedOnly);
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'hostgraph: the panels’ own methods',
      version,
      description:
        'One route a method, with the panel’s own names and types. 64-bit integers and decimals are strings, bytes are base64, dates are as the panel writes them.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { bearer: [] }],
    tags: backends.map(({ name, kind }) => ({ name, description: `A backend of kind ${kind}.` })),
    paths,
    components: {
      schemas,
      responses: {
        Problem: {
          description: 'It failed, or was refused; `code` says why.',
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      },
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function pathItem(backend: Backend, method: NativeMethod, schemas: Record<string, Json>): Json {
  const { operation, field } = method;
  const name = toTypeName(field);
  const hasParams = Object.keys(operation.params.members).length > 0 || operation.params.open === true;
  if (hasParams) schemas[`${name}Params`] ??= paramsSchema(operation);
  schemas[`${name}Answer`] ??= answerSchema(method);
  const common = {
    tags: [backend.name],
    summary: operation.description.split('. ')[0],
    description: describeOperation(operation, method.roles),
    ...(operation.deprecated === undefined ? {} : { deprecated: true }),
    responses: {
      '200': { description: 'The panel’s answer.', content: json(ref(`${name}Answer`)) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
  const operationId = `${backend.name.replaceAll('-', '_')}_${field}`;
  return {
    post: {
      ...common,
      operationId,
      ...(isRead(operation) ? {} : { parameters: [keyParameter(operation.effect === 'money')] }),
      ...(hasParams ? { requestBody: { required: true, content: json(ref(`${name}Params`)) } } : {}),
    },
    ...(isQueryable(operation)
      ? { get: { ...common, operationId: `${operationId}_get`, parameters: queryParameters(method) } }
      : {}),
  };
}

function answerSchema({ operation }: NativeMethod): JsonSchema {
  const result = resultSchema(operation) ?? { type: 'null', description: 'The method answers nothing.' };
  if (isRead(operation)) {
    return {
      type: 'object',
      properties: { result, problems: { type: 'array', items: ref('RowProblem') } },
      required: ['result'],
    };
  }
  return { ...WRITE_ANSWER, properties: { result, ...WRITE_ANSWER.properties } };
}

const WRITE_ANSWER = {
  type: 'object',
  properties: {
    idempotencyKey: { type: 'string', description: 'Names the change.' },
    replayed: { type: 'boolean', description: 'An earlier run is told of; nothing was sent.' },
    proven: { type: 'boolean', description: 'The answer proves that the change was made.' },
    problems: { type: 'array', items: ref('RowProblem') },
  },
  required: ['result', 'idempotencyKey', 'replayed', 'proven'],
} as const;

const keyParameter = (required: boolean): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description: 'Names the change: the same key never makes it twice.',
  schema: { type: 'string', minLength: 1, maxLength: 130 },
});

function queryParameters({ operation }: NativeMethod): readonly Json[] {
  const { properties, required = [] } = paramsSchema(operation) as {
    properties: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.keys(operation.params.members as Members).map((name) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: properties[name] ?? {},
  }));
}

const rawPath = ({ name }: Backend, methods: readonly string[]): Json => ({
  parameters: [
    { name: 'method', in: 'path', required: true, schema: { type: 'string', enum: [...methods] } },
  ],
  post: {
    tags: [name],
    operationId: `${name.replaceAll('-', '_')}_raw`,
    summary: 'A method that the vendor names and does not describe',
    description: `Its parameters go out as they are; it counts as a write. Needs ${RAW_ROLES.map((role) => `\`${role}\``).join(' and ')}.`,
    parameters: [keyParameter(false)],
    requestBody: { required: true, content: json({ type: 'object' }) },
    responses: {
      '200': {
        description: 'The panel’s answer.',
        content: json({ ...WRITE_ANSWER, properties: { result: {}, ...WRITE_ANSWER.properties } }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  },
});

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'For programs; docs/errors.md lists them.' },
  },
  required: ['type', 'title', 'status', 'code'],
};

const ROW_PROBLEM: Json = {
  type: 'object',
  description: 'A row of a list that could not be read, and is null.',
  properties: {
    path: { type: 'array', items: { type: ['string', 'integer'] } },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
  required: ['path', 'code', 'detail'],
};
