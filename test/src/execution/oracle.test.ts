import fc from 'fast-check';
import { NoUnusedFragmentsRule, NoUnusedVariablesRule, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bothAnswers, withoutRaces } from './compare.js';
import { queries } from './generate-query.js';
import { oddSchema } from './odd-schema.js';

const RULES = specifiedRules.filter(
  (rule) => rule !== NoUnusedFragmentsRule && rule !== NoUnusedVariablesRule,
);

describe('a plan, beside execute of graphql-js', () => {
  it('answers whatever valid query as graphql-js does, the first time and after', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(queries, async ({ source, variables }) => {
        const document = parse(source);
        fc.pre(validate(oddSchema, document, RULES).length === 0);
        const { plan, reference } = await bothAnswers(document, variables);
        compared += 1;
        expect(plan.map(withoutRaces)).toEqual([withoutRaces(reference), withoutRaces(reference)]);
      }),
      { numRuns: 600, maxSkipsPerRun: 20 },
    );
    expect(compared).toBeGreaterThanOrEqual(600);
  }, 120_000);
});
