import { GraphQLString } from 'graphql';
import type { BackendKind } from '../model/index.js';

/** Which panel a field asks. */
export const backendArgument = (kind: BackendKind) => ({
  type: GraphQLString,
  description: `Name of a configured backend of kind ${kind}; may be left out where you have one.`,
});

/** An argument of type String; `null` where it was left out. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
