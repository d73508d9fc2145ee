import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewayCommand } from './processes/gateway-command.js';
import { OTHER_CORE, SERVER_CORE, type StartedProcess, script, startProcess } from './processes/start.js';

export const KEY = 'hg_bench-key-of-a-caller-that-exists-for-as-long-as-the-benchmark-runs';
export const PANELS = ['poa', 'mspc', 'hsphere', 'enom'] as const;
export type PanelName = (typeof PANELS)[number];

/** Canned panels, and whatever stands in front of them. */
export interface Stage {
  readonly ports: Readonly<Record<PanelName, number>>;
  readonly proxy: StartedProcess & { readonly url: string };
  /** Requests that one panel has had. */
  upstream(panel: PanelName): () => Promise<number>;
  setLatency(ms: number): Promise<void>;
  startGateway(settings?: GatewaySettings): Promise<StartedProcess & { readonly url: string }>;
  close(): Promise<void>;
}

export interface GatewaySettings {
  /** Whether POA is asked for several reads at once. */
  readonly batchReads?: 'on' | 'off';
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'hostgraph-bench-'));
  const panels = await startProcess(script('bench/processes/backends.ts'), OTHER_CORE);
  const port = (name: string) => Number(panels.announced[name]);
  const ports = { poa: port('poa'), mspc: port('mspc'), hsphere: port('hsphere'), enom: port('enom') };
  const control = `http://127.0.0.1:${port('control')}`;
  const proxy = await startProcess(script('bench/processes/proxy.ts', String(ports.mspc)), SERVER_CORE);
  const started: StartedProcess[] = [proxy];
  return {
    ports,
    proxy: { ...proxy, url: `http://127.0.0.1:${String(proxy.announced.port)}` },
    upstream: (panel) => async () => {
      const counts = (await (await fetch(control)).json()) as Record<PanelName, number>;
      return counts[panel];
    },
    async setLatency(ms) {
      await fetch(`${control}/latency?ms=${ms}`);
    },
    async startGateway(settings = {}) {
      const file = join(folder, `gateway-${started.length}.json`);
      writeFileSync(
        file,
        JSON.stringify(configuration(ports, settings, join(folder, `data-${started.length}`))),
      );
      const gateway = await startProcess(gatewayCommand(file), SERVER_CORE, {
        env: { NODE_ENV: 'production' },
      });
      started.push(gateway);
      return { ...gateway, url: String(gateway.announced.url) };
    },
    async close() {
      for (const { stop } of [...started.reverse(), panels]) await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As an operator would run it: keys, limits, records and a line for every request on, caches off. */
const configuration = (
  ports: Readonly<Record<PanelName, number>>,
  { batchReads = 'on' }: GatewaySettings,
  dataDir: string,
) => ({
  server: { port: 0 },
  dataDir,
  auth: {
    apiKeys: [{ id: 'bench', sha256: createHash('sha256').update(KEY).digest('hex'), roles: ['provider'] }],
  },
  backends: {
    poa: {
      kind: 'poa',
      url: `http://127.0.0.1:${ports.poa}/`,
      username: 'api',
      password: 'canned',
      concurrency: 32,
      batch: { reads: batchReads },
    },
    mspc: {
      kind: 'mspc',
      url: `http://127.0.0.1:${ports.mspc}/`,
      username: 'serveradmin',
      password: 'canned',
      concurrency: 32,
    },
    hsphere: {
      kind: 'hsphere',
      url: `http://127.0.0.1:${ports.hsphere}/axis/services/AdminServices`,
      login: 'admin',
      password: 'canned',
      concurrency: 32,
    },
    enom: {
      kind: 'enom',
      url: `http://127.0.0.1:${ports.enom}/interface.asp`,
      uid: 'resellid',
      pw: 'canned',
      concurrency: 32,
    },
  },
});
