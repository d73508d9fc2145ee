import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { ConfigError } from '../config/index.js';
import { readManifest } from './manifest.js';
import type { PersistedOperation } from './operation.js';
import { readOperationFiles, SHIPPED_OPERATIONS } from './operation-files.js';
import { Problems } from './problems.js';
import { readOperations } from './read-operations.js';
import { routeReader } from './read-route.js';
import { withRestDirective } from './rest-directive.js';

export interface RegistryOptions {
  readonly schema: GraphQLSchema;
  /** The folder of the operations that come with the gateway; `null`: none. */
  readonly shipped?: string | null;
  /** Folders of the operator's own. */
  readonly folders?: readonly string[];
  /** Files of the operations that clients were built with. */
  readonly manifests?: readonly string[];
  /** The most that an operation can cost, whatever its variables are. */
  readonly worstCost?: (document: DocumentNode, operation: OperationDefinitionNode) => number;
  /** Operations of the operator's own that can cost more are refused. Requests are held against it in any case. */
  readonly costLimit?: number;
}

/** All operations that are known before anybody asks for them. */
export interface OperationRegistry {
  readonly operations: readonly PersistedOperation[];
  /** By id; `sha256:` may stand before one that is a hash. */
  find(id: string): PersistedOperation | undefined;
}

export const NO_OPERATIONS: OperationRegistry = { operations: [], find: () => undefined };

/**
 * Reads and checks all operations.
 *
 * @throws {@link ConfigError} with every problem at once, at the file, line and column of each
 */
export function readRegistry({
  schema,
  shipped = SHIPPED_OPERATIONS,
  folders = [],
  manifests = [],
  worstCost = () => 0,
  costLimit = Number.POSITIVE_INFINITY,
}: RegistryOptions): OperationRegistry {
  const problems = new Problems();
  const restSchema = withRestDirective(schema);
  const readRoute = routeReader(restSchema, problems);
  const readFolder = (folder: string): PersistedOperation[] =>
    filesOf(folder, problems).flatMap((file) => readOperations(file, restSchema, readRoute, problems));
  const ours = shipped === null ? [] : readFolder(shipped);
  const added = folders.flatMap(readFolder);
  const trusted = manifests.flatMap((file) => readManifest(file, schema, problems));
  checkNames([...ours, ...added], problems);
  checkRoutes([...ours, ...added], problems);
  for (const operation of [...added, ...trusted]) {
    const cost = worstCost(operation.document, operation.definition);
    if (cost <= costLimit) continue;
    const message = `${operation.name} can cost ${cost}, and ${costLimit} is the limit (server.limits.cost).`;
    problems.add(placeOf(operation), message);
  }
  const operations = [...ours, ...added, ...trusted];
  const byId = indexed(operations, problems);
  if (problems.found.length > 0) throw new ConfigError(problems.found);
  return { operations, find: (id) => byId.get(bare(id)) };
}

function filesOf(folder: string, problems: Problems) {
  try {
    return readOperationFiles(folder);
  } catch {
    problems.add(folder, 'is no folder that can be read.');
    return [];
  }
}

/** Clients, logs and documents know operations by their names. */
function checkNames(operations: readonly PersistedOperation[], problems: Problems): void {
  const known = new Map<string, PersistedOperation>();
  for (const operation of operations) {
    const same = known.get(operation.name);
    if (same === undefined) known.set(operation.name, operation);
    else
      problems.add(
        placeOf(operation),
        `${operation.name} is the name of another operation: ${placeOf(same)}.`,
      );
  }
}

/** `/a/{x}` and `/a/{y}` are one path; `/a/b` beside them is another, and comes first. */
function checkRoutes(operations: readonly PersistedOperation[], problems: Problems): void {
  const known = new Map<string, PersistedOperation>();
  for (const operation of operations) {
    if (operation.rest === null) continue;
    const { method, path } = operation.rest;
    const route = `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
    const same = known.get(route);
    if (same === undefined) known.set(route, operation);
    else {
      const message = `${operation.name} has the route of another operation, ${same.name}: ${placeOf(same)}.`;
      problems.add(placeOf(operation), message);
    }
  }
}

function indexed(
  operations: readonly PersistedOperation[],
  problems: Problems,
): ReadonlyMap<string, PersistedOperation> {
  const byId = new Map<string, PersistedOperation>();
  for (const operation of operations) {
    const same = byId.get(bare(operation.id));
    if (same === undefined) byId.set(bare(operation.id), operation);
    else if (same.text !== operation.text) {
      problems.add(
        placeOf(operation),
        `${operation.name} has the id of another operation: ${placeOf(same)}.`,
      );
    }
  }
  return byId;
}

const bare = (id: string): string => (/^sha256:[0-9a-f]{64}$/.test(id) ? id.slice('sha256:'.length) : id);

const placeOf = ({ source: { file, line } }: PersistedOperation): string => `${file}:${line}`;
