import type { FastifyRequest } from 'fastify';
import type { RestBody, RestParameter, RestRoute, RestTarget } from '../../persisted/index.js';
import { readKeyHeader } from './idempotency-key.js';
import { KEY_HEADER, toPointer } from './places.js';
import { badRequest, type ProblemDetail, ProblemError } from './problem.js';
import { Misfit, textReader } from './text-values.js';

type Variables = Record<string, unknown>;
type Values = Readonly<Record<string, unknown>>;

/**
 * Makes what turns requests for a route into the variables of its operation. All that depends on the route alone is
 * done here, once.
 *
 * @param misfits - what is wrong with the types of variables, asked only beside what is wrong with a request otherwise
 * @returns throws {@link ProblemError} with everything that is wrong with a request whose form is
 */
export function requestReader(
  route: RestRoute,
  misfits: (variables: Variables) => readonly ProblemDetail[],
): (request: FastifyRequest) => Variables {
  const { parameters, method } = route;
  const isChange = method !== 'GET';
  const readers = parameters.map(parameterReader);
  const queryNames = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const isQueryName = new Set(queryNames);
  return (request) => {
    const errors: ProblemDetail[] = [];
    // Fastify's own parsers: texts by name, several where a name of the query string is repeated.
    const params = request.params as Readonly<Record<string, string>>;
    const query = request.query as Readonly<Record<string, string | string[]>>;
    const variables: Variables = isChange ? readBody(route, request.body, errors) : {};
    for (const name in query) if (!isQueryName.has(name)) errors.push(unknownParameter(name, queryNames));
    for (const read of readers) read(params, query, variables, errors);
    if (isChange) readKey(route, request, variables, errors);
    if (errors.length === 0) return variables;
    const told = new Set(errors.map(placeIn));
    throw badRequest([...misfits(variables).filter((misfit) => !told.has(placeIn(misfit))), ...errors]);
  };
}

/** A value that could not be read is not there for its type to be checked, and is not missing either. */
const placeIn = ({ pointer, parameter, header }: ProblemDetail): string =>
  JSON.stringify([pointer, parameter, header]);

/** What callers may be told of a name that they sent. */
const SPEAKABLE = /^\w{1,64}$/;

function unknownParameter(name: string, known: readonly string[]): ProblemDetail {
  const there = known.length === 0 ? 'are none' : `are ${known.join(', ')}`;
  return SPEAKABLE.test(name)
    ? { detail: `is no query parameter here; there ${there}`, parameter: name }
    : { detail: `has a query parameter that there is not here; there ${there}` };
}

type ReadParameter = (
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | string[]>>,
  variables: Variables,
  errors: ProblemDetail[],
) => void;

function parameterReader({ name, in: where, target, type }: RestParameter): ReadParameter {
  const read = textReader(type);
  return (params, query, variables, errors) => {
    const given = where === 'path' ? params[name] : query[name];
    if (given === undefined) return;
    try {
      put(variables, target, read(typeof given === 'string' ? [given] : given));
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      errors.push({ detail: error.message, parameter: name });
    }
  };
}

/** @returns the variables that the body fills, in objects that may be added to */
function readBody({ body, parameters, key }: RestRoute, sent: unknown, errors: ProblemDetail[]): Variables {
  const given = sent ?? {};
  if (!isObject(given)) throw new ProblemError({ status: 400, code: 'BAD_REQUEST', detail: NO_OBJECT });
  const known = new Set(body?.members.map(({ name }) => name));
  if (key !== null) known.add(key.member ?? key.variable);
  const members: Variables = {};
  for (const [name, value] of Object.entries(given)) {
    if (known.has(name)) members[name] = value;
    else errors.push(unknownMember(name, parameters, body));
  }
  return body === null || body.variable === null ? members : { [body.variable]: members };
}

const NO_OBJECT = 'The body must be a JSON object.';

function unknownMember(
  name: string,
  parameters: readonly RestParameter[],
  body: RestBody | null,
): ProblemDetail {
  const bound = parameters.find(({ target }) => (target.member ?? target.variable) === name);
  if (bound !== undefined) {
    return { detail: `is given by the ${bound.in}, as ${bound.name}`, pointer: toPointer([name]) };
  }
  const known = body?.members.map((member) => member.name) ?? [];
  const detail = `is no member here; there ${known.length === 0 ? 'are none' : `are ${known.join(', ')}`}`;
  return SPEAKABLE.test(name) ? { detail, pointer: toPointer([name]) } : { detail, pointer: toPointer([]) };
}

function readKey(
  { key, keyRequired }: RestRoute,
  { headers }: FastifyRequest,
  variables: Variables,
  errors: ProblemDetail[],
): void {
  const header = headers['idempotency-key'];
  if (key === null) return;
  const inBody = valueAt(variables, key);
  if (header === undefined) {
    if (keyRequired && typeof inBody !== 'string')
      errors.push({ header: KEY_HEADER, detail: 'is required, since money moves' });
    return;
  }
  const read = readKeyHeader(String(header));
  if (read === null)
    errors.push({ header: KEY_HEADER, detail: 'must be a key, or a string in double quotes' });
  else if (inBody !== undefined && inBody !== null && inBody !== read)
    errors.push({
      header: KEY_HEADER,
      detail: 'must be the idempotencyKey of the body, or stand there alone',
    });
  else put(variables, key, read);
}

function put(variables: Variables, { variable, member }: RestTarget, value: unknown): void {
  if (member === null) {
    variables[variable] = value;
    return;
  }
  const input = variables[variable];
  // An input that nothing else is in yet.
  if (isObject(input)) (input as Variables)[member] = value;
  else variables[variable] = { [member]: value };
}

function valueAt(variables: Variables, { variable, member }: RestTarget): unknown {
  const value = variables[variable];
  if (member === null) return value;
  return isObject(value) ? value[member] : undefined;
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
