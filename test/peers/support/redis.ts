import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBinary } from './require-binary.js';

export interface RedisServer {
  readonly url: string;
  /** Kills it; `start` brings it back on the same port, with what its append-only file holds. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops answering, without an end of its connections, until `wake`. */
  freeze(): void;
  wake(): void;
  close(): Promise<void>;
}

/**
 * A Redis server of its own on a free loopback port.
 *
 * @param settings - as its command line takes them: `--maxmemory-policy allkeys-lru`
 */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const binary = requireBinary('redis-server');
  const folder = mkdtempSync(join(tmpdir(), 'hostgraph-redis-'));
  const port = await freePort();
  let child: ChildProcess;

  async function start(): Promise<void> {
    const always = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', ''];
    child = spawn(binary, [...always, '--appendonly', 'yes', '--appendfsync', 'always', ...settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Ready to accept connections')) resolve();
      });
      child.once('exit', () => reject(new Error(`redis-server ended early:\n${said}`)));
    });
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    freeze: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    async close() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
