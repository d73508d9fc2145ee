import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Principal } from '../../src/model/index.js';
import { httpError } from '../../src/sandbox/misbehaviour.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { runOperation, startPoaGateway } from '../support/poa-gateway.js';
import { CALLERS, scopedPrincipal } from '../support/scoped.js';

let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
afterEach(() => {
  for (const simulator of Object.values(panels.simulators)) simulator.reset();
  panels.takeCalls();
});
afterAll(() => panels.close());

const run = (source: string, principal: Principal = CALLERS.customer) =>
  runOperation(panels.backends, source, {}, principal);
const callsMade = () => Object.values(panels.takeCalls()).flat();

describe('a caller with a scope', () => {
  it('sees nothing above what its scope lists, however it gets there', async () => {
    expect(
      await run(`{
        a: account(id: "poa:Account:1000006") { id parent { id contact { email } } }
        b: node(id: "poa:Mailbox:5000001") { ... on Mailbox { subscription { ...Up } } }
        c: account(id: "mspc:Account:12") { parent { login } children { nodes { id } } }
      } fragment Up on Subscription { account { id alias: parent { id parent { id } } } plan { name account { id } } }`),
    ).toEqual({
      data: {
        a: { id: 'poa:Account:1000006', parent: null },
        b: {
          subscription: {
            account: { id: 'poa:Account:1000006', alias: null },
            // What its own subscription was bought by is told; who sells that is not.
            plan: { name: 'Business Exchange', account: null },
          },
        },
        c: { parent: null, children: { nodes: [] } },
      },
    });
  });

  it('gets null in the places of others’ and nobody’s objects, and its own beside them', async () => {
    const { data, errors } = await run(`{ nodes(ids: [
      "poa:Account:1000005", "poa:Account:1000006", "poa:Account:1999999", "poa:Account:01000006",
      "enom:Domain:bergbahn.example", "enom:Domain:NORDLICHT.example", "mspc:MailboxStore:1"
    ]) { id } }`);
    expect(data).toEqual({
      nodes: [
        null,
        { id: 'poa:Account:1000006' },
        null,
        null,
        null,
        { id: 'enom:Domain:nordlicht.example' },
        null,
      ],
    });
    expect(errors).toMatchObject([{ path: ['nodes', 3] }]);
  });

  it('is not told by a name of what another panel has under it', async () => {
    // Its domain has mail at eNom, which somebody else has bought.
    const principal = scopedPrincipal('shop', { poa: ['1000005'], enom: ['leuchtturm.example'] });
    const { data, errors } = await run(
      `{ domain(id: "poa:Domain:nordlicht.example") { id counterparts { id } emailBundles { id } }
        emailBundles(domain: "nordlicht.example") { id }
        domainsByName(name: "nordlicht.example") { id }
        mailboxesByAddress(address: "redaktion@nordlicht.example") { id } }`,
      principal,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      domain: { id: 'poa:Domain:nordlicht.example', counterparts: [], emailBundles: [] },
      emailBundles: [],
      domainsByName: [{ id: 'poa:Domain:nordlicht.example' }],
      mailboxesByAddress: [],
    });
    expect(panels.takeCalls().enom).toEqual([]);
  });

  it('has nothing asked of a backend that its scope does not name', async () => {
    const principal = scopedPrincipal('shop', { poa: ['1000005'] });
    const { data, errors } = await run(
      `{ accounts(backend: "mspc") { nodes { id } } domains(backend: "enom") { nodes { id } }
        package(id: "mspc:Package:17") { name } accountByLogin(backend: "mspc", login: "nordlicht") { id }
        domain(id: "poa:Domain:nordlicht.example") { counterparts { id } }
        backends { name } }`,
      principal,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      accounts: null,
      domains: null,
      package: null,
      accountByLogin: null,
      domain: { counterparts: null },
      backends: ['poa', 'mspc', 'hsphere', 'enom'].map((name) => ({ name })),
    });
    const { mspc, enom, hsphere } = panels.takeCalls();
    expect([mspc, enom, hsphere]).toEqual([[], [], []]);
  });

  it.each([
    ['that is empty', {}],
    ['that lists nothing', { poa: [], mspc: [], hsphere: [], enom: [] }],
    ['of what cannot be ids', { poa: ['', '01000006', '1000006 ', 'x', '*'], enom: ['', '*', 'example'] }],
    ['of names that objects inherit', JSON.parse('{"__proto__": ["1000006"], "constructor": ["1000006"]}')],
  ])('with a scope %s sees nothing', async (_, scope) => {
    const { data, errors } = await run(
      `{ account(id: "poa:Account:1000006") { id } domainsByName(name: "alpine-tours.example") { id }
        domain(id: "enom:Domain:nordlicht.example") { id } node(id: "hsphere:Account:5013") { id } }`,
      scopedPrincipal('shop', scope as Record<string, string[]>),
    );
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).toEqual([null, null, null, null]);
    expect(callsMade()).toEqual([]);
  });

  it('sees the domains of its own in the list of its subscription, and not one that is another’s', async () => {
    await run(
      `mutation { bindDomainServices(input: { domainId: "poa:Domain:niemand.test",
        subscriptionId: "poa:Subscription:2000020" }) { userErrors { code } } }`,
      CALLERS.provider,
    );
    const list = '{ subscription(id: "poa:Subscription:2000020") { domains { nodes { id } } } }';
    const idsOf = async (principal: Principal) => JSON.stringify((await run(list, principal)).data);
    expect(await idsOf(CALLERS.provider)).toMatch(/booking\.alpine-tours\.example.*niemand\.test/);
    expect(await idsOf(CALLERS.customer)).toContain('booking.alpine-tours.example');
    expect(await idsOf(CALLERS.customer)).not.toContain('niemand.test');
  });
});

describe('what a caller may not see', () => {
  it('fails like what there is not, where the panel refuses to tell the two apart', async () => {
    const gateway = await startPoaGateway({ faults: [] });
    const ask = (id: string, principal: Principal) =>
      runOperation([gateway.backend], `{ found: node(id: "${id}") { id } }`, {}, principal);
    for (const [type, foreign, absent] of [
      ['Account', '1000005', '1999999'],
      ['Subscription', '2000005', '2999999'],
      ['Mailbox', '5000008', '5999999'],
    ]) {
      const answer = await ask(`poa:${type}:${foreign}`, CALLERS.customer);
      expect(answer).toEqual({ data: { found: null } });
      expect(await ask(`poa:${type}:${absent}`, CALLERS.customer)).toEqual(answer);
      // To whoever sees everything, a refusal is told.
      expect((await ask(`poa:${type}:${absent}`, CALLERS.provider)).errors).toHaveLength(1);
    }
    await gateway.close();
  });

  it('fails like what there is not, where its record is damaged', async () => {
    const damaged = '{ account(id: "mspc:Account:9") { id } }';
    expect((await run(damaged, CALLERS.provider)).errors).toHaveLength(1);
    expect(await run(damaged)).toEqual(await run('{ account(id: "mspc:Account:99999") { id } }'));
  });

  it('is an error like what is its own while the panel is down', async () => {
    const gateway = await startPoaGateway({
      retries: 0,
      breaker: { failures: 1000 },
      batch: { reads: 'off' },
    });
    gateway.simulator.faults.next('*', httpError(503), 10);
    const ask = async (id: string) => {
      const { errors } = await runOperation(
        [gateway.backend],
        `{ node(id: "${id}") { id } }`,
        {},
        CALLERS.customer,
      );
      return errors;
    };
    const own = await ask('poa:Subscription:2000006');
    expect(own).toMatchObject([{ message: expect.stringContaining('HTTP 503') as string }]);
    expect(await ask('poa:Subscription:2000005')).toEqual(own);
    expect(await ask('poa:Subscription:2999999')).toEqual(own);
    await gateway.close();
  });
});

describe('callers beside each other', () => {
  it('get each its own, over the same panels at the same time', async () => {
    const source = `{ mine: nodes(ids: ["poa:Account:1000006", "poa:Account:1000010"]) { id }
      accounts(backend: "hsphere") { nodes { id } } }`;
    const expected = {
      customer: {
        mine: [{ id: 'poa:Account:1000006' }, null],
        accounts: { nodes: [{ id: 'hsphere:Account:5013' }] },
      },
      sibling: {
        mine: [null, { id: 'poa:Account:1000010' }],
        accounts: { nodes: [{ id: 'hsphere:Account:5001' }] },
      },
    };
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const name = index % 2 === 0 ? 'customer' : 'sibling';
        return { name, data: (await run(source, CALLERS[name])).data } as const;
      }),
    );
    for (const { name, data } of answers) expect(data).toEqual(expected[name]);
  });

  it('make the calls of their own requests: none is answered by another caller’s', async () => {
    const source = '{ account(id: "mspc:Account:12") { kind } }';
    await Promise.all([run(source, CALLERS.customer), run(source, CALLERS.provider)]);
    expect(panels.takeCalls().mspc).toEqual(['GetUserById', 'GetUserById']);
  });
});
