import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EdgeServer, startEdgeServer } from '../support/edge-server.js';

let server: EdgeServer;
let url = '';
beforeAll(async () => {
  server = await startEdgeServer();
  url = `${await server.listen()}/graphql`;
});
afterAll(() => server.close());

const CSRF = 'a GET needs a header that no form can send, so that no page can ask by a link';
const STATUS =
  'a request that is refused before it runs is 400 for every media type, as Apollo Server has it';

/** What the specification recommends or allows and the gateway does otherwise, by the id of the audit. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  '5A70': CSRF,
  D6D5: CSRF,
  '6A70': CSRF,
  '572B': STATUS,
  FDE2: STATUS,
  '7B9B': STATUS,
};

/** @see https://graphql.github.io/graphql-over-http/draft/ */
describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => url });

  for (const { id, name, fn } of audits) {
    const deviation = DEVIATIONS[id];
    it(`${id}: ${name}${deviation === undefined ? '' : `; not so: ${deviation}`}`, async () => {
      const { status } = await fn();
      expect(status === 'ok').toBe(deviation === undefined);
    });
  }

  it('deviates in nothing that is a MUST, and in nothing that is no longer asked', () => {
    const deviating = audits.filter(({ id }) => id in DEVIATIONS);
    expect(deviating).toHaveLength(Object.keys(DEVIATIONS).length);
    expect(deviating.filter(({ name }) => name.startsWith('MUST'))).toEqual([]);
  });
});
