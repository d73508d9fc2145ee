import type { PersistedOperation, RestRoute } from '../../persisted/index.js';

/** Where the routes are. */
export const REST_PREFIX = '/rest/v1';

/** Whether an answer is to be one of these routes', found or not. */
export const isRestPath = (url: string): boolean => url.startsWith(`${REST_PREFIX}/`);

/** Tells where something of a type can be read; `undefined` where no route reads one by its id alone. */
export type Locate = (typeName: string, id: string) => string | undefined;

/** Knows the routes that answer one object by one name in their path. */
export function createLocate(operations: readonly PersistedOperation[]): Locate {
  const templates = new Map<string, string>();
  for (const { rest } of operations) {
    if (
      rest !== null &&
      rest.answer.typeName !== null &&
      readsOneById(rest) &&
      !templates.has(rest.answer.typeName)
    )
      templates.set(rest.answer.typeName, rest.path);
  }
  return (typeName, id) => {
    const template = templates.get(typeName);
    return template && REST_PREFIX + template.replace(/\{\w+\}/, inPath(id));
  };
}

/** The collection, one name, and nothing that has to be known besides. */
const readsOneById = ({ method, path, parameters, answer }: RestRoute): boolean =>
  method === 'GET' &&
  answer.shape === 'object' &&
  /^\/[^/{]+\/\{\w+\}$/.test(path) &&
  parameters.every((parameter) => parameter.in === 'path' || !parameter.required);

/** Colons and at signs stand for themselves in a path, and ids are easier to read with them. */
const inPath = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%40', '@');
