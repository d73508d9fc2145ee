import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pingBackends } from '../../../src/cli/ping.js';
import { loadGatewayConfig } from '../../../src/gateway.js';
import { createConfigFolder } from '../../support/config-file.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';

const folder = createConfigFolder();
let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
afterAll(async () => {
  await panels.close();
  folder.remove();
});

/** A configuration of the four simulated panels. */
function configOf(changes: Readonly<Record<string, object>> = {}) {
  const backends = Object.fromEntries(
    Object.entries(panels.simulators).map(([kind, { configuration }]) => [
      kind,
      { ...configuration, ...changes[kind] },
    ]),
  );
  const file = folder.write('gateway.json', JSON.stringify({ backends }));
  return loadGatewayConfig({ file, env: {} });
}

const codesOf = (text: string) =>
  Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ +/).slice(0, 2)),
  );

describe('hostgraph check --ping', () => {
  it('asks each panel once, nothing that changes anything', async () => {
    panels.takeCalls();
    const { text, isDone } = await pingBackends(configOf());
    expect(codesOf(text)).toEqual({ poa: 'OK', mspc: 'OK', hsphere: 'OK', enom: 'OK' });
    expect(isDone).toBe(true);
    expect(panels.takeCalls()).toEqual({
      poa: ['pem.getAccountInfo'],
      mspc: ['UserExists'],
      hsphere: ['checkUser'],
      enom: ['GetBalance'],
    });
    expect(Object.values(panels.simulators).flatMap(({ ledger = [] }) => ledger)).toEqual([]);
  });

  it('tells a wrong login from a panel that is away, and repeats no password', async () => {
    const { text, isDone } = await pingBackends(
      configOf({
        poa: { password: 'hunter2' },
        mspc: { password: 'hunter2' },
        hsphere: { url: 'http://127.0.0.1:9/' },
        enom: { pw: 'hunter2' },
      }),
    );
    expect(codesOf(text)).toEqual({
      poa: 'BACKEND_FAULT',
      mspc: 'BACKEND_FAULT',
      hsphere: 'BACKEND_UNAVAILABLE',
      enom: 'BACKEND_FAULT',
    });
    expect(isDone).toBe(false);
    expect(text).not.toContain('hunter2');
  });
});
