import {
  GraphQLBoolean,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from 'graphql';

/**
 * What a write answers.
 *
 * @param result - of the method; `null` where it answers nothing that may be told
 */
export const writePayload = (name: string, result: GraphQLOutputType | null): GraphQLObjectType =>
  new GraphQLObjectType({
    name,
    fields: {
      ...(result === null
        ? {}
        : {
            result: {
              type: result,
              description:
                'What the panel answered. Of an earlier run only what its record keeps: numbers, truth values, dates and ids.',
            },
          }),
      idempotencyKey: {
        type: new GraphQLNonNull(GraphQLString),
        description: 'Names the change: the key that was sent, or one that was made.',
      },
      replayed: {
        type: new GraphQLNonNull(GraphQLBoolean),
        description: 'Whether an earlier run with this key is told of, and nothing was sent.',
      },
      proven: {
        type: new GraphQLNonNull(GraphQLBoolean),
        description:
          'Whether the answer proves that the change was made. Some methods claim success whatever came of them.',
      },
    },
  });
