import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { buildSchema, graphql } from 'graphql';
import { graphiqlRoutes } from '../../src/http/graphiql.js';

export interface GraphiqlServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** As much of the graph as the first example asks for. */
const schema = buildSchema(`
  enum BackendKind { POA }
  enum BackendStatus { UP DOWN }
  enum Capability { READ_PLANS }
  type Viewer { name: String! roles: [String!]! backends: [Backend!]! sandbox: Boolean! }
  type Backend { name: String! kind: BackendKind! status: BackendStatus! capabilities: [Capability!]! }
  type Account { id: ID! }
  type Query { viewer: Viewer! backends: [Backend!]! account(id: ID!): Account }
`);

const poa = { name: 'poa', kind: 'POA', status: 'UP', capabilities: ['READ_PLANS'] };
const rootValue = {
  viewer: { name: 'local', roles: [], backends: [poa], sandbox: true },
  backends: [poa],
  account: ({ id }: { id: string }) => ({ id }),
};

interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null;
  readonly operationName?: string | null;
}

/** A server with the GraphiQL page and a graph behind it, on a free loopback port. */
export async function startGraphiqlServer(): Promise<GraphiqlServer> {
  const app = Fastify();
  await app.register(graphiqlRoutes);
  app.post<{ Body: GraphqlRequest }>('/graphql', ({ body }) =>
    graphql({
      schema,
      rootValue,
      source: body.query,
      variableValues: body.variables ?? {},
      operationName: body.operationName ?? null,
    }),
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  // A listening TCP server's address is never a pipe's name.
  const { port } = app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => app.close() };
}
