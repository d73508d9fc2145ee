import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import {
  type OperationRegistry,
  type PersistedOperation,
  REST_METHODS,
  type RestRoute,
} from '../../persisted/index.js';
import type { Admit } from '../admission.js';
import { principalOf, whenAdmitted } from '../admitted.js';
import type { CreateContext, RequestContext } from '../caller.js';
import type { CreateCaller } from '../create-caller.js';
import { EdgeError } from '../edge-error.js';
import { installJsonBodies } from '../json-bodies.js';
import { watchContext } from '../request-watch.js';
import { checkAccept } from './accept.js';
import { sendChange } from './change-answer.js';
import { variablesChecker } from './check-variables.js';
import { createLocate, type Locate, REST_PREFIX } from './locations.js';
import { checkPreflighted } from './preflighted.js';
import { sendRead } from './read-answer.js';
import { requestReader } from './read-request.js';
import { operationRunner, type RunOptions } from './run-operation.js';
import { sendRestError } from './send-error.js';

export interface RestOptions<Context extends RequestContext> extends RunOptions<Context> {
  readonly registry: OperationRegistry;
  readonly admit: Admit;
  readonly createCaller: CreateCaller;
  readonly createContext: CreateContext<Context>;
}

type RoutedOperation = PersistedOperation & { readonly rest: RestRoute };

/** `/rest/v1/…`: a route for each operation that has one, all made at the start. */
export async function restRoutes<Context extends RequestContext>(
  app: FastifyInstance,
  options: RestOptions<Context>,
): Promise<void> {
  const operations = options.registry.operations.filter(isRouted);
  const locate = createLocate(operations);
  await app.register(
    async (rest) => {
      installJsonBodies(rest, { empty: 'nothing' });
      rest.setErrorHandler(sendRestError);
      rest.setNotFoundHandler(() => {
        throw new EdgeError(404, 'NOT_FOUND', 'There is no such route.');
      });
      for (const operation of operations) addRoute(rest, operation, locate, options);
      for (const [path, methods] of methodsByPath(operations)) addOtherMethods(rest, path, methods);
    },
    { prefix: REST_PREFIX },
  );
}

const isRouted = (operation: PersistedOperation): operation is RoutedOperation => operation.rest !== null;

function addRoute<Context extends RequestContext>(
  app: FastifyInstance,
  operation: RoutedOperation,
  locate: Locate,
  options: RestOptions<Context>,
): void {
  const { rest: route } = operation;
  const { admit, createCaller, createContext } = options;
  const readVariables = requestReader(route, variablesChecker(options.schema, operation, route));
  const run = operationRunner(operation, route, options);
  const isRead = route.method === 'GET';
  app.route({
    method: route.method,
    url: toUrl(route.path),
    exposeHeadRoute: isRead,
    onRequest(request, reply, done) {
      reply.header('cache-control', 'no-store');
      checkAccept(request.headers.accept);
      if (route.method === 'POST') checkPreflighted(request);
      whenAdmitted(admit, request, reply, done);
    },
    async handler(request, reply) {
      const variables = readVariables(request);
      const caller = createCaller(request, reply, principalOf(request));
      const context = createContext(caller);
      watchContext(context, caller.watch);
      const answered = await run(variables, context);
      // Not returned: Fastify would wait for it once more, though it is out.
      if (isRead) sendRead(route, answered, request, reply);
      else sendChange(route, answered, locate, reply);
    },
  });
}

/** Paths with what may be asked of them. Names in braces do not tell paths apart. */
function methodsByPath(operations: readonly RoutedOperation[]): ReadonlyMap<string, Set<HTTPMethods>> {
  const paths = new Map<string, Set<HTTPMethods>>();
  for (const { rest } of operations) {
    const path = rest.path.replaceAll(/\{\w+\}/g, '{name}');
    const methods = paths.get(path) ?? new Set<HTTPMethods>();
    paths.set(path, methods.add(rest.method));
    if (rest.method === 'GET') methods.add('HEAD');
  }
  return paths;
}

const ALL_METHODS: readonly HTTPMethods[] = [...REST_METHODS, 'HEAD'];

function addOtherMethods(app: FastifyInstance, path: string, methods: ReadonlySet<HTTPMethods>): void {
  const allow = [...methods, 'OPTIONS'].join(', ');
  app.route({
    method: 'OPTIONS',
    url: toUrl(path),
    // What browsers ask before a request is answered by CORS, which leaves its headers; others may ask just so.
    config: { cors: { preflightContinue: true, strictPreflight: false } },
    handler: (_request: FastifyRequest, reply: FastifyReply) => reply.header('allow', allow).code(204).send(),
  });
  const others = ALL_METHODS.filter((method) => !methods.has(method));
  if (others.length === 0) return;
  app.route({
    method: others,
    url: toUrl(path),
    async onRequest() {
      throw new EdgeError(405, 'METHOD_NOT_ALLOWED', `Here goes ${allow}.`, { allow });
    },
    handler: () => undefined,
  });
}

const toUrl = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
