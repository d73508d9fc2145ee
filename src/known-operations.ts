import type { GraphQLSchema } from 'graphql';
import { countAnswering } from '../resolvers/every-backend.js';
import type { Config } from './config/index.js';
import { worstCost } from './http/limits/worst-cost.js';
import type { PersistedDocuments } from './http/persisted-queries/persisted-documents.js';
import type { Backend } from './model/index.js';
import { readRegistry } from './persisted/index.js';

/**
 * Reads the operations that come with the gateway and those that the configuration adds; asks no backend anything.
 *
 * @throws {@link ConfigError} with everything that is wrong with them, at file, line and column
 */
export function readKnownOperations(
  { operations, persistedOperations, server }: Pick<Config, 'operations' | 'persistedOperations' | 'server'>,
  schema: GraphQLSchema,
  backends: readonly Backend[],
): PersistedDocuments {
  const { folders, manifests, exceptRoles } = operations;
  const panels = new Map(backends.map((backend) => [backend.name, backend.panel(askNothing)]));
  const panel = (name: string) => {
    const found = panels.get(name);
    if (found === undefined) throw new Error(`There is no backend ${name}.`);
    return found;
  };
  const registry = readRegistry({
    schema,
    folders,
    manifests,
    worstCost: worstCost(schema, (member) => countAnswering({ backends, panel }, member)),
    costLimit: server.limits.cost,
  });
  return { registry, mode: persistedOperations, exceptRoles };
}

/** Counting looks which members a port has, and calls none. */
const askNothing = (): Promise<never> => Promise.reject(new Error('Counting asks no panel.'));
