import type { LightMyRequestResponse } from 'fastify';
import type { DocumentedRoute } from './documented-answers.js';
import type { RestGateway } from './rest-gateway.js';

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly $ref?: string;
}

/** The parameters of a route, those that it shares with others left out. */
export const ownParametersOf = ({ operation }: DocumentedRoute): readonly Parameter[] =>
  // The document is valid by OpenAPI, which says that they are.
  (operation.parameters as unknown as readonly Parameter[]).filter(({ $ref }) => $ref === undefined);

export const exampleBodyOf = ({ operation }: DocumentedRoute): Json | undefined =>
  operation.requestBody?.content['application/json']?.example as Json | undefined;

/** Asks a route for what the document gives as its example. @param key - of a change */
export function askExample(
  gateway: RestGateway,
  route: DocumentedRoute,
  key?: string,
): Promise<LightMyRequestResponse> {
  const url = exampleUrl(route);
  const body = exampleBodyOf(route);
  const { method } = route;
  if (method === 'GET') return gateway.get(url);
  // The paths of a document that is valid have no other methods.
  return gateway.send(
    method as 'POST',
    url,
    body,
    key === undefined ? {} : { 'idempotency-key': `"${key}"` },
  );
}

function exampleUrl(route: DocumentedRoute): string {
  const query = new URLSearchParams();
  let path = route.path;
  for (const { name, in: where, example } of ownParametersOf(route)) {
    if (example === undefined) continue;
    if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(example)));
    else for (const value of [example].flat()) query.append(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** A route by the name of its operation. @throws Error where there is none */
export function routeNamed(routes: readonly DocumentedRoute[], operationId: string): DocumentedRoute {
  const found = routes.find(({ operation }) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`There is no route ${operationId}.`);
  return found;
}
