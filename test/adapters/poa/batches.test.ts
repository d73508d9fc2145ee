import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createPoaBackend, runOperation } from '../../support/poa-gateway.js';
import { type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { array, failure, int, methodOf, struct, success } from './answers.js';

let server: ScriptedServer;
let backend: Backend;

afterEach(async () => {
  await backend.close();
  await server.close();
});

const QUERY =
  '{ nodes(ids: ["poa:ServiceUser:11", "poa:ServiceUser:12", "poa:ServiceUser:13"]) { ... on ServiceUser { login status } } }';
const ANSWER = {
  data: {
    nodes: [
      { login: 'user11', status: 'UPDATING' },
      { login: 'user12', status: 'UPDATING' },
      { login: 'user13', status: 'UPDATING' },
    ],
  },
};

const idsOf = (body: string): string[] =>
  [...body.matchAll(/<name>user_id<\/name><value><int>(\d+)</g)].map(([, id]) => id ?? '');
/** Has a member called `status`, as envelopes do. */
const user = (id: string): string => struct({ user_id: int(Number(id)), login: `user${id}`, status: int(1) });
const envelope = (result: string): string => struct({ status: int(0), result });

/** How servers answer pem.batchRequest; single calls are answered by all of them. */
type BatchAnswer = (ids: readonly string[]) => string;

async function start(answerBatch: BatchAnswer, reads: 'auto' | 'on' | 'off') {
  server = await startScriptedServer(({ body }) =>
    methodOf(body) === 'pem.batchRequest' ? answerBatch(idsOf(body)) : success(user(idsOf(body)[0] ?? '')),
  );
  backend = createPoaBackend({ url: server.url, retries: 0, batch: { reads } });
}

const methods = (): string[] => server.requests.map(({ body }) => methodOf(body));
const SINGLE = 'pem.getUserInfo';
const BATCH = 'pem.batchRequest';

const asEnvelopes: BatchAnswer = (ids) => success(array(...ids.map((id) => envelope(user(id)))));
const bare: BatchAnswer = (ids) => success(array(...ids.map(user)));

describe('reads in pem.batchRequest', () => {
  it.each([
    ['an envelope for each call', asEnvelopes],
    ['a bare result for each call', bare],
  ])('reads %s', async (_, answerBatch) => {
    await start(answerBatch, 'on');
    expect(await runOperation([backend], QUERY)).toEqual(ANSWER);
    expect(methods()).toEqual([BATCH]);
  });

  it('sends each operation as one positional param with its method and its array of parameters', async () => {
    await start(asEnvelopes, 'on');
    await runOperation([backend], '{ nodes(ids: ["poa:ServiceUser:1", "poa:ServiceUser:2"]) { id } }');
    const operation = (id: number) =>
      '<param><value><struct><member><name>operation</name><value><string>pem.getUserInfo</string></value></member>' +
      '<member><name>parameters</name><value><array><data><value><struct><member><name>user_id</name>' +
      `<value><int>${id}</int></value></member></struct></value></data></array></value></member></struct></value></param>`;
    expect(server.requests[0]?.body).toContain(`<params>${operation(1)}${operation(2)}</params>`);
  });

  it('splits a wave at the largest batch that the settings allow', async () => {
    await start(asEnvelopes, 'on');
    await backend.close();
    backend = createPoaBackend({ url: server.url, batch: { reads: 'on', maxCalls: 2 } });
    expect(await runOperation([backend], QUERY)).toEqual(ANSWER);
    // Two travel together, the third alone: a batch of one saves nothing.
    expect(methods().sort()).toEqual([BATCH, SINGLE]);
  });

  it.each([
    ['answers no results', () => success('')],
    ['answers too few results', (ids: readonly string[]) => success(array(...ids.slice(1).map(user)))],
    ['refuses', () => failure({ error_message: 'no' })],
    ['answers nonsense', () => 'nonsense'],
  ])('sends a batch once more as single calls when the server %s', async (_, answerBatch) => {
    await start(answerBatch, 'on');
    expect(await runOperation([backend], QUERY)).toEqual(ANSWER);
    expect(methods()).toEqual([BATCH, SINGLE, SINGLE, SINGLE]);
  });

  it('leaves batches alone after three have failed', async () => {
    await start(() => success(''), 'on');
    for (let query = 0; query < 5; query += 1) await runOperation([backend], QUERY);
    expect(methods().filter((method) => method === BATCH)).toHaveLength(3);
    expect(backend.capabilities).not.toContain('BATCH_READS');
  });

  it('keeps batches when they fail because one of their calls is refused', async () => {
    server = await startScriptedServer(({ body }) => {
      const refused = idsOf(body).includes('12');
      if (methodOf(body) === 'pem.batchRequest')
        return refused ? failure({ error_message: 'no' }) : asEnvelopes(idsOf(body));
      return refused ? failure({ error_message: 'no' }) : success(user(idsOf(body)[0] ?? ''));
    });
    backend = createPoaBackend({ url: server.url, batch: { reads: 'on' } });
    for (let query = 0; query < 4; query += 1) {
      const { data, errors } = await runOperation([backend], QUERY);
      expect(data).toEqual({ nodes: [ANSWER.data.nodes[0], null, ANSWER.data.nodes[2]] });
      expect(errors).toHaveLength(1);
    }
    expect(backend.capabilities).toContain('BATCH_READS');
  });

  it('keeps the deadline of one call for a batch and its repetition together', async () => {
    server = await startScriptedServer(() => undefined);
    backend = createPoaBackend({ url: server.url, timeoutMs: 400, retries: 0, batch: { reads: 'on' } });
    const { errors } = await runOperation([backend], QUERY);
    expect(errors?.map(({ message }) => message)).toEqual(
      Array.from({ length: 3 }, () => 'Backend poa did not answer pem.getUserInfo within 200 ms.'),
    );
  });

  it('never batches reads whose miss is a failure', async () => {
    await start(asEnvelopes, 'on');
    await runOperation(
      [backend],
      '{ a: serviceUserByLogin(backend: "poa", login: "a") { id } b: serviceUserByLogin(backend: "poa", login: "b") { id } }',
    );
    expect(methods()).toEqual(['pem.getUserByLogin', 'pem.getUserByLogin']);
  });

  it('sends beside a batch what cannot be in one, and mixes up no answers', async () => {
    server = await startScriptedServer(({ body }) => {
      if (methodOf(body) === BATCH) return asEnvelopes(idsOf(body));
      return success(struct({ user_id: int(Number(/login_(\d+)/.exec(body)?.[1])) }));
    });
    backend = createPoaBackend({ url: server.url, batch: { reads: 'on' } });
    const found = (id: number) =>
      `u${id}: node(id: "poa:ServiceUser:${id}") { id ... on ServiceUser { login } }`;
    const byLogin = (id: number) => `u${id}: serviceUserByLogin(backend: "poa", login: "login_${id}") { id }`;
    const { data } = await runOperation([backend], `{ ${byLogin(1)} ${found(2)} ${byLogin(3)} ${found(4)} }`);
    expect(data).toEqual({
      u1: { id: 'poa:ServiceUser:1' },
      u2: { id: 'poa:ServiceUser:2', login: 'user2' },
      u3: { id: 'poa:ServiceUser:3' },
      u4: { id: 'poa:ServiceUser:4', login: 'user4' },
    });
    expect(methods().sort()).toEqual([BATCH, 'pem.getUserByLogin', 'pem.getUserByLogin']);
  });

  it('gives what cannot be read in one of its answers to that call alone', async () => {
    const unreadable = envelope(struct({ login: array() }));
    const answerOf = (id: string) => (id === '12' ? unreadable : envelope(user(id)));
    await start((ids) => success(array(...ids.map(answerOf))), 'on');
    const { data, errors } = await runOperation([backend], QUERY);
    expect(data).toEqual({ nodes: [ANSWER.data.nodes[0], null, ANSWER.data.nodes[2]] });
    expect(errors?.map(({ path }) => path)).toEqual([['nodes', 1]]);
    expect(methods()).toEqual([BATCH]);
  });
});

describe('the probe for batches', () => {
  /** The probe is over once a second query is answered without another one being made. */
  const probed = () =>
    vi.waitFor(() => expect(methods().filter((method) => method === BATCH)).toHaveLength(1));

  it('turns batches on when two different reads come back as they did singly', async () => {
    await start(asEnvelopes, 'auto');
    expect(await runOperation([backend], QUERY)).toEqual(ANSWER);
    await probed();
    await vi.waitFor(() => expect(backend.capabilities).toContain('BATCH_READS'));
    expect(await runOperation([backend], QUERY)).toEqual(ANSWER);
    expect(methods()).toEqual([SINGLE, SINGLE, SINGLE, BATCH, BATCH]);
  });

  it.each([
    ['nothing', () => success('')],
    ['the results in another order', (ids: readonly string[]) => asEnvelopes([...ids].reverse())],
    ['one result twice', (ids: readonly string[]) => asEnvelopes(ids.map(() => ids[0] ?? ''))],
    ['a refusal', () => failure({ error_message: 'no' })],
  ])('leaves batches off when %s comes back', async (_, answerBatch) => {
    await start(answerBatch, 'auto');
    for (let query = 0; query < 3; query += 1) {
      expect(await runOperation([backend], QUERY)).toEqual(ANSWER);
      await probed();
    }
    expect(backend.capabilities).not.toContain('BATCH_READS');
    expect(methods().filter((method) => method === SINGLE)).toHaveLength(9);
  });

  it('is not made of two reads with the same answer, which would not tell their order', async () => {
    server = await startScriptedServer(() => success(struct({ account_type: 'C' })));
    backend = createPoaBackend({ url: server.url, batch: { reads: 'auto' } });
    await runOperation([backend], '{ nodes(ids: ["poa:Account:1", "poa:Account:2"]) { id } }');
    await runOperation([backend], '{ nodes(ids: ["poa:Account:1", "poa:Account:2"]) { id } }');
    expect(methods()).toEqual(Array.from({ length: 4 }, () => 'pem.getAccountInfo'));
  });
});
