import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT, SERVER_CORE, type StartedProcess, startProcess } from './start.js';

const PEERS = join(ROOT, 'bench/peers');

/** Installs what the product is measured against, once. @returns whether it is there */
export function installPeers(): boolean {
  if (existsSync(join(PEERS, 'node_modules/@graphql-hive/gateway'))) return true;
  console.error('Installing Hive Gateway into bench/peers, once …');
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-engine-strict', '--no-package-lock'],
    {
      cwd: PEERS,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return status === 0;
}

/** Hive Gateway with its SOAP transport, in front of the canned users of MSPControl. */
export async function startHive(panelPort: number): Promise<StartedProcess & { readonly url: string }> {
  // Inside the folder, from where its packages are found.
  const folder = mkdtempSync(join(PEERS, 'run-'));
  const port = await freePort();
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(
    supergraph,
    readFileSync(join(PEERS, 'supergraph.graphql'), 'utf8').replaceAll(
      '{{ENDPOINT}}',
      `http://127.0.0.1:${panelPort}/esUsers.asmx`,
    ),
  );
  writeFileSync(
    join(folder, 'gateway.config.mjs'),
    `import soap from '@graphql-mesh/transport-soap';
export const gatewayConfig = {
  supergraph: ${JSON.stringify(supergraph)}, host: '127.0.0.1', port: ${port}, fork: 1, transports: { soap },
  logging: 'error', graphiql: false, landingPage: false,
};`,
  );
  const url = `http://127.0.0.1:${port}`;
  const started = await startProcess(
    [
      process.execPath,
      join(PEERS, 'node_modules/.bin/hive-gateway'),
      'supergraph',
      '-c',
      join(folder, 'gateway.config.mjs'),
    ],
    SERVER_CORE,
    { cwd: PEERS, env: { NODE_ENV: 'production' }, ready: () => answers(`${url}/healthcheck`) },
  );
  return {
    ...started,
    url,
    async stop() {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
