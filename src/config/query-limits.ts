import { z } from 'zod';

/**
 * How much one GraphQL document may ask. The lower bounds let GraphiQL's introspection query through; longer documents
 * than the upper one of `tokens` allows can nest deeper than the stack of the rules that check them.
 */
export const queryLimits = z.strictObject({
  /** Length of the document in lexical tokens. */
  tokens: z.int().min(500).max(20_000).default(5_000),
  /** Fields in one another. Those of introspection do not count. */
  depth: z.int().min(3).max(100).default(20),
  /** Fields on one level of an operation, all branches and fragments taken together. */
  breadth: z.int().min(100).max(10_000).default(500),
  /** Fields, fragments and spreads of the document once its fragments are spread out. */
  selections: z.int().min(500).max(100_000).default(10_000),
  /** Fields of an operation that are given other names. */
  aliases: z.int().min(0).max(10_000).default(200),
  /** Calls that an operation could make of the backends, some of which count tenfold. */
  cost: z.int().min(1).max(1_000_000).default(2_000),
});

export type QueryLimits = z.output<typeof queryLimits>;
