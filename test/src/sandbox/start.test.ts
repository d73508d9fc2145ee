import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/start.js';

/** Resolves when nothing listens at this address any more; the runner's time limit ends the wait. */
async function ended(url: string): Promise<void> {
  for (;;) {
    try {
      await fetch(url);
    } catch {
      return;
    }
  }
}

/** How many child processes this process holds; Node lets go of one shortly after its end. */
const children = () => process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length;

const urlOf = (backend: Readonly<Record<string, unknown>> | undefined) => String(backend?.url);

describe('startSandbox', () => {
  it('starts the simulators in a process of their own and tells how to reach them', async () => {
    const sandbox = await startSandbox();
    try {
      expect(sandbox.pid).not.toBe(process.pid);
      expect(children()).toBe(1);
      expect(sandbox.backends.poa).toMatchObject({ kind: 'poa', username: 'api', password: 'sandbox-poa' });
      for (const backend of Object.values(sandbox.backends)) {
        const calls = await fetch(new URL('/_sandbox/calls', urlOf(backend)));
        expect(await calls.json()).toEqual([]);
      }
    } finally {
      await sandbox.close();
    }
    await expect(fetch(urlOf(sandbox.backends.poa))).rejects.toThrow();
    await sandbox.close();
  });

  it('ends the process even while calls hang', async () => {
    const sandbox = await startSandbox();
    const url = urlOf(sandbox.backends.poa);
    await fetch(new URL('/_sandbox/faults', url), { method: 'POST', body: '{"kind":"hang"}' });
    const hanging = fetch(url, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('api:sandbox-poa')}` },
      body: '<methodCall><methodName>system.listMethods</methodName></methodCall>',
    });
    const broken = expect(hanging).rejects.toThrow();
    const calls = async () => (await (await fetch(new URL('/_sandbox/calls', url))).json()) as unknown[];
    while ((await calls()).length === 0) await new Promise(setImmediate);
    await sandbox.close();
    await broken;
    await expect(fetch(url)).rejects.toThrow();
  });

  it('says that a simulator could not start, and leaves no process', async () => {
    const occupied = createServer().listen(0, '127.0.0.1');
    await once(occupied, 'listening');
    const address = occupied.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startSandbox({ ports: { poa: port } })).rejects.toThrow(
      'The sandbox ended before it was ready (code 1)',
    );
    occupied.close();
    await expect.poll(children).toBe(0);
  });

  it('does not wait for ever, and leaves no process either', async () => {
    await expect(startSandbox({ timeoutMs: 1 })).rejects.toThrow('The sandbox was not ready within 1 ms');
    await expect.poll(children).toBe(0);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('leaves no orphan when its parent dies of %s', async (signal) => {
    const parent = fork(fileURLToPath(new URL('./sandbox-parent.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
    });
    const [url] = (await once(parent, 'message')) as [string];
    expect((await fetch(url)).status).toBe(200);
    parent.kill(signal);
    await ended(url);
  });
});
