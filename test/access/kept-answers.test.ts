import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '../../src/model/index.js';
import { type CachedPanel, cachePanel } from '../support/cached-panel.js';
import { type PoaGateway, runOperation, startPoaGateway } from '../support/poa-gateway.js';
import { CALLERS } from '../support/scoped.js';

let gateway: PoaGateway;
let cached: CachedPanel;
beforeAll(async () => {
  gateway = await startPoaGateway({ batch: { reads: 'off' } });
});
beforeEach(() => {
  cached?.close();
  cached = cachePanel(gateway.backend);
  gateway.simulator.reset();
  gateway.takeCalls();
});
afterAll(async () => {
  cached.close();
  await gateway.close();
});

const run = (source: string, principal: Principal) => runOperation([cached.backend], source, {}, principal);

describe('answers that are kept for all callers', () => {
  it('are shown to each by its own scope', async () => {
    const source = `{ a: account(id: "poa:Account:1000005") { kind } b: account(id: "poa:Account:1000006") { kind }
      domainsByName(name: "nordlicht.example") { id account { id } } }`;
    await run(source, CALLERS.provider);
    gateway.takeCalls();
    const { data } = await run(source, CALLERS.customer);
    expect(data).toEqual({ a: null, b: { kind: 'CUSTOMER' }, domainsByName: [] });
    // The objects themselves were kept; the two accounts above them nobody had asked for.
    expect(gateway.takeCalls()).toEqual(['pem.getAccountInfo', 'pem.getAccountInfo']);
    await run(source, CALLERS.sibling);
    expect(gateway.takeCalls()).toEqual([]);
    expect(cached.takeLookups()).toContain('hit');
  });

  it('decide no change: whose its target is, the panel is asked anew', async () => {
    const domain = 'poa:Domain:alpine-tours.example';
    await run(`{ domain(id: "${domain}") { id account { id } } }`, CALLERS.customer);
    gateway.takeCalls();
    const { errors } = await run(
      `mutation { disableDomain(input: { domainId: "${domain}" }) { userErrors { code } } }`,
      CALLERS.customer,
    );
    expect(errors).toBeUndefined();
    // Once to tell whose it is, once for the change itself.
    expect(gateway.takeCalls()).toEqual(['pem.getDomainByName', 'pem.getDomainByName', 'pem.disableDomain']);
  });
});
