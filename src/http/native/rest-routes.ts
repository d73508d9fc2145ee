import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../../context.js';
import { GatewayError } from '../../errors/index.js';
import type { Backend } from '../../model/index.js';
import { admit, read, type WriteAnswer, write } from '../../native/invoke.js';
import { isRead, methodsOf, type NativeMethod } from '../../native/native-method.js';
import { isQueryable, type Query } from '../../native/query-params.js';
import { callRaw, isNamedOnly } from '../../native/raw.js';
import { type RowProblem, toJson } from '../../native/to-json.js';
import { EdgeError } from '../edge-error.js';
import { installJsonBodies } from '../json-bodies.js';
import { checkAccept } from '../rest/accept.js';
import { readKeyHeader, writeKeyHeader } from '../rest/idempotency-key.js';
import { checkPreflighted } from '../rest/preflighted.js';
import { badRequest } from '../rest/problem.js';
import type { Entrance, NativeRoutesOptions } from './native-http.js';
import { readParams, readQuery } from './read-params.js';
import { sendNativeError } from './rest-failure.js';

interface Address {
  Params: { backend: string; method: string };
}

/** Methods are looked up when they are called, so that none costs anything before. */
export async function nativeRestRoutes(
  app: FastifyInstance,
  { layer }: NativeRoutesOptions,
  entrance: Entrance,
): Promise<void> {
  const { credentialChecks } = layer;
  installJsonBodies(app, { empty: 'nothing' });
  app.setErrorHandler(sendNativeError);
  app.setNotFoundHandler(() => {
    throw noMethod();
  });

  async function enter(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    checkAccept(request.headers.accept);
    await entrance.enter(request, reply);
  }

  app.post<Address>('/:backend/:method', {
    async onRequest(request, reply) {
      checkPreflighted(request);
      await enter(request, reply);
    },
    async handler(request, reply) {
      const context = entrance.contextOf(request, reply);
      const { backend, method } = find(context, request.params);
      const params = readParams(method.operation, bodyOf(request));
      return answer(context, backend, method, params, keyOf(request), reply);
    },
  });

  app.get<Address>('/:backend/:method', {
    onRequest: enter,
    async handler(request, reply) {
      const context = entrance.contextOf(request, reply);
      const { backend, method } = find(context, request.params);
      if (!isQueryable(method.operation)) throw notThisWay('POST');
      // Fastify's own parser: texts by name, several where a name is repeated.
      const params = readQuery(method.operation, request.query as Query);
      return answer(context, backend, method, params, null, reply);
    },
  });

  if (layer.raw) {
    app.post<Address>('/:backend/raw/:method', {
      async onRequest(request, reply) {
        checkPreflighted(request);
        await enter(request, reply);
      },
      async handler(request, reply) {
        const context = entrance.contextOf(request, reply);
        const { method } = request.params;
        const backend = context.backend(request.params.backend);
        if (backend === undefined || !isNamedOnly(backend, method)) throw noMethod();
        const told = await callRaw(context, {
          backend,
          method,
          params: bodyOf(request),
          key: keyOf(request),
        });
        return sendWrite(reply, told, told.result, []);
      },
    });
  }

  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/*',
    async onRequest() {
      throw notThisWay('POST');
    },
    handler: () => undefined,
  });

  async function answer(
    context: GatewayContext,
    backend: Backend,
    { operation, roles }: NativeMethod,
    params: Readonly<Record<string, unknown>>,
    key: string | null,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const invocation = { backend, operation, params, roles, at: [] };
    await admit(context, invocation, credentialChecks);
    const told = isRead(operation) ? await read(context, invocation) : await write(context, invocation, key);
    const rows: RowProblem[] = [];
    const json = (result: unknown) =>
      operation.result === null ? null : toJson(operation.result, result, (row) => rows.push(row));
    if (!isRead(operation)) {
      // A write answers one.
      const written = told as WriteAnswer;
      return sendWrite(reply, written, json(written.result), rows);
    }
    const result = json(told);
    return reply.send(rows.length === 0 ? { result } : { result, problems: rows.map(toRowProblem) });
  }
}

function sendWrite(
  reply: FastifyReply,
  { idempotencyKey, replayed, proven }: WriteAnswer,
  result: unknown,
  rows: readonly RowProblem[],
): FastifyReply {
  const body = { result, idempotencyKey, replayed, proven };
  return reply
    .header('idempotency-key', writeKeyHeader(idempotencyKey))
    .send(rows.length === 0 ? body : { ...body, problems: rows.map(toRowProblem) });
}

const toRowProblem = ({ path, error }: RowProblem) => ({
  path,
  code: error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR',
  detail: error instanceof GatewayError ? error.message : 'The row cannot be read.',
});

function find(
  context: GatewayContext,
  { backend: name, method }: Address['Params'],
): { readonly backend: Backend; readonly method: NativeMethod } {
  const backend = context.backend(name);
  const found = backend === undefined ? undefined : methodsOf(backend).get(method);
  if (backend === undefined || found === undefined) throw noMethod();
  return { backend, method: found };
}

/** The same for a backend that is not the caller's and for one that there is not. */
const noMethod = (): EdgeError =>
  new EdgeError(404, 'NOT_FOUND', 'There is no such backend, or it has no such method.');

const notThisWay = (allow: string): EdgeError =>
  new EdgeError(405, 'METHOD_NOT_ALLOWED', `Here goes ${allow}.`, { allow });

function bodyOf({ body }: FastifyRequest): unknown {
  return body === undefined || body === null ? {} : body;
}

function keyOf({ headers }: FastifyRequest): string | null {
  const header = headers['idempotency-key'];
  if (header === undefined) return null;
  const key = readKeyHeader(String(header));
  if (key !== null) return key;
  throw badRequest([{ header: 'Idempotency-Key', detail: 'must be a key, or a string in double quotes' }]);
}
