import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ConfiguredGateway,
  type ConfiguredGatewayOptions,
  startConfiguredGateway,
} from '../support/configured-gateway.js';

let gateway: ConfiguredGateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

async function start(options: ConfiguredGatewayOptions = {}): Promise<ConfiguredGateway> {
  gateway = await startConfiguredGateway(options);
  return gateway;
}

const kindOf = (id: number) => `{ account(id: "poa:Account:${id}") { kind } }`;

describe('a limit on the calls of a backend', () => {
  it.each([
    ['limits.callsPerMinute', { sections: { limits: { callsPerMinute: 2 } } }],
    ['backends.<name>.callsPerMinute', { backend: { callsPerMinute: 2 } }],
  ])('fails fields beyond it, and the panel is not asked: %s', async (_setting, options) => {
    const { ask, simulators } = await start(options);
    for (const id of [1_000_005, 1_000_006]) expect((await ask(kindOf(id))).body.errors).toBeUndefined();
    const asked = simulators.get('poa')?.calls.length;
    const { status, body } = await ask(`{ viewer { name } ${kindOf(1_000_005).slice(1, -1)} }`);
    expect(status).toBe(200);
    expect(body.data).toEqual({ viewer: { name: 'local' }, account: null });
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'RATE_LIMITED', backend: 'poa', retryAfterSeconds: expect.any(Number) },
    ]);
    expect(simulators.get('poa')?.calls.length).toBe(asked);
  });

  it('does not stop a write between its calls', async () => {
    const { ask } = await start({ sections: { limits: { callsPerMinute: 1 } } });
    const { body } = await ask(
      'mutation { suspendAccount(input: { accountId: "poa:Account:1000005" }) { userErrors { code } } }',
    );
    expect(body).toEqual({ data: { suspendAccount: { userErrors: [] } } });
  });
});

describe('the time of a request', () => {
  it('is the deadline of its calls, and leaves what came in time', async () => {
    const { ask, simulators } = await start();
    simulators.get('poa')?.faults.next('pem.getAccountInfo', { kind: 'hang' });
    const { body } = await ask(`{ viewer { name } ${kindOf(1_000_005).slice(1, -1)} }`, {
      'x-hostgraph-timeout-ms': '300',
    });
    expect(body.data).toEqual({ viewer: { name: 'local' }, account: null });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BACKEND_TIMEOUT', backend: 'poa' } }]);
  });

  it('stands still while a write is under way', async () => {
    const { ask, simulators } = await start();
    simulators.get('poa')?.faults.next('pem.disableAccount', { kind: 'slow', ms: 800 });
    const { body } = await ask(
      'mutation { suspendAccount(input: { accountId: "poa:Account:1000005" }) { userErrors { code } account { kind } } }',
      { 'x-hostgraph-timeout-ms': '500' },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({ suspendAccount: { account: { kind: expect.any(String) } } });
  });
});

describe('the audit of a gateway', () => {
  it('has a line when a write begins and one when it ends, joined with the log', async () => {
    const { ask, folder } = await start();
    await ask(
      'mutation { suspendAccount(input: { accountId: "poa:Account:1000005", idempotencyKey: "key-1" }) { userErrors { code } } }',
      { 'x-request-id': 'req-1' },
    );
    const lines = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
    const known = {
      principal: 'local',
      mutation: 'suspendAccount',
      backend: 'poa',
      key: 'key-1',
      requestId: 'req-1',
    };
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { ...known, audit: 'begun', state: 'PENDING' },
      { ...known, audit: 'ended', state: 'APPLIED', facts: { nodes: { account: 'poa:Account:1000005' } } },
    ]);
  });
});

describe('a gateway that starts', () => {
  it('warns of certificates that nobody checks', async () => {
    const { log } = await start({ backend: { tls: { insecure: true } } });
    expect(log()).toContainEqual(
      expect.objectContaining({ level: 'warn', setting: 'backends.poa.tls.insecure' }),
    );
  });

  it('tells that it is ready, for writes too', async () => {
    const { origin } = await start();
    const response = await fetch(`${origin}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', writes: 'ok' });
  });
});
