import { type GraphQLSchema, getVariableValues } from 'graphql';
import { formatError } from '../../errors/format-error.js';
import type { PersistedOperation, RestRoute } from '../../persisted/index.js';
import { describeMisfits } from './misfits.js';
import type { ProblemDetail } from './problem.js';

/** Makes what tells everything that is wrong with the types of variables, without executing anything. */
export function variablesChecker(
  schema: GraphQLSchema,
  { definition }: Pick<PersistedOperation, 'definition'>,
  route: RestRoute,
): (variables: Readonly<Record<string, unknown>>) => ProblemDetail[] {
  return (variables) => {
    const { errors = [] } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
    return describeMisfits(
      errors.map((error) => formatError(error)),
      route,
    );
  };
}
