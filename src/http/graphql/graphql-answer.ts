import type { GraphQLFormattedError } from 'graphql';

/** What a request for GraphQL is answered with. */
export interface GraphqlAnswer {
  readonly status: number;
  /** By their names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly result: GraphqlResult;
}

/** Its members that are `undefined` are left out. */
export interface GraphqlResult {
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  /** `null` when an error left nothing; `undefined` when nothing was carried out. */
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}
