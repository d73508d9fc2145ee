import type { ApolloServer, ApolloServerPlugin, GraphQLRequest, GraphQLResponse } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { OperationRegistry } from '../../persisted/index.js';
import type { RequestContext } from '../caller.js';
import type { HiddenSchema } from '../introspection.js';
import type { GraphqlAnswer } from './graphql-answer.js';
import { KnownDocuments } from './known-documents.js';
import type { AskedGraphql } from './read-request.js';
import type { NoteErrors } from './refusals.js';

/** What Apollo Server gets as the context of a request: it copies it, and so shares what is in it. */
export interface Reading<Context extends RequestContext> {
  readonly context: Context;
  /** Throws where the document may not be carried out for this request: then it is not registered either. */
  readonly admit: (document: DocumentNode) => void;
  readonly found: { document: DocumentNode | null; isAdmitted: boolean };
}

export interface DocumentPluginOptions<Context extends RequestContext> {
  readonly noteErrors: NoteErrors;
  /** Present where not everybody may read the schema. */
  readonly hidden: HiddenSchema<Context> | null;
  /** Told of what nobody foresaw. */
  readonly reportUnforeseen: (error: unknown, requestId: string) => void;
}

/**
 * All that Apollo Server is told to do with a request of ours: it finds the document, parses and validates it, and keeps
 * what was registered; the operation is not carried out by it.
 */
export function documentPlugin<Context extends RequestContext>({
  noteErrors,
  hidden,
  reportUnforeseen,
}: DocumentPluginOptions<Context>): ApolloServerPlugin<Reading<Context>> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ document, contextValue: { found, admit } }) {
        found.document = document;
        admit(document);
        found.isAdmitted = true;
      },
      async responseForOperation({ response: { http } }) {
        return { http, body: { kind: 'single', singleResult: {} } };
      },
      async didEncounterErrors({ errors, contextValue: { context } }) {
        noteErrors(errors, context.requestId);
        hidden?.noteWho(errors, context);
      },
    }),
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      reportUnforeseen(error, requestContext.contextValue.context.requestId);
    },
  };
}

/** Has Apollo Server read the documents that are new, and remembers them in the form in which they were asked for. */
export class DocumentReader<Context extends RequestContext> {
  private readonly known: KnownDocuments;

  constructor(
    /** With {@link documentPlugin}. */
    private readonly server: ApolloServer<Reading<Context>>,
    registry: OperationRegistry,
  ) {
    this.known = new KnownDocuments(registry);
  }

  start(): Promise<void> {
    return this.server.start();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** A document that was read before; the way of nearly every request. */
  find(asked: AskedGraphql): DocumentNode | undefined {
    return this.known.find(asked);
  }

  /**
   * @param admit - throws a GraphQLError with a status where a document may not be carried out for this request
   * @returns the document, or the answer to a request whose document cannot be had, is not valid or is not admitted
   */
  async read(
    asked: AskedGraphql,
    context: Context,
    admit: Reading<Context>['admit'],
  ): Promise<DocumentNode | GraphqlAnswer> {
    const found: Reading<Context>['found'] = { document: null, isAdmitted: false };
    const response = await this.server.executeOperation(toRequest(asked), {
      contextValue: { context, admit, found },
    });
    if (found.document !== null) this.known.remember(asked, found.document);
    return found.document !== null && found.isAdmitted ? found.document : refusalOf(response);
  }
}

/** Of the operations in a document any does: which one is meant, and for whom, is looked at later. */
function toRequest({ query, extensions }: AskedGraphql): GraphQLRequest {
  return {
    ...(query === undefined ? {} : { query }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

function refusalOf({ http, body }: GraphQLResponse): GraphqlAnswer {
  // Nothing was executed, so nothing is delivered later.
  if (body.kind !== 'single') throw new Error('A refusal came in parts.');
  const { errors, data, extensions } = body.singleResult;
  return { status: http.status ?? 500, headers: http.headers, result: { errors, data, extensions } };
}
