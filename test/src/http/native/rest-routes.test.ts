import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FourPanels, startFourPanels } from '../../../support/four-panels.js';
import { type NativeServer, startNativeServer } from '../../../support/native-server.js';

let panels: FourPanels;
let native: NativeServer;

beforeAll(async () => {
  panels = await startFourPanels();
  native = await startNativeServer(
    panels.backends,
    {
      reader: { roles: ['native'] },
      stranger: { roles: ['provider'] },
      'poa-only': { roles: ['native'], backends: ['poa'] },
      customer: { roles: ['native'], scope: { poa: ['1000005'] } },
    },
    { raw: true },
  );
});
afterEach(() => {
  for (const simulator of Object.values(panels.simulators)) simulator.reset();
  panels.takeCalls();
});
afterAll(async () => {
  await native.close();
  await panels.close();
});

const post = (...call: Parameters<NativeServer['post']>) => native.post(...call);
const ACCOUNT = '/native/rest/poa/pem.getAccountInfo';
const DISABLE = '/native/rest/poa/pem.disableAccount';

describe('a native REST route', () => {
  it('answers a read by the panel’s own names, in one call', async () => {
    const answer = await post(ACCOUNT, { account_id: 1000005 }, { as: 'reader' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ result: { account_type: 'C' } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(panels.takeCalls().poa).toEqual(['pem.getAccountInfo']);
  });

  it('answers a read by GET with parameters of their types', async () => {
    const answer = await native.get(`${ACCOUNT}?account_id=1000005`);
    expect(answer.json()).toMatchObject({ result: { account_type: 'C' } });
    const lists = await native.get('/native/rest/hsphere/getQuota?accountId=1&extra=1');
    expect(lists.json()).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('lets nobody write, or send a secret, by GET', async () => {
    for (const path of [`${DISABLE}?account_id=1000005`, '/native/rest/poa/pem.checkPassword']) {
      const answer = await native.get(path);
      expect(answer.statusCode).toBe(405);
      expect(answer.headers.allow).toBe('POST');
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
    expect(panels.takeCalls().poa).toEqual([]);
  });

  it('sends a write once for a key, and tells of it again', async () => {
    const first = await post(DISABLE, { account_id: 1000005 }, { idempotencyKey: 'off-1' });
    expect(first.json()).toEqual({ result: null, idempotencyKey: 'off-1', replayed: false, proven: true });
    expect(first.headers['idempotency-key']).toBe('"off-1"');
    const again = await post(DISABLE, { account_id: 1000005 }, { idempotencyKey: '"off-1"' });
    expect(again.json()).toMatchObject({ idempotencyKey: 'off-1', replayed: true });
    const other = await post(DISABLE, { account_id: 1000006 }, { idempotencyKey: 'off-1' });
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(panels.takeCalls().poa).toEqual(['pem.disableAccount']);
  });

  it('tells a refusal with the panel’s own code and words', async () => {
    const answer = await post(DISABLE, { account_id: 999 }, { idempotencyKey: 'off-2' });
    expect(answer.statusCode).toBe(502);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'BACKEND_FAULT',
      native: { backend: 'poa', method: 'pem.disableAccount' },
      idempotencyKey: 'off-2',
    });
  });

  it('says where to ask what became of a write whose answer was lost', async () => {
    panels.simulators.poa.faults.next('pem.disableAccount', { kind: 'replyLost' });
    const answer = await post(DISABLE, { account_id: 1000005 }, { idempotencyKey: 'lost' });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ code: 'OUTCOME_UNKNOWN', idempotencyKey: 'lost' });
    expect(answer.headers.location).toBe('/rest/v1/write-outcomes/lost');
  });
});

describe('what a native REST route refuses', () => {
  it.each([
    ['a missing member', {}, { pointer: '#/account_id', rule: 'missing' }],
    ['another type', { account_id: 'x' }, { pointer: '#/account_id', rule: 'type', shape: '32-bit integer' }],
    ['a number beyond 32 bits', { account_id: 2 ** 40 }, { pointer: '#/account_id', rule: 'type' }],
    ['a member that there is not', { account_id: 1, acount: 2 }, { pointer: '#/acount', rule: 'unknown' }],
    ['a list for a body', [], { pointer: '#', rule: 'type' }],
  ])('%s, naming field, rule and shape', async (_what, body, error) => {
    const answer = await post(ACCOUNT, body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', errors: [error] });
    expect(panels.takeCalls().poa).toEqual([]);
  });

  it('never repeats what was sent', async () => {
    const path = '/native/rest/poa/pem.checkPassword';
    const answer = await post(path, { account_id: 'hunter2-id', password: ['hunter2-secret'] });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain('hunter2');
  });

  it.each([
    ['a name of every object', '{"__proto__":{"account_id":1000005}}', 400],
    ['the maker of every object', '{"account_id":1000005,"constructor":{"prototype":{}}}', 400],
    ['no JSON', '{', 400],
  ])('%s', async (_what, body, status) => {
    const answer = await post(ACCOUNT, body);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(({} as Record<string, unknown>).account_id).toBeUndefined();
    expect(panels.takeCalls().poa).toEqual([]);
  });

  it.each(['toString', '__proto__', 'constructor', 'pem.unheardOf'])('a method called %s', async (method) => {
    expect((await post(`/native/rest/poa/${method}`, {})).statusCode).toBe(404);
    expect((await post(`/native/rest/${method}/pem.getAccountInfo`, {})).statusCode).toBe(404);
  });

  it('a body that is not declared as JSON, which any page could send', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await post(ACCOUNT, '{}', { headers })).statusCode).toBe(415);
  });

  it('callers by their roles, before anything of a method is told', async () => {
    expect((await post(ACCOUNT, { account_id: 1000005 }, { as: null })).statusCode).toBe(401);
    expect((await post(ACCOUNT, { account_id: 1000005 }, { as: 'stranger' })).statusCode).toBe(403);
    expect((await post('/native/rest/poa/pem.nothing', {}, { as: 'stranger' })).statusCode).toBe(403);
    expect((await native.get('/native/openapi.json', { as: 'stranger' })).statusCode).toBe(403);
  });

  it('a backend that is not the caller’s as one that there is not', async () => {
    const foreign = await post('/native/rest/enom/GetDomainInfo', {}, { as: 'poa-only' });
    const absent = await post('/native/rest/nowhere/GetDomainInfo', {}, { as: 'poa-only' });
    expect(foreign.statusCode).toBe(404);
    expect(foreign.json().detail).toBe(absent.json().detail);
  });

  it('what lies outside of a caller’s scope', async () => {
    expect((await post(ACCOUNT, { account_id: 1000005 }, { as: 'customer' })).statusCode).toBe(200);
    expect((await post(ACCOUNT, { account_id: 1000001 }, { as: 'customer' })).statusCode).toBe(403);
  });
});

describe('methods that are only named', () => {
  const RAW = '/native/rest/poa/raw/';
  const named = () => panels.backends.find(({ kind }) => kind === 'POA')?.namedOnly ?? [];

  it('are called as they are, for callers with the role raw', async () => {
    const [method = ''] = named();
    const refused = await post(RAW + method, {}, { as: 'reader' });
    expect(refused.statusCode).toBe(403);
    const answer = await post(RAW + method, { anything: [1, { deep: true }] });
    expect(answer.json()).toMatchObject({ code: expect.stringMatching(/BACKEND_FAULT|OUTCOME_UNKNOWN/) });
  });

  it('are exactly those: nothing described is reached that way', async () => {
    expect(named().length).toBe(47);
    for (const method of ['pem.getAccountInfo', 'pem.batchRequest', 'system.listMethods', 'toString']) {
      expect((await post(RAW + method, {})).statusCode).toBe(404);
    }
    expect(panels.takeCalls().poa).toEqual([]);
  });
});
