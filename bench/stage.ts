import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedRequest } from './backends/canned-server.js';
import type { LoadRequest } from './measure/load.js';
import { PANELS, type PanelName } from './panels.js';
import { gatewayCommand } from './processes/gateway-command.js';
import { OTHER_CORE, SERVER_CORE, type StartedProcess, script, startProcess } from './processes/start.js';
import { KEY, routedOperations, trustedDocuments } from './reads.js';

/** Calls that a panel gets at once. */
export const CONCURRENCY = 32;

/** Canned panels, and whatever stands in front of them. */
export interface Stage {
  readonly ports: Readonly<Record<PanelName, number>>;
  readonly proxy: StartedProcess;
  /** Requests that one panel has had. */
  upstream(panel: PanelName): () => Promise<number>;
  /** The request that a panel had last, byte for byte as it was, but sent to the proxy. */
  lastCallThroughProxy(panel: PanelName): Promise<LoadRequest>;
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
  const targets = PANELS.map((panel) => String(ports[panel]));
  const proxy = await startProcess(script('bench/processes/proxy.ts', ...targets), SERVER_CORE);
  const proxyPorts = proxy.announced.ports as readonly number[];
  const started: StartedProcess[] = [proxy];
  return {
    ports,
    proxy,
    upstream: (panel) => async () => {
      const counts = (await (await fetch(control)).json()) as Record<PanelName, number>;
      return counts[panel];
    },
    async lastCallThroughProxy(panel) {
      const seen = (await (await fetch(`${control}/last`)).json()) as Record<
        PanelName,
        ReceivedRequest | null
      >;
      const call = seen[panel];
      if (call === null) throw new Error(`${panel} has had no request.`);
      return {
        url: `http://127.0.0.1:${String(proxyPorts[PANELS.indexOf(panel)])}${call.path}`,
        method: 'POST',
        headers: carriedHeaders(call.rawHeaders),
        body: call.body,
      };
    },
    async setLatency(ms) {
      await fetch(`${control}/latency?ms=${ms}`);
    },
    async startGateway(settings = {}) {
      const manifest = join(folder, 'trusted.json');
      writeFileSync(manifest, JSON.stringify(trustedDocuments()));
      const operations = join(folder, 'operations');
      mkdirSync(operations, { recursive: true });
      writeFileSync(join(operations, 'flat.graphql'), routedOperations());
      const file = join(folder, `gateway-${started.length}.json`);
      writeFileSync(
        file,
        JSON.stringify({
          ...configuration(ports, settings, join(folder, `data-${started.length}`)),
          operations: { manifests: [manifest], folders: [operations] },
        }),
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

/** Without what the load generator writes itself. */
function carriedHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = String(rawHeaders[index]).toLowerCase();
    if (!['host', 'connection', 'content-length'].includes(name))
      headers[name] = String(rawHeaders[index + 1]);
  }
  return headers;
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
      concurrency: CONCURRENCY,
      batch: { reads: batchReads },
    },
    mspc: {
      kind: 'mspc',
      url: `http://127.0.0.1:${ports.mspc}/`,
      username: 'serveradmin',
      password: 'canned',
      concurrency: CONCURRENCY,
    },
    hsphere: {
      kind: 'hsphere',
      url: `http://127.0.0.1:${ports.hsphere}/axis/services/AdminServices`,
      login: 'admin',
      password: 'canned',
      concurrency: CONCURRENCY,
    },
    enom: {
      kind: 'enom',
      url: `http://127.0.0.1:${ports.enom}/interface.asp`,
      uid: 'resellid',
      pw: 'canned',
      concurrency: CONCURRENCY,
    },
  },
});
