import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, Kind, visit } from 'graphql';
import { LOCAL_PRINCIPAL, type Principal } from '../model/index.js';
import type { RequestContext } from './caller.js';

export interface HiddenSchema<Context extends RequestContext> {
  readonly plugin: ApolloServerPlugin<Context>;
  /** As clients are told of an error, without the names that they had not guessed yet. */
  readonly hideNames: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

/**
 * Keeps the schema from callers without the role `introspection`: they may not ask for it, and are not helped to guess
 * it. Not a rule of validation, which would judge a document once for all callers: whether it reads the schema is found
 * out once, and who asks is looked at each time.
 */
export function introspectionByRole<Context extends RequestContext>(): HiddenSchema<Context> {
  const known = new WeakMap<DocumentNode, string | null>();
  // Apollo Server formats errors without telling who is told of them.
  const mayHelp = new WeakSet<object>();
  const plugin: ApolloServerPlugin<Context> = {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          if (mayRead(contextValue.principal)) for (const error of errors) mayHelp.add(error);
        },
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
  return {
    plugin,
    hideNames: (formatted, error) =>
      error instanceof Error && mayHelp.has(error)
        ? formatted
        : { ...formatted, message: formatted.message.replace(SUGGESTION, '') },
  };
}

/** What graphql-js adds to its refusals: `Did you mean "account" or "accounts"?` */
const SUGGESTION = / ?Did you mean [^?]*\?$/;

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
