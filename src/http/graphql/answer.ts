import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { formatError } from '../../errors/format-error.js';
import type { RequestContext } from '../caller.js';
import type { GraphqlServer } from '../graphql-server.js';
import { badRequest } from './bad-request.js';
import type { GraphqlAnswer, GraphqlResult } from './graphql-answer.js';
import { mediaTypeFor } from './media-type.js';
import { readGraphqlRequest } from './read-request.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers one request for GraphQL, whose caller is known. */
export type AnswerGraphql = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * GraphQL over HTTP.
 *
 * @param server - started
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export const graphqlAnswerer =
  <Context extends RequestContext>(
    server: Pick<GraphqlServer<Context>, 'answer'>,
    contextOf: (request: FastifyRequest, reply: FastifyReply) => Context,
  ): AnswerGraphql =>
  async (request, reply) => {
    const type = mediaTypeFor(request.headers.accept);
    try {
      const asked = readGraphqlRequest(request);
      if (type === null) throw badRequest('The answer is JSON, which Accept does not allow.', 406);
      // Not returned: Fastify would wait for it once more, though it is out.
      sendAnswer(await server.answer(asked, contextOf(request, reply)), type, reply);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      sendRefusal(error, type ?? JSON_TYPE, reply);
    }
  };

function sendAnswer({ status, headers, result }: GraphqlAnswer, type: string, reply: FastifyReply): void {
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status).type(type).send(textOf(result));
}

function sendRefusal(error: GraphQLError, type: string, reply: FastifyReply): void {
  const { status } = error.extensions.http as { readonly status: number };
  reply
    .code(status)
    .type(type)
    .send(textOf({ errors: [formatError(error)] }));
}

/** Errors first, where people look first. */
const textOf = ({ errors, data, extensions }: Partial<GraphqlResult>): string =>
  `${JSON.stringify({ errors, data, extensions })}\n`;
