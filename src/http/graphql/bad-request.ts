import { GraphQLError } from 'graphql';

/** A request that is none for GraphQL, whatever its document says. */
export const badRequest = (message: string, status = 400): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
