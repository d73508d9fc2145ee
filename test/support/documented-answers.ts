import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';
import type { DocumentedOperation, OpenApiDocument } from './openapi-document.js';

type Json = Readonly<Record<string, unknown>>;

export interface DocumentedRoute {
  readonly method: string;
  /** As the document has it: `/accounts/{id}`. */
  readonly path: string;
  readonly operation: DocumentedOperation;
}

export const routesOf = ({ paths }: OpenApiDocument): DocumentedRoute[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

export interface DocumentedAnswers {
  /** What is wrong with an answer by what its route documents; empty when nothing is. */
  faultsOf(route: DocumentedRoute, answer: LightMyRequestResponse): string[];
  /** What is wrong with a body that is to be sent. */
  bodyFaultsOf(route: DocumentedRoute, body: unknown): string[];
}

/** Holds what a gateway answers against its document. Members that the document does not name are faults, too. */
export function documentedAnswers(document: OpenApiDocument): DocumentedAnswers {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // The plugin is a CommonJS module whose default is its export.
  (formatsPlugin as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addFormat('idn-email', /^[^@\s]+@[^@\s]+$/);
  const known = new Map<string, ValidateFunction>();
  const resolved = (value: Json): Json => (typeof value.$ref === 'string' ? at(document, value.$ref) : value);

  function validate(schema: Json, value: unknown, isClosed: boolean): string[] {
    const text = JSON.stringify(schema);
    const key = `${isClosed} ${text}`;
    const check =
      known.get(key) ?? ajv.compile(isClosed ? closed(schema, document) : inlined(schema, document));
    known.set(key, check);
    return check(value)
      ? []
      : (check.errors ?? []).map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  }

  return {
    faultsOf({ operation }, { statusCode, headers, body }) {
      const found = operation.responses[statusCode];
      if (found === undefined) return [`status ${statusCode} is not documented`];
      const response = resolved(found);
      const promised = Object.keys((response.headers as Json | undefined) ?? {}).map((name) =>
        name.toLowerCase(),
      );
      const told = DOCUMENTED_HEADERS.filter(
        (name) => headers[name] !== undefined && !promised.includes(name),
      );
      const faults = told.map((name) => `header ${name} is not documented`);
      const content = response.content as Readonly<Record<string, { schema: Json }>> | undefined;
      if (content === undefined) return body === '' ? faults : [...faults, 'a body is not documented'];
      const type = String(headers['content-type']).split(';')[0] ?? '';
      const media = content[type];
      if (media === undefined) return [...faults, `${type} is not documented`];
      // Problems may carry more than is documented, by RFC 9457.
      return [...faults, ...validate(media.schema, JSON.parse(body), type === 'application/json')];
    },
    bodyFaultsOf({ operation }, body) {
      const media = operation.requestBody?.content['application/json'];
      if (media === undefined) return body === undefined ? [] : ['a body is not documented'];
      return body === undefined ? [] : validate(media.schema as Json, body, false);
    },
  };
}

const DOCUMENTED_HEADERS = [
  'etag',
  'link',
  'location',
  'idempotency-key',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
  'www-authenticate',
  'x-hostgraph-partial',
  'x-request-id',
];

function at(document: Json, ref: string): Json {
  let value: unknown = document;
  for (const step of ref.slice(2).split('/')) value = (value as Json | undefined)?.[step];
  if (typeof value !== 'object' || value === null) throw new Error(`${ref} leads nowhere.`);
  return value as Json;
}

/** With its references in place. */
function inlined(value: unknown, document: Json): Json {
  if (Array.isArray(value)) return value.map((each) => inlined(each, document)) as unknown as Json;
  if (typeof value !== 'object' || value === null) return value as unknown as Json;
  const { $ref, ...rest } = value as Json;
  const members = Object.fromEntries(
    Object.entries(rest).map(([name, each]) => [name, inlined(each, document)]),
  );
  return typeof $ref === 'string' ? { ...inlined(at(document, $ref), document), ...members } : members;
}

/** The same, no object having members that it does not name. Outputs never lead back to themselves. */
const closed = (schema: Json, document: Json): Json => close(inlined(schema, document));

function close(schema: Json): Json {
  const { allOf, anyOf, properties, items, ...rest } = schema;
  if (Array.isArray(allOf)) return close(merged(allOf as readonly Json[]));
  return {
    ...rest,
    ...(Array.isArray(anyOf) ? { anyOf: (anyOf as readonly Json[]).map(close) } : {}),
    ...(items === undefined ? {} : { items: close(items as Json) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties as Readonly<Record<string, Json>>).map(([name, each]) => [
              name,
              close(each),
            ]),
          ),
          additionalProperties: rest.additionalProperties ?? isOpen(properties as Json),
        }),
  };
}

/** What problems say beside what they have in common depends on their code. */
const isOpen = (properties: Json): boolean => 'pointer' in properties;

/** One object schema out of several; of alternatives, one each. */
function merged(parts: readonly Json[]): Json {
  const [choice] = parts.flatMap(({ anyOf }) => (Array.isArray(anyOf) ? [anyOf as readonly Json[]] : []));
  if (choice !== undefined) {
    const others = parts.filter(({ anyOf }) => anyOf !== choice);
    return { anyOf: choice.map((each) => merged([each, ...others])) };
  }
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Json,
    required: parts.flatMap(({ required = [] }) => required as readonly string[]),
  };
}
