import { afterEach, describe, expect, it } from 'vitest';
import { enableUser } from '../../../../adapters/poa/operations/index.js';
import { BadUserInputError } from '../../../../src/errors/index.js';
import type { Backend } from '../../../../src/model/index.js';
import { createPoaBackend } from '../../../support/poa-gateway.js';
import { type RecordedWrites, recordWrites } from '../../../support/recorded-writes.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.js';
import { array, failure, fault, int, methodOf, response, struct, success } from '../answers.js';

let server: ScriptedServer;
let backend: Backend;
let writes: RecordedWrites;
afterEach(async () => {
  await backend.close();
  await server.close();
});

async function start(script: Script, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
  server = await startScriptedServer(script);
  backend = createPoaBackend({ url: server.url, batch: { reads: 'off' }, ...settings });
  writes = recordWrites([backend]);
}
const sent = () => server.requests.map(({ body }) => methodOf(body));
const DONE = response(struct({ status: int(0) }));

const ENABLE =
  'mutation { enableServiceUser(input: { serviceUserId: "poa:ServiceUser:7", idempotencyKey: "k" }) { userErrors { code native { code message } } } }';
const CREATE = `mutation { createServiceUser(input: { subscriptionId: "poa:Subscription:1", login: "ada", password: "x", idempotencyKey: "k" }) {
  serviceUser { id } userErrors { code } } }`;

describe('a write to POA', () => {
  it('is done by a status of 0, with or without a result', async () => {
    for (const answer of [DONE, success(struct({})), success('')]) {
      await start(() => answer);
      expect((await writes.run(ENABLE)).data).toEqual({ enableServiceUser: { userErrors: [] } });
      await backend.close();
      await server.close();
    }
  });

  it('is refused by any other status, in the panel’s own words', async () => {
    await start(() => failure({ error_message: 'No such user', extype_id: int(3), module_id: 'Users' }));
    expect((await writes.run(ENABLE)).data).toEqual({
      enableServiceUser: {
        userErrors: [{ code: 'REJECTED', native: { code: 'Users:3', message: 'No such user' } }],
      },
    });
    expect(writes.stateOf('k')).toBe('REJECTED');
  });

  it('is unsupported where the server says that it has no such method', async () => {
    await start(({ body }) =>
      methodOf(body) === 'system.listMethods'
        ? response(array('pem.getUserInfo'))
        : fault(-506, 'Unknown method'),
    );
    expect((await writes.run(ENABLE)).data).toMatchObject({
      enableServiceUser: { userErrors: [{ code: 'UNSUPPORTED' }] },
    });
    expect(writes.stateOf('k')).toBe('REJECTED');
  });

  it('is unknown after a fault of XML-RPC of a method that the server has', async () => {
    await start(({ body }) =>
      methodOf(body) === 'system.listMethods' ? response(array('pem.enableUser')) : fault(-500, 'boom'),
    );
    expect((await writes.run(ENABLE)).data).toEqual({ enableServiceUser: null });
    expect(writes.stateOf('k')).toBe('UNKNOWN');
  });

  it('that its descriptor does not allow is told as such, and not sent', async () => {
    await start(() => DONE);
    const scope = { credentials: null, signal: new AbortController().signal };
    const call = { operation: enableUser, params: { user_id: 'seven' } };
    await expect(backend.send?.(call, scope)).rejects.toThrow(/^pem\.enableUser cannot be sent: user_id/);
    await expect(backend.send?.(call, scope)).rejects.toBeInstanceOf(BadUserInputError);
    expect(sent()).toEqual([]);
  });
});

describe('a panel whose failures no rule explains', () => {
  const noSuchLogin: Script = ({ body }) =>
    methodOf(body) === 'pem.getUserByLogin'
      ? failure({ error_message: 'no' })
      : success(struct({ user_id: int(7) }));

  it('is taken to have no such login, so that the write goes on', async () => {
    await start(noSuchLogin);
    expect((await writes.run(CREATE)).data).toEqual({
      createServiceUser: { serviceUser: { id: 'poa:ServiceUser:7' }, userErrors: [] },
    });
    expect(sent()).toEqual(['pem.getUserByLogin', 'pem.addUser']);
  });

  it('that cannot look a login up is written to all the same, and nothing is read out of silence', async () => {
    let isLost = true;
    await start(({ body }, answer) => {
      if (methodOf(body) === 'pem.addUser' && isLost) {
        isLost = false;
        answer.destroy();
        return undefined;
      }
      return methodOf(body) === 'pem.getUserByLogin' && isLost
        ? fault(-500, 'no such method')
        : success(struct({ user_id: int(7), subscription_id: int(1) }));
    });
    expect((await writes.run(CREATE)).data).toEqual({ createServiceUser: null });
    expect((await writes.run(CREATE)).data).toEqual({ createServiceUser: null });
    expect(sent().filter((method) => method === 'pem.addUser')).toHaveLength(1);
  });

  it('that is down stops the write before anything is sent', async () => {
    await start(
      (_, answer) => {
        answer.writeHead(503).end();
        return undefined;
      },
      { retries: 0 },
    );
    const { errors } = await writes.run(CREATE);
    expect(errors).toHaveLength(1);
    expect(sent()).toEqual(['pem.getUserByLogin']);
    expect(writes.stateOf('k')).toBe('REJECTED');
  });
});
