import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../../../src/sandbox/misbehaviour.js';
import { type RestGateway, startRestGateway } from '../../../support/rest-gateway.js';

let gateway: RestGateway;
let origin = '';
beforeAll(async () => {
  gateway = await startRestGateway();
  origin = `${await gateway.listen()}/rest/v1`;
});
afterEach(() => {
  for (const simulator of Object.values(gateway.panels.simulators)) simulator.reset();
  gateway.panels.takeCalls();
});
afterAll(() => gateway.close());

const json = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/** Calls of the panels that were asked at all. */
const takeCalls = () =>
  Object.fromEntries(Object.entries(gateway.panels.takeCalls()).filter(([, calls]) => calls.length > 0));

describe('REST over four panels', () => {
  it('reads one object with one call', async () => {
    const answer = await fetch(`${origin}/accounts/poa:Account:1000005`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      id: 'poa:Account:1000005',
      kind: 'CUSTOMER',
      contact: { companyName: 'Nordlicht Verlag GmbH', address: { country: 'DE' } },
      parent: { id: 'poa:Account:1000002' },
    });
    expect(takeCalls()).toEqual({ poa: ['pem.getAccountInfo'] });
  });

  it('walks all pages of a list by their links', async () => {
    const ids: string[] = [];
    let url: string | undefined = `${origin}/accounts?backend=mspc&first=4`;
    while (url !== undefined) {
      const answer: Response = await fetch(url);
      const { items } = (await answer.json()) as { items: Array<{ id: string }> };
      ids.push(...items.map(({ id }) => id));
      const next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      url = next && new URL(next, url).href;
    }
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).toHaveLength(6);
  });

  it('asks every panel that knows a name, and tells which failed', async () => {
    gateway.panels.simulators.enom.faults.next('*', html, 100);
    const answer = await fetch(`${origin}/domains/by-name?name=nordlicht.example`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      items: [{ id: 'poa:Domain:nordlicht.example' }, null],
      problems: [{ code: 'BACKEND_PROTOCOL_ERROR', backend: 'enom', pointer: '#/items/1' }],
    });
  });

  it('answers an object by the route of its type only', async () => {
    expect((await fetch(`${origin}/service-users/mspc:Package:17`)).status).toBe(404);
    expect((await fetch(`${origin}/nodes/mspc:Package:17`)).status).toBe(200);
    expect((await fetch(`${origin}/accounts/mspc:Package:17`)).status).toBe(400);
  });

  it('creates a mailbox once, finds it at its place, and deletes it', async () => {
    const [bundle] = (
      (await (await fetch(`${origin}/email-bundles?domain=nordlicht.example`)).json()) as {
        items: Array<{ id: string }>;
      }
    ).items;
    const create = () =>
      fetch(`${origin}/mailboxes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': '"mailbox-1"' },
        body: JSON.stringify({
          bundleId: bundle?.id,
          address: 'neu@nordlicht.example',
          password: 'Leuchtturm-42',
        }),
      });
    const [first, again] = [await create(), await create()];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(takeCalls().enom?.filter((method) => method === 'SetUpPOP3User')).toHaveLength(1);
    const place = new URL(first.headers.get('location') ?? '', origin);
    expect(await (await fetch(place)).json()).toMatchObject({ address: 'neu@nordlicht.example' });
    expect(await (await fetch(`${origin}/write-outcomes/mailbox-1`)).json()).toMatchObject({
      state: 'APPLIED',
      node: { id: 'enom:Mailbox:neu@nordlicht.example', type: 'Mailbox' },
    });
    expect((await fetch(place, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(place)).status).toBe(404);
    expect(gateway.logText()).not.toContain('Leuchtturm-42');
  });

  it('tells with a pointer what a panel’s rules find wrong, asks nothing and repeats no secret', async () => {
    const answer = await fetch(`${origin}/service-users/poa:ServiceUser:1/password`, {
      method: 'PUT',
      ...json({ password: 'hunter2\u0000' }),
    });
    const body = await answer.text();
    expect(answer.status).toBe(422);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'INVALID', pointer: '#/password' }] });
    expect(body).not.toContain('hunter2');
    expect(takeCalls()).toEqual({});
  });

  it('leads from a change whose answer was lost to what became of it', async () => {
    gateway.panels.simulators.hsphere.faults.next('*', html);
    const answer = await fetch(`${origin}/accounts/hsphere:Account:5012/credits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'credit-1' },
      body: JSON.stringify({ amount: '5.00', description: 'Goodwill' }),
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe('/rest/v1/write-outcomes/credit-1');
    const outcome = await fetch(new URL(answer.headers.get('location') ?? '', origin));
    expect(await outcome.json()).toMatchObject({ state: 'UNKNOWN', mutation: 'addCredit' });
  });

  it('asks no panel for money without a key', async () => {
    const answer = await fetch(`${origin}/accounts/hsphere:Account:5012/credits`, {
      method: 'POST',
      ...json({ amount: '5.00', description: 'Goodwill' }),
    });
    expect(answer.status).toBe(400);
    expect(takeCalls()).toEqual({});
  });
});

describe('callers of REST', () => {
  const KEY = 'hg_test-key';
  const sha256 = createHash('sha256').update(KEY).digest('hex');
  const callers = { apiKeys: [{ id: 'shop', sha256, roles: [], backends: ['enom'] }] };

  it('say who they are as at /graphql, and see what is theirs', async () => {
    // The settings of a key that are left out have defaults that a configuration would put in.
    const auth = callers as unknown as NonNullable<Parameters<typeof startRestGateway>[0]>['auth'];
    const guarded = await startRestGateway({ panels: gateway.panels, ...(auth ? { auth } : {}) });
    try {
      const refused = await guarded.get('/viewer');
      expect(refused.statusCode).toBe(401);
      expect(refused.headers['www-authenticate']).toMatch(/^Bearer/);
      expect(refused.json()).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
      const viewer = await guarded.get('/viewer', { authorization: `Bearer ${KEY}` });
      expect(viewer.json()).toMatchObject({ name: 'shop', backends: [{ name: 'enom' }] });
      const foreign = await guarded.get('/accounts/poa:Account:1000005', { authorization: `Bearer ${KEY}` });
      expect(foreign.statusCode).toBe(400);
      expect(takeCalls()).toEqual({});
    } finally {
      await guarded.close();
    }
  });

  it('on pages of allowed origins may use every method, and read the headers that matter', async () => {
    const shop = 'https://shop.example';
    const open = await startRestGateway({ panels: gateway.panels, settings: { corsOrigins: [shop] } });
    try {
      const preflight = await open.ask({
        method: 'OPTIONS',
        url: '/rest/v1/mailboxes/x',
        headers: {
          origin: shop,
          'access-control-request-method': 'DELETE',
          'access-control-request-headers': 'idempotency-key',
        },
      });
      expect(preflight.statusCode).toBe(204);
      expect(preflight.headers['access-control-allow-methods']).toContain('DELETE');
      expect(preflight.headers['access-control-allow-headers']).toContain('idempotency-key');
      const plain = await open.ask({ method: 'OPTIONS', url: '/rest/v1/mailboxes/x' });
      expect({ status: plain.statusCode, allow: plain.headers.allow }).toEqual({
        status: 204,
        allow: 'PATCH, DELETE, GET, HEAD, OPTIONS',
      });
      const answer = await open.get('/viewer', { origin: shop });
      expect(answer.headers['access-control-expose-headers']).toMatch(
        /etag.*link.*location.*idempotency-key/,
      );
      expect(answer.headers.vary).toMatch(/Origin.*Authorization/);
    } finally {
      await open.close();
    }
  });
});
