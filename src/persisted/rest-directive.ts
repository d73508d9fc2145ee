import {
  type DirectiveNode,
  extendSchema,
  type GraphQLSchema,
  getDirectiveValues,
  type OperationDefinitionNode,
  parse,
} from 'graphql';

export const REST_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type RestMethod = (typeof REST_METHODS)[number];

/** What an operation may say of its route; docs/operations.md explains each argument. */
const DEFINITION = `
  enum RestMethod { ${REST_METHODS.join(' ')} }
  directive @rest(
    method: RestMethod!
    path: String!
    tag: String!
    summary: String!
    description: String
    bind: [String!] = []
    answer: String
    status: Int = 200
    cacheSeconds: Int = 0
    keyRequired: Boolean = false
  ) on QUERY | MUTATION
`;

/** The arguments of `@rest`, with their defaults. */
export interface RestArguments {
  readonly method: RestMethod;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string | null;
  readonly bind: readonly string[];
  readonly answer?: string | null;
  readonly status: number;
  readonly cacheSeconds: number;
  readonly keyRequired: boolean;
}

const NAME = 'rest';

/** The schema that operations in files are held against: the graph's, and `@rest`. It executes nothing. */
export const withRestDirective = (schema: GraphQLSchema): GraphQLSchema =>
  extendSchema(schema, parse(DEFINITION), { assumeValidSDL: true });

/**
 * Reads `@rest` of an operation that has passed validation.
 *
 * @param schema - as {@link withRestDirective} made it
 * @returns `null` for an operation without a route
 */
export function readRestArguments(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): RestArguments | null {
  const directive = schema.getDirective(NAME);
  if (!directive) throw new Error('The schema has no directive @rest.');
  // Its definition, against which the document was validated, has exactly these arguments.
  return (getDirectiveValues(directive, operation) as unknown as RestArguments | undefined) ?? null;
}

export const restDirectiveOf = ({ directives }: OperationDefinitionNode): DirectiveNode | undefined =>
  directives?.find(({ name }) => name.value === NAME);

/** The operation as it is executed: a server of GraphQL knows nothing of routes. */
export const withoutRest = (operation: OperationDefinitionNode): OperationDefinitionNode => ({
  ...operation,
  directives: (operation.directives ?? []).filter(({ name }) => name.value !== NAME),
});
