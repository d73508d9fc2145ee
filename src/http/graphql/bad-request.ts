import { GraphQLError } from 'graphql';
import type { GraphqlAnswer } from './graphql-answer.js';

/** A request that is none for GraphQL, whatever its document says. */
export const badRequest = (
  message: string,
  status = 400,
  headers: GraphqlAnswer['headers'] = new Map(),
): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status, headers } } });
