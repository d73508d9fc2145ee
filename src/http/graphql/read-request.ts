import type { FastifyRequest } from 'fastify';
import { badRequest } from './bad-request.js';
import { checkPreflight, essenceOf } from './preflight.js';

type Members = Readonly<Record<string, unknown>>;

/** A request for GraphQL, in whichever way it came. */
export interface AskedGraphql {
  readonly method: 'GET' | 'POST';
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Members | undefined;
  /** An id of the document is in `persistedQuery`, wherever it stood. */
  readonly extensions: Members | undefined;
}

/** The rule of automatically persisted queries, which is how Apollo Server is told of a document's id. */
const HASH = /^sha256:(?=[0-9a-f]{64}$)/;

/**
 * Reads what a request asks for.
 *
 * @throws GraphQLError with status 400 or 415 where it is none for GraphQL
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Request
 */
export function readGraphqlRequest(request: FastifyRequest): AskedGraphql {
  checkPreflight(request.headers);
  return request.method === 'GET' ? readQueryString(request) : readBody(request.body);
}

function readBody(body: unknown): AskedGraphql {
  if (!isObject(body) || isEmpty(body)) {
    throw badRequest(
      'The body must be a JSON object with members, and Content-Type: application/json must say so.',
    );
  }
  const { query, operationName, variables, extensions, documentId } = body;
  return {
    method: 'POST',
    query: textMember(query, 'query'),
    operationName: textMember(operationName, 'operationName'),
    variables: objectMember(variables, 'variables'),
    extensions: withDocumentId(objectMember(extensions, 'extensions'), documentId),
  };
}

function readQueryString({ headers, url }: FastifyRequest): AskedGraphql {
  const type = headers['content-type'];
  if (type !== undefined && essenceOf(type) !== 'application/json') {
    throw badRequest('A GET has no body; its Content-Type may be application/json or nothing.', 415);
  }
  const at = url.indexOf('?');
  const search = new URLSearchParams(at < 0 ? '' : url.slice(at));
  return {
    method: 'GET',
    query: parameter(search, 'query'),
    operationName: parameter(search, 'operationName'),
    variables: objectParameter(search, 'variables'),
    extensions: withDocumentId(objectParameter(search, 'extensions'), search.get('documentId')),
  };
}

/** @see https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md */
function withDocumentId(extensions: Members | undefined, documentId: unknown): Members | undefined {
  if (typeof documentId !== 'string') return extensions;
  const sha256Hash = documentId.replace(HASH, '');
  return { ...extensions, persistedQuery: { version: 1, sha256Hash } };
}

function textMember(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw badRequest(`\`${name}\` must be a text.`);
  return value;
}

function objectMember(value: unknown, name: string): Members | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw badRequest(`\`${name}\` must be an object.`);
  return value;
}

function parameter(search: URLSearchParams, name: string): string | undefined {
  const values = search.getAll(name);
  if (values.length > 1) throw badRequest(`The parameter ${name} may stand once in the query string.`);
  return values[0];
}

function objectParameter(search: URLSearchParams, name: string): Members | undefined {
  const text = parameter(search, name);
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (!isObject(value)) throw badRequest(`The parameter ${name} must be an object in JSON.`);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isEmpty(value: Members): boolean {
  for (const _ in value) return false;
  return true;
}
