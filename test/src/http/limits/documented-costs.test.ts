import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverSettings } from '../../../../src/config/server-settings.js';
import { type EnomGateway, startEnomGateway } from '../../../support/enom-gateway.js';
import { type PoaGateway, startPoaGateway } from '../../../support/poa-gateway.js';
import { costOfQuery } from '../../../support/query-cost.js';

const page = readFileSync(new URL('../../../../docs/limits.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^\| `(\{.*\})` \|(?:.*=)? (\d+) \|$/gm)].map(
  ([, query = '', cost = '']) => ({ query, cost: Number(cost) }),
);
const defaults = [...page.matchAll(/^\| `server\.limits\.(\w+)` \| ([\d,]+) \|/gm)].map(
  ([, name = '', value = '']) => [name, Number(value.replaceAll(',', ''))],
);

describe('docs/limits.md', () => {
  let poa: PoaGateway;
  let enom: EnomGateway;
  beforeAll(async () => {
    [poa, enom] = await Promise.all([startPoaGateway(), startEnomGateway()]);
  });
  afterAll(() => Promise.all([poa.close(), enom.close()]));

  it('has examples, and the defaults of the settings', () => {
    expect(examples).toHaveLength(5);
    expect(Object.fromEntries(defaults)).toEqual(serverSettings.parse({}).limits);
  });

  it.each(examples)('counts as the gateway does: $query', ({ query, cost }) => {
    expect(costOfQuery(query, {}, [poa.backend, enom.backend])).toBe(cost);
  });
});
