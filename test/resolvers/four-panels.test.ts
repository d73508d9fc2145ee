import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../src/graphiql/examples.js';
import { html } from '../../src/sandbox/misbehaviour.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { runOperation } from '../support/poa-gateway.js';

let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
afterEach(() => {
  for (const simulator of Object.values(panels.simulators)) simulator.reset();
  panels.takeCalls();
});
afterAll(() => panels.close());

const EVERYWHERE = `{
  backends { name status }
  domainsByName(name: "NORDLICHT.example") { id backend { name } counterparts { id } emailBundles { id quantity } }
  poa: accountByLogin(backend: "poa", login: "nordlicht") { contact { companyName } }
  mspc: accountByLogin(backend: "mspc", login: "nordlicht") { contact { companyName } packages { nodes { id name } } }
  hsphere: account(id: "hsphere:Account:5012") { id diskQuotaKiB }
}`;

describe('one query over four panels', () => {
  it('follows a name and a customer through all of them', async () => {
    const result = await runOperation(panels.backends, EVERYWHERE);
    expect(result).toEqual({
      data: {
        backends: ['poa', 'mspc', 'hsphere', 'enom'].map((name) => ({ name, status: 'UP' })),
        domainsByName: [
          {
            id: 'poa:Domain:nordlicht.example',
            backend: { name: 'poa' },
            counterparts: [{ id: 'enom:Domain:nordlicht.example' }],
            emailBundles: [
              {
                id: expect.stringMatching(/^enom:EmailBundle:nordlicht\.example~\d+$/),
                quantity: expect.any(Number),
              },
            ],
          },
          {
            id: 'enom:Domain:nordlicht.example',
            backend: { name: 'enom' },
            counterparts: [{ id: 'poa:Domain:nordlicht.example' }],
            emailBundles: [
              {
                id: expect.stringMatching(/^enom:EmailBundle:nordlicht\.example~\d+$/),
                quantity: expect.any(Number),
              },
            ],
          },
        ],
        poa: { contact: { companyName: 'Nordlicht Verlag GmbH' } },
        mspc: {
          contact: { companyName: 'Nordlicht Verlag GmbH' },
          packages: { nodes: expect.arrayContaining([{ id: 'mspc:Package:17', name: 'Web Pro' }]) },
        },
        hsphere: { id: 'hsphere:Account:5012', diskQuotaKiB: expect.any(Number) },
      },
    });
  });

  it('asks each panel each question once', async () => {
    await runOperation(panels.backends, EVERYWHERE);
    const calls = panels.takeCalls();
    expect(calls.hsphere).toEqual(['getQuota']);
    expect(calls.enom?.sort()).toEqual(['GetDomainInfo', 'GetPOP3']);
    expect(calls.poa?.sort()).toEqual([
      'pem.getAccountInfo',
      'pem.getAccountMemberByLogin',
      'pem.getDomainByName',
    ]);
    expect(calls.mspc?.length).toBeLessThanOrEqual(3);
  });

  it.each(['poa', 'enom'] as const)(
    'keeps the answers of the others when %s talks nonsense',
    async (dead) => {
      panels.simulators[dead].faults.next('*', html, 100);
      const { data, errors } = await runOperation(
        panels.backends,
        '{ domainsByName(name: "nordlicht.example") { id } account(id: "hsphere:Account:5012") { id } }',
      );
      const alive = dead === 'poa' ? 'enom' : 'poa';
      const slots = [null, { id: `${alive}:Domain:nordlicht.example` }];
      expect(data).toEqual({
        domainsByName: dead === 'poa' ? slots : slots.reverse(),
        account: { id: 'hsphere:Account:5012' },
      });
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.path).toEqual(['domainsByName', dead === 'poa' ? 0 : 1]);
    },
  );
});

describe('the examples that GraphiQL opens with', () => {
  it.each(
    examples.map((example) => [/(?:query|mutation) (\w+)/.exec(example.query)?.[1] ?? '', example] as const),
  )('%s shows data from the sandbox, and no error', async (_, { query, variables = {} }) => {
    const { data, errors } = await runOperation(panels.backends, query, variables);
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
    expect(JSON.stringify(data)).not.toMatch(/"userErrors":\[\{/);
  });
});
