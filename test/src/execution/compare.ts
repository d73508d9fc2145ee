import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  getOperationAST,
} from 'graphql';
import { OperationPlan } from '../../../src/execution/index.js';
import { type OddContext, oddSchema } from './odd-schema.js';

export type Variables = Readonly<Record<string, unknown>>;

/** An answer in a form that can be compared: errors in the order of their paths, what they are about included. */
interface Told {
  readonly text: string;
  readonly errors: readonly unknown[] | undefined;
  readonly log: readonly string[];
}

async function tell(answer: (context: OddContext) => unknown): Promise<Told> {
  const log: string[] = [];
  const { data, errors, ...more } = (await answer({ log })) as ExecutionResult;
  return {
    text: JSON.stringify({ data, ...more }),
    errors: errors?.map(toPlain).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    log,
  };
}

const toPlain = ({ message, path, locations, nodes, originalError }: GraphQLError) => ({
  path,
  message: withoutTaste(message),
  locations,
  nodes: nodes?.map(({ kind, loc }) => [kind, loc?.start]),
  original: originalError && [originalError.name, withoutTaste(originalError.message)],
});

/** Messages of mistakes in resolvers quote values in graphql-js; none of them reaches a client. */
const withoutTaste = (message: string): string =>
  message
    .replace(/^Expected `\w+\.serialize.*$/s, 'no value')
    .replace(/^\w+ answered nothing for a value.*$/, 'no value')
    .replace(/^Expected value of type "(\w+)" but got.*$/s, 'not a $1')
    .replace(/^Expected value of type "(\w+)", but it is of another\.$/, 'not a $1')
    .replace(/^Abstract type "(\w+)" .*$/s, 'no type of $1')
    .replace(/^Runtime Object type "\w+" is not a possible type for "(\w+)"\.$/, 'no type of $1');

/**
 * Of errors whose objects are gone, because a field above must not be null, there may be one or several: that depends on
 * which of them came first. Each stands for the place that is null.
 */
export function withoutRaces({ text, errors, log }: Told): Told {
  const { data } = JSON.parse(text) as { data?: unknown };
  const told = errors?.map((error) => {
    const { path = [] } = error as { path?: readonly (string | number)[] };
    const depth = depthOfNull(data, path);
    return depth === undefined || depth === path.length ? error : { nullAt: path.slice(0, depth) };
  });
  const texts = [...new Set(told?.map((each) => JSON.stringify(each)))].sort();
  return { text, errors: texts, log };
}

/** After how many steps of a path there is nothing. */
function depthOfNull(data: unknown, path: readonly (string | number)[]): number | undefined {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return depth;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return path.length;
}

/** What a plan answers, and what `execute` of graphql-js does. */
export async function bothAnswers(
  document: DocumentNode,
  variables: Variables,
): Promise<{ readonly plan: readonly Told[]; readonly reference: Told }> {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document must have one operation.');
  const plan = new OperationPlan(oddSchema, document, operation);
  const once = () => tell((context) => plan.execute(context, variables));
  return {
    // The second time all that is kept is there.
    plan: [await once(), await once()],
    reference: await tell((contextValue) =>
      execute({ schema: oddSchema, document, contextValue, variableValues: variables }),
    ),
  };
}
