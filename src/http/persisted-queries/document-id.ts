import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import type { RequestContext } from '../caller.js';

/**
 * Understands `documentId`, by which the specification of GraphQL over HTTP names a document that is known: Apollo Server
 * knows the extension of automatically persisted queries, so it is told that way.
 *
 * @see https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md
 */
export const documentIds = <Context extends RequestContext>(): ApolloServerPlugin<Context> => ({
  async requestDidStart({ request }) {
    const id = documentIdOf(request);
    if (id === undefined) return;
    const sha256Hash = id.replace(/^sha256:(?=[0-9a-f]{64}$)/, '');
    request.extensions = { ...request.extensions, persistedQuery: { version: 1, sha256Hash } };
  },
});

function documentIdOf({ http }: GraphQLRequest): string | undefined {
  if (http === undefined) return undefined;
  if (http.method === 'GET') {
    if (!http.search.includes('documentId=')) return undefined;
    return new URLSearchParams(http.search).get('documentId') ?? undefined;
  }
  // An object, or Apollo Server would have refused it.
  const { documentId } = http.body as { readonly documentId?: unknown };
  return typeof documentId === 'string' ? documentId : undefined;
}
