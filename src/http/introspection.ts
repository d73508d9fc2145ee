import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import { LOCAL_PRINCIPAL, type Principal } from '../model/index.js';
import type { RequestContext } from './caller.js';

/**
 * Keeps the schema from callers without the role `introspection`. Not a rule of validation, which would judge a document
 * once for all callers: whether it reads the schema is found out once, and who asks is looked at each time.
 */
export function introspectionByRole<Context extends RequestContext>(): ApolloServerPlugin<Context> {
  const known = new WeakMap<DocumentNode, string | null>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          if (mayRead(contextValue.principal)) return;
          let field = known.get(document);
          if (field === undefined) {
            field = schemaField(document);
            known.set(document, field);
          }
          if (field === null) return;
          throw new GraphQLError(`Only callers with the role introspection may read ${field}.`, {
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
          });
        },
      };
    },
  };
}

/** The caller `local` has its roles from nobody: where it asks, the setting decides. */
const mayRead = (principal: Principal): boolean =>
  principal !== LOCAL_PRINCIPAL && principal.roles.has('introspection');

/** The first field that reads the schema, in whichever operation of the document. */
function schemaField(document: DocumentNode): string | null {
  let found: string | null = null;
  visit(document, {
    [Kind.FIELD]({ name: { value } }) {
      if (value === '__schema' || value === '__type') found ??= value;
    },
  });
  return found;
}
