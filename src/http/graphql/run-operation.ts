import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { formatError } from '../../errors/format-error.js';
import { Plans } from '../../execution/index.js';
import type { RequestContext } from '../caller.js';
import type { CarryOut } from '../carry-out.js';
import type { HiddenSchema } from '../introspection.js';
import type { CheckCost } from '../limits/cost-limit.js';
import { badRequest } from './bad-request.js';
import type { GraphqlAnswer } from './graphql-answer.js';
import type { AskedGraphql } from './read-request.js';
import type { NoteErrors } from './refusals.js';

export interface RunOptions<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly carryOut: CarryOut<Context>;
  readonly checkCost: CheckCost<Context>;
  readonly noteErrors: NoteErrors;
  /** Present where not everybody may read the schema. */
  readonly hidden: HiddenSchema<Context> | null;
}

/** Runs the operation of a document that a request means. */
export interface OperationRunner<Context> {
  /** @throws GraphQLError with a status where it may not be carried out */
  admit(document: DocumentNode, asked: AskedGraphql, context: Context): OperationDefinitionNode;
  /** @returns also of one that is not admitted, or fails, what the client is told */
  run(document: DocumentNode, asked: AskedGraphql, context: Context): Promise<GraphqlAnswer>;
}

const NO_HEADERS: GraphqlAnswer['headers'] = new Map();

/** Makes what runs operations of documents that were parsed and validated. */
export function operationRunner<Context extends RequestContext>({
  schema,
  carryOut,
  checkCost,
  noteErrors,
  hidden,
}: RunOptions<Context>): OperationRunner<Context> {
  const plans = new Plans(schema);

  function admit(document: DocumentNode, asked: AskedGraphql, context: Context): OperationDefinitionNode {
    const { method, operationName, variables } = asked;
    const operation = getOperationAST(document, operationName);
    if (method === 'GET' && operation && operation.operation !== 'query') {
      throw badRequest(
        'A GET carries queries only; all else is sent with POST.',
        405,
        new Map([['allow', 'POST']]),
      );
    }
    hidden?.check(document, context);
    if (!operation) throw unresolved(schema, document, operationName);
    checkCost({ document, operation, variables, context });
    return operation;
  }

  function refused(cause: unknown, context: Context): GraphqlAnswer {
    const { status, headers = NO_HEADERS } = httpOf(cause);
    // What has no status is no refusal: nobody foresaw it.
    const error =
      cause instanceof GraphQLError && status !== undefined
        ? cause
        : new GraphQLError('', { originalError: asError(cause), extensions: {} });
    noteErrors([error], context.requestId);
    const told = formatError(error, context.requestId);
    const errors = [hidden === null ? told : hidden.withhold(told, context)];
    return { status: status ?? 500, headers, result: { errors, data: undefined, extensions: undefined } };
  }

  return {
    admit,
    async run(document, asked, context) {
      try {
        const operation = admit(document, asked, context);
        const { data, errors } = await carryOut({
          plan: plans.of(document, operation),
          kind: operation.operation,
          name: operation.name?.value ?? null,
          context,
          variables: asked.variables,
        });
        return {
          status: data === undefined ? 400 : 200,
          headers: NO_HEADERS,
          result: { errors: errors.length === 0 ? undefined : errors, data, extensions: undefined },
        };
      } catch (error) {
        return refused(error, context);
      }
    },
  };
}

/** What refusals say of their answer. */
const httpOf = (cause: unknown): Partial<Pick<GraphqlAnswer, 'status' | 'headers'>> =>
  cause instanceof GraphQLError ? ((cause.extensions.http ?? {}) as Partial<GraphqlAnswer>) : {};

/** graphql-js says why, and executes nothing: there is no such operation. */
function unresolved(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): GraphQLError {
  const told = execute({ schema, document, operationName: operationName ?? null });
  const [error] = 'errors' in told ? (told.errors ?? []) : [];
  if (error === undefined) throw new Error('An operation was found that was not there.');
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
