import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { runOperation } from '../support/poa-gateway.js';
import { CALLERS, type CallerName } from '../support/scoped.js';
import { QUERY_CASES, type QueryCase } from './query-cases.js';

const fields = Object.keys(buildGatewaySchema().getQueryType()?.getFields() ?? {});
const callers = Object.keys(CALLERS) as CallerName[];
const CUSTOMERS_OWN: readonly CallerName[] = ['customer', 'reseller', 'provider', 'native'];

const cases = Object.entries(QUERY_CASES).flatMap(([field, entry]) =>
  'open' in entry ? [] : entry.map((one) => ({ field, ...one, title: `${field} ${one.there}` })),
);
const open = Object.entries(QUERY_CASES).flatMap(([field, entry]) =>
  'open' in entry ? [{ field, ask: entry.open }] : [],
);

let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
afterAll(() => panels.close());

const run = (caller: CallerName, ask: string, target: string) =>
  runOperation(panels.backends, `{ ${ask.replaceAll('$x', target)} }`, {}, CALLERS[caller]);

describe('the matrix of queries', () => {
  it('has a row for every field of the root', () => {
    const asked = Object.entries(QUERY_CASES).filter(([, entry]) => 'open' in entry || entry.length > 0);
    expect(asked.map(([field]) => field).sort()).toEqual(fields.toSorted());
  });

  describe.each(callers)('as %s', (caller) => {
    it.each(cases)('answers $title to whom it belongs', async (row: QueryCase) => {
      const { ask, there, absent, mark = there, seenBy = CUSTOMERS_OWN } = row;
      const answer = await run(caller, ask, there);
      if (seenBy.includes(caller)) {
        expect(answer.errors).toBeUndefined();
        expect(JSON.stringify(answer.data)).toContain(mark);
      } else if (absent === undefined) {
        expect(answer.errors).toBeUndefined();
        expect(JSON.stringify(answer.data)).not.toContain(mark);
      } else {
        expect(answer).toEqual(await run(caller, ask, absent));
        expect(JSON.stringify(answer)).not.toContain(mark);
      }
      if (CALLERS[caller].scope !== null) expect(JSON.stringify(answer)).not.toMatch(/"totalCount":\d/);
    });

    it.each(open)('answers $field to everybody', async ({ ask }) => {
      const { data, errors } = await run(caller, ask, '');
      expect(errors).toBeUndefined();
      expect(data).not.toBeNull();
    });
  });
});
