import type { GraphQLSchema } from 'graphql';
import type { OperationRegistry } from '../persisted/index.js';
import { HEADERS } from './headers.js';
import { DESCRIPTION, SECURITY_SCHEMES } from './info.js';
import { operationObject } from './operation-object.js';
import { SHARED_PARAMETERS } from './parameters.js';
import { pathsOf } from './paths.js';
import { PROBLEM_SCHEMAS, type ProblemCatalogue, problemExamples, problemResponses } from './problems.js';
import { SharedSchemas } from './shared-schemas.js';
import { OTHER_TAG_TEXT, TAG_TEXTS } from './tags.js';

export interface OpenApiOptions {
  readonly registry: OperationRegistry;
  /** The graph that they are operations of. */
  readonly schema: GraphQLSchema;
  readonly problems: ProblemCatalogue;
  /** Where the routes are: `/rest/v1`. */
  readonly prefix: string;
  /** Of the program. */
  readonly version: string;
  /** Whether callers have to say who they are. */
  readonly authenticated: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** All REST routes as an OpenAPI 3.1 document: the gateway's own, and those of added operations. */
export function openApiDocument(options: OpenApiOptions): Json {
  const { registry, schema, problems, prefix, version, authenticated } = options;
  const schemas = new SharedSchemas();
  for (const [name, shared] of Object.entries(PROBLEM_SCHEMAS)) schemas.put(name, shared);
  const paths = pathsOf(registry.operations, (operation, route) =>
    operationObject(operation, route, { schema, problems, schemas }),
  );
  const routes = registry.operations.flatMap(({ rest }) => (rest === null ? [] : [rest]));
  const statuses = routes.flatMap((route) => problems.statusesOf(route));
  const responses = problemResponses(statuses, problems);
  const isUsed = usedIn({ paths, responses });
  return {
    openapi: '3.1.1',
    info: {
      title: 'hostgraph',
      version,
      summary: 'Hosting panels over REST.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: prefix, description: 'This gateway.' }],
    security: [...(authenticated ? [] : [{}]), { key: [] }, { bearer: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))]
      .sort()
      .map((name) => ({ name, description: TAG_TEXTS[name] ?? OTHER_TAG_TEXT })),
    paths,
    components: {
      schemas: schemas.all(),
      responses,
      parameters: filtered(SHARED_PARAMETERS, (name) => isUsed('parameters', name)),
      examples: problemExamples(statuses, problems),
      headers: filtered(HEADERS, (name) => isUsed('headers', name)),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

function usedIn(part: Json): (kind: string, name: string) => boolean {
  const text = JSON.stringify(part);
  return (kind, name) => text.includes(`"#/components/${kind}/${name}"`);
}

const filtered = (all: Json, keep: (name: string) => boolean): Json =>
  Object.fromEntries(Object.entries(all).filter(([name]) => keep(name)));
