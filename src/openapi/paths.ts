import { type PersistedOperation, REST_METHODS, type RestRoute } from '../persisted/index.js';

type Json = Readonly<Record<string, unknown>>;
type Describe = (operation: PersistedOperation, route: RestRoute) => Json;

/**
 * One item a path, in the order of paths, reads before changes. What methods call the names in a path does not tell
 * paths apart.
 */
export function pathsOf(operations: readonly PersistedOperation[], describe: Describe): Json {
  const paths = new Map<string, { readonly path: string; readonly item: Map<string, Json> }>();
  for (const operation of operations) {
    if (operation.rest === null) continue;
    const { method, path } = operation.rest;
    const key = path.replaceAll(NAME, '{}');
    const known = paths.get(key) ?? { path, item: new Map() };
    known.item.set(method, describe(operation, withNamesOf(known.path, operation.rest)));
    paths.set(key, known);
  }
  return Object.fromEntries(
    [...paths.values()]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, item }) => [path, inOrder(item)]),
  );
}

const inOrder = (item: ReadonlyMap<string, Json>): Json =>
  Object.fromEntries(
    REST_METHODS.filter((method) => item.has(method)).map((method) => [
      method.toLowerCase(),
      item.get(method),
    ]),
  );

const NAME = /\{(\w+)\}/g;

const namesIn = (path: string): string[] => [...path.matchAll(NAME)].map(([, name = '']) => name);

function withNamesOf(path: string, route: RestRoute): RestRoute {
  if (path === route.path) return route;
  const names = new Map(namesIn(route.path).map((name, index) => [name, namesIn(path)[index] ?? name]));
  return {
    ...route,
    path,
    parameters: route.parameters.map((parameter) =>
      parameter.in === 'path'
        ? { ...parameter, name: names.get(parameter.name) ?? parameter.name }
        : parameter,
    ),
  };
}
