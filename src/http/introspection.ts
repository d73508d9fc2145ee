import { type DocumentNode, GraphQLError, type GraphQLFormattedError, Kind, visit } from 'graphql';
import { LOCAL_PRINCIPAL, type Principal } from '../model/index.js';
import type { RequestContext } from './caller.js';

/** A schema that not everybody may read. */
export interface HiddenSchema<Context extends RequestContext> {
  /** @throws GraphQLError with status 400 where a document reads the schema for a caller who may not */
  check(document: DocumentNode, context: Context): void;
  /** Of errors that Apollo Server formats without telling for whom. */
  noteWho(errors: readonly Error[], context: Context): void;
  /** An error as clients are told of it, without the names that they had not guessed yet; of those noted before. */
  hideNames(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  /** The same for a caller who is known. */
  withhold(formatted: GraphQLFormattedError, context: Context): GraphQLFormattedError;
}

/**
 * Keeps the schema from callers without the role `introspection`: they may not ask for it, and are not helped to guess
 * it. Not a rule of validation, which would judge a document once for all callers: whether it reads the schema is found
 * out once, and who asks is looked at each time.
 */
export function introspectionByRole<Context extends RequestContext>(): HiddenSchema<Context> {
  const known = new WeakMap<DocumentNode, string | null>();
  const mayHelp = new WeakSet<object>();
  return {
    check(document, { principal }) {
      if (mayRead(principal)) return;
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
    noteWho(errors, { principal }) {
      if (mayRead(principal)) for (const error of errors) mayHelp.add(error);
    },
    hideNames: (formatted, error) =>
      error instanceof Error && mayHelp.has(error) ? formatted : withoutNames(formatted),
    withhold: (formatted, { principal }) => (mayRead(principal) ? formatted : withoutNames(formatted)),
  };
}

const withoutNames = (formatted: GraphQLFormattedError): GraphQLFormattedError => ({
  ...formatted,
  message: formatted.message.replace(SUGGESTION, ''),
});

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
