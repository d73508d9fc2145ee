import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../../../resolvers/schema.js';
import { GATEWAY_ERROR_CODES, USER_ERROR_CODES } from '../../../../src/errors/index.js';
import { EDGE_ERROR_CODES } from '../../../../src/http/edge-error.js';
import { FAILURE_STATUS, REFUSAL_STATUS } from '../../../../src/http/rest/statuses.js';
import { readRegistry } from '../../../../src/persisted/index.js';
import { withRestDirective } from '../../../../src/persisted/rest-directive.js';

const read = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');
const page = read('rest.md');
const schema = buildGatewaySchema();

/** Codes that only GraphQL is answered with. */
const NOT_HERE = [
  'PERSISTED_OPERATION_REQUIRED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

const statuses = new Map(
  [...page.matchAll(/^\| `([A-Z_]+)` \| ([\d, ]+) \|/gm)].map(([, code = '', list = '']) => [
    code,
    list.split(',').map((status) => Number(status)),
  ]),
);

describe('docs/rest.md', () => {
  it('lists every route that the gateway comes with, under its tag, and none that there is not', () => {
    const documented = page
      .split(/^### /m)
      .slice(1)
      .flatMap((section) =>
        [...section.matchAll(/^\| `([A-Z]+ \/[^`]*)` \| (.+) \|$/gm)].map(
          ([, route, summary]) => `${section.split('\n', 1)[0]}: ${route} ${summary}`,
        ),
      );
    const routes = readRegistry({ schema }).operations.flatMap(({ rest }) =>
      rest === null ? [] : [`${rest.tag}: ${rest.method} ${rest.path} ${rest.summary}`],
    );
    expect(documented.sort()).toEqual(routes.sort());
  });

  it('lists every code that a problem can have, each once', () => {
    const codes = new Set<string>([...GATEWAY_ERROR_CODES, ...EDGE_ERROR_CODES, ...USER_ERROR_CODES]);
    expect([...statuses.keys()].sort()).toEqual([...codes].filter((code) => !NOT_HERE.includes(code)).sort());
  });

  it('gives each the status that it has', () => {
    const given = { ...FAILURE_STATUS, ...REFUSAL_STATUS };
    const wrong = Object.entries(given).filter(([code, status]) => !statuses.get(code)?.includes(status));
    expect(wrong).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  it('lists the arguments of @rest, with their defaults', () => {
    const documented = [...read('operations.md').matchAll(/^\| `(\w+)` \| ?(required|`[^`]*`|) ?\|/gm)].map(
      ([, name, value]) => ({ name, value }),
    );
    const actual = withRestDirective(schema)
      .getDirective('rest')
      ?.args.map(({ name, type, defaultValue }) => ({
        name,
        value:
          String(type).endsWith('!') && defaultValue === undefined
            ? 'required'
            : defaultValue === undefined
              ? ''
              : `\`${JSON.stringify(defaultValue)}\``,
      }));
    expect(documented).toEqual(actual);
  });
});
