import type { ApolloServer, GraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { formatError } from '../../errors/format-error.js';
import type { RequestContext } from '../caller.js';
import { badRequest } from './bad-request.js';
import { mediaTypeFor } from './media-type.js';
import { readGraphqlRequest } from './read-request.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers one request for GraphQL, whose caller is known. */
export type AnswerGraphql = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * GraphQL over HTTP in front of Apollo Server, which gets the operation and nothing else of the request.
 *
 * @param server - started
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export const graphqlAnswerer =
  <Context extends RequestContext>(
    server: ApolloServer<Context>,
    contextOf: (request: FastifyRequest, reply: FastifyReply) => Context,
  ): AnswerGraphql =>
  async (request, reply) => {
    const type = mediaTypeFor(request.headers.accept);
    try {
      const asked = readGraphqlRequest(request);
      if (type === null) throw badRequest('The answer is JSON, which Accept does not allow.', 406);
      // Not returned: Fastify would wait for it once more, though it is out.
      sendResponse(
        await server.executeOperation(asked, { contextValue: contextOf(request, reply) }),
        type,
        reply,
      );
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      sendRefusal(error, type ?? JSON_TYPE, reply);
    }
  };

function sendResponse({ http, body }: GraphQLResponse, type: string, reply: FastifyReply): void {
  // Operations are executed here, and nothing of them is delivered later.
  if (body.kind !== 'single') throw new Error('An answer came in parts.');
  if (http.status !== undefined) reply.code(http.status);
  for (const [name, value] of http.headers) reply.header(name, value);
  reply.type(type).send(textOf(body.singleResult));
}

function sendRefusal(error: GraphQLError, type: string, reply: FastifyReply): void {
  const { status } = error.extensions.http as { readonly status: number };
  reply
    .code(status)
    .type(type)
    .send(textOf({ errors: [formatError(error)] }));
}

/** Errors first, where people look first. */
const textOf = ({ errors, data, extensions }: FormattedExecutionResult): string =>
  `${JSON.stringify({ errors, data, extensions })}\n`;
