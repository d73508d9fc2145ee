import { buildGatewaySchema } from '../../resolvers/schema.js';
import { PROBLEM_CATALOGUE } from '../../src/http/rest/possible-problems.js';
import { openApiDocument } from '../../src/openapi/index.js';
import { type RegistryOptions, readRegistry } from '../../src/persisted/index.js';

type Json = Readonly<Record<string, unknown>>;

/** What tests read of a document, which validators have found to be one. */
export interface OpenApiDocument extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters: readonly Json[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Json>> };
  readonly responses: Readonly<Record<string, Json>>;
}

const schema = buildGatewaySchema();

/** The document of the gateway's own routes and of added operations, as JSON has it. */
export function createOpenApiDocument(
  operations: Omit<RegistryOptions, 'schema'> = {},
  authenticated = true,
): OpenApiDocument {
  const document = openApiDocument({
    registry: readRegistry({ schema, ...operations }),
    schema,
    problems: PROBLEM_CATALOGUE,
    prefix: '/rest/v1',
    version: '1.2.3',
    authenticated,
  });
  return JSON.parse(JSON.stringify(document)) as OpenApiDocument;
}
