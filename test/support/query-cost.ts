import { getOperationAST, parse, validate } from 'graphql';
import { countAnswering } from '../../resolvers/every-backend.js';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { costOf } from '../../src/http/limits/cost-plan.js';
import { readQueryCost } from '../../src/http/limits/query-cost.js';
import type { Backend } from '../../src/model/index.js';

const schema = buildGatewaySchema();

/** The cost of a query of one operation, for a caller who may use `backends`. */
export function costOfQuery(
  source: string,
  variables: Readonly<Record<string, unknown>>,
  backends: readonly Backend[],
): number {
  const document = parse(source);
  const [invalid] = validate(schema, document);
  if (invalid !== undefined) throw invalid;
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Not one operation.');
  const { parts, inputs } = readQueryCost(schema, document, operation);
  const panel = (name: string) => {
    const backend = backends.find((candidate) => candidate.name === name);
    if (backend === undefined) throw new Error(`No backend ${name}.`);
    return backend.panel(() => Promise.reject(new Error('Counting asks nothing.')));
  };
  return costOf(
    parts,
    inputs(variables, (member) => countAnswering({ backends, panel }, member)),
  );
}
