import type { LightMyRequestResponse } from 'fastify';
import type { AuthSettings } from '../../src/config/index.js';
import { createApiKey } from '../../src/http/api-key.js';
import type { Backend, Role } from '../../src/model/index.js';
import type { NativeSettings } from '../../src/native/native-layer.js';
import { type EdgeServer, startEdgeServer } from './edge-server.js';
import { createNativeGraph } from './native-graph.js';

type ApiKey = AuthSettings['apiKeys'][number];

/** A caller of the server by the name that requests give. */
export interface ServerCaller {
  readonly roles: readonly Role[];
  readonly backends?: readonly string[];
  readonly scope?: Readonly<Record<string, readonly string[]>>;
}

export interface RestCall {
  /** Whose key is sent; the caller with all roles unless it says otherwise, `null`: none. */
  readonly as?: string | null;
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface NativeServer {
  readonly server: EdgeServer;
  post(path: string, body: unknown, call?: RestCall): Promise<LightMyRequestResponse>;
  get(path: string, call?: RestCall): Promise<LightMyRequestResponse>;
  recordsText(): string;
  close(): Promise<void>;
}

/** The caller that a request without a name is from. */
const EVERYTHING: ServerCaller = {
  roles: ['native', 'raw', 'money', 'destructive', 'credentials', 'provider'],
};

/** The HTTP side with the native layer over backends, and keys for callers. */
export async function startNativeServer(
  backends: readonly Backend[],
  callers: Readonly<Record<string, ServerCaller>> = {},
  settings: Partial<NativeSettings> = {},
): Promise<NativeServer> {
  const graph = createNativeGraph(backends, settings);
  const keys = Object.entries({ everything: EVERYTHING, ...callers }).map(([id, caller]) => ({
    id,
    caller,
    ...createApiKey(),
  }));
  const server = await startEdgeServer({
    auth: {
      apiKeys: keys.map(({ id, sha256, caller }) => ({ id, sha256, ...caller }) as unknown as ApiKey),
    },
    native: { layer: graph.layer, contextOf: ({ principal }) => graph.contextOf(principal) },
  });

  function headersOf({ as = 'everything', idempotencyKey, headers }: RestCall): Record<string, string> {
    const key = keys.find(({ id }) => id === as)?.key;
    return {
      ...(key === undefined ? {} : { 'x-api-key': key }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      ...headers,
    };
  }

  return {
    server,
    post: (path, body, call = {}) =>
      server.ask({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/json', ...headersOf(call) },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path, call = {}) => server.ask({ method: 'GET', url: path, headers: headersOf(call) }),
    recordsText: graph.recordsText,
    close: () => server.close(),
  };
}
