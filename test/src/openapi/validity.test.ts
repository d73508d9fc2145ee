import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';
import { createOpenApiDocument } from '../../support/openapi-document.js';

const document = createOpenApiDocument();
const text = JSON.stringify(document);

describe('the OpenAPI document', () => {
  it('is valid by the schema of OpenAPI 3.1', async () => {
    const spec = JSON.parse(text) as Exclude<Parameters<Validator['validate']>[0], string>;
    expect(await new Validator().validate(spec)).toEqual({ valid: true });
  });

  it('has nothing that redocly’s recommended rules find fault with', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: text, config });
    const told = problems.map(
      ({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`,
    );
    expect(told).toEqual([]);
  }, 60_000);

  it('is what types are generated from, with null where the graph can answer it', async () => {
    const types = astToString(await openapiTypescript(text));
    expect(types).toContain('export interface operations {');
    expect(types).toMatch(/totalCount\?: number \| null;/);
    for (const { operationId } of Object.values(document.paths).flatMap((item) => Object.values(item))) {
      expect(types).toContain(`    ${operationId}: {`);
    }
  }, 60_000);
});
