import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellOutcome } from '../../../src/cli/outcome.js';
import { type Config, ConfigError } from '../../../src/config/index.js';
import { type Gateway, loadGatewayConfig, startGateway } from '../../../src/gateway.js';
import { createLog } from '../../../src/log/index.js';
import { createPoaSimulator } from '../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../src/sandbox/simulator.js';
import { createConfigFolder } from '../../support/config-file.js';

const ID = 'poa:Subscription:2000005';

const folder = createConfigFolder();
let simulator: Simulator;
let gateway: Gateway;
let config: Config;
let runs = 0;

beforeEach(async () => {
  runs += 1;
  simulator = await createPoaSimulator();
  const file = folder.write(
    'gateway.yaml',
    JSON.stringify({
      server: { port: 0, graphiql: false, docs: false },
      log: { level: 'silent' },
      dataDir: `data-${runs}`,
      backends: { poa: { ...simulator.configuration, batch: { reads: 'off' } } },
    }),
  );
  config = loadGatewayConfig({ file, env: {} });
  gateway = await startGateway(config, createLog('silent'));
});
afterEach(async () => {
  await gateway.close();
  await simulator.close();
});
afterAll(() => folder.remove());

/** Asks the gateway that runs meanwhile. */
async function write(mutation: string, input: string): Promise<unknown> {
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { ${mutation}(input: ${input}) { userErrors { code message } } }`,
    }),
  });
  return answer.json();
}
const RENAME = `{ subscriptionId: "${ID}", name: "Other", idempotencyKey: "k" }`;
const tell = (change: Partial<Parameters<typeof tellOutcome>[1]> = {}) =>
  tellOutcome(config, { name: 'outcome', config: '', key: 'k', principal: 'local', set: null, ...change });

describe('hostgraph outcome', () => {
  it('tells what became of a write, while the gateway runs', async () => {
    await write('suspendSubscription', `{ subscriptionId: "${ID}", idempotencyKey: "k" }`);
    const { text, isDone } = await tell();
    expect(isDone).toBe(true);
    expect(text).toContain('state      APPLIED: it happened');
    expect(text).toContain('mutation   suspendSubscription on poa');
    expect(text).toContain(ID);
  });

  it('reads back what is unknown', async () => {
    simulator.faults.next('pem.disableSubscription', { kind: 'replyLost' });
    await write('suspendSubscription', `{ subscriptionId: "${ID}", idempotencyKey: "k" }`);
    expect((await tell()).text).toContain('APPLIED');
  });

  it.each(['APPLIED', 'REJECTED'] as const)(
    'takes the word %s for what stays unknown, once, and the gateway tells it from then on',
    async (set) => {
      simulator.faults.next('pem.setSubscriptionName', { kind: 'drop' });
      simulator.faults.next('pem.getSubscription', { kind: 'drop' }, 100);
      await write('renameSubscription', RENAME);
      expect((await tell()).text).toContain('state      UNKNOWN: it was sent, and nobody knows');
      expect(await tell({ set })).toMatchObject({ isDone: true, text: expect.stringContaining(set) });
      const other = set === 'APPLIED' ? 'REJECTED' : 'APPLIED';
      expect(await tell({ set: other })).toMatchObject({
        isDone: false,
        text: expect.stringContaining('Not set: only what is UNKNOWN can be.'),
      });
      simulator.faults.clear();
      expect(await write('renameSubscription', RENAME)).toMatchObject({
        data: {
          renameSubscription: {
            userErrors:
              set === 'APPLIED' ? [] : [{ code: 'REJECTED', message: 'This change did not happen.' }],
          },
        },
      });
      expect(simulator.calls.filter(({ method }) => method === 'pem.setSubscriptionName')).toHaveLength(1);
    },
  );

  it('says so when there is no such write', async () => {
    expect(await tell()).toEqual({ isDone: false, text: 'No write of local has this key.\n' });
  });

  it('knows no caller that the configuration does not have', async () => {
    const auth = { apiKeys: [{ id: 'shop', sha256: '0'.repeat(64), roles: [] }] };
    await expect(
      tellOutcome(
        { ...config, auth },
        { name: 'outcome', config: '', key: 'k', principal: 'shpo', set: null },
      ),
    ).rejects.toBeInstanceOf(ConfigError);
  });
});
