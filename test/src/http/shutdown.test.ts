import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallSignal } from '../../../src/model/index.js';
import { type EdgeServer, type EdgeServerOptions, startEdgeServer } from '../../support/edge-server.js';

/** A field that answers when it is told to. */
function heldField() {
  let release = (_value: string): void => {};
  let arrived = (_signal: CallSignal): void => {};
  const answer = new Promise<string>((resolve) => {
    release = resolve;
  });
  const asked = new Promise<CallSignal>((resolve) => {
    arrived = resolve;
  });
  const fields: EdgeServerOptions['fields'] = {
    wait: ({ signal }) => {
      arrived(signal);
      return answer;
    },
  };
  return { fields, asked, release };
}

const opened: EdgeServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function open(options: EdgeServerOptions): Promise<{ server: EdgeServer; origin: string }> {
  const server = await startEdgeServer(options);
  opened.push(server);
  return { server, origin: await server.listen() };
}

const ask = (origin: string, query: string, signal?: AbortSignal) =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    ...(signal === undefined ? {} : { signal }),
  });

describe('closing', () => {
  it('lets requests under way end, over connections that are kept alive too', async () => {
    const { fields, asked, release } = heldField();
    const { server, origin } = await open({ fields, settings: { shutdownMs: 60_000 } });
    const agent = new Agent({ keepAlive: true });
    const answer = askKeptAlive(agent, origin);
    await asked;
    const closed = server.close();
    await expect(fetch(`${origin}/livez`)).rejects.toThrow();
    release('late');
    expect(await answer).toEqual({ status: 200, body: expect.stringContaining('late') });
    await closed;
    agent.destroy();
  });

  it('cuts off what has not ended in time, and tells it to stop', async () => {
    const { fields, asked } = heldField();
    const { server, origin } = await open({ fields, settings: { shutdownMs: 50 } });
    const answer = ask(origin, '{ wait }');
    answer.catch(() => undefined);
    const signal = await asked;
    const fired = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await server.close();
    await expect(answer).rejects.toThrow();
    await fired;
  });

  it('tells probes that it is not ready, on connections that it still serves', async () => {
    const { fields, asked, release } = heldField();
    const { server, origin } = await open({ fields, settings: { shutdownMs: 60_000 } });
    const probe = await beginProbe(origin);
    const answer = ask(origin, '{ wait }');
    await asked;
    const closed = server.close();
    expect(await probe.finish()).toMatch(
      /^HTTP\/1\.1 503 [\s\S]*\r\nconnection: close\r\n[\s\S]*"draining"/i,
    );
    release('late');
    await (await answer).text();
    await closed;
  });

  it('does not wait for connections that are idle, nor for those that were never used', async () => {
    const { server, origin } = await open({ settings: { shutdownMs: 60_000 } });
    const { hostname, port } = new URL(origin);
    const unused = connect(Number(port), hostname);
    await new Promise((resolve) => unused.once('connect', resolve));
    await (await ask(origin, '{ hello }')).text();
    await server.close();
    unused.destroy();
  });
});

describe('a caller that hangs up', () => {
  it('fires the signal of its request', async () => {
    const { fields, asked, release } = heldField();
    const { origin } = await open({ fields });
    const caller = new AbortController();
    const answer = ask(origin, '{ wait }', caller.signal);
    answer.catch(() => undefined);
    const signal = await asked;
    expect(signal.aborted).toBe(false);
    const fired = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    caller.abort();
    await fired;
    release('nobody listens');
    await expect(answer).rejects.toThrow();
  });

  it('is not one that has its answer', async () => {
    const { fields, asked, release } = heldField();
    const { origin } = await open({ fields });
    release('now');
    await (await ask(origin, '{ wait }')).text();
    expect((await asked).aborted).toBe(false);
  });
});

describe('listening', () => {
  it("on a port that is taken fails with the system's error", async () => {
    const { origin } = await open({});
    const second = await startEdgeServer({ settings: { port: Number(new URL(origin).port) } });
    opened.push(second);
    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('beyond loopback fails where callers need no key', async () => {
    const server = await startEdgeServer({ settings: { host: '0.0.0.0' } });
    opened.push(server);
    await expect(server.listen()).rejects.toThrow('server.host: leads to an address that is not loopback');
  });

  it('answers to its own address and to no other name', async () => {
    const { origin } = await open({ settings: { allowedHosts: [] } });
    const { port } = new URL(origin);
    expect((await fetch(`${origin}/graphiql`)).status).toBe(200);
    expect((await fetch(`http://localhost:${port}/graphiql`)).status).toBe(200);
    expect(await statusFor(origin, `evil.example:${port}`)).toBe(421);
  });
});

/** The first half of `GET /readyz`, which the server has begun to read: its connection is not idle. */
async function beginProbe(origin: string): Promise<{ finish(): Promise<string> }> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  await new Promise((resolve) => socket.write(`GET /readyz HTTP/1.1\r\nHost: ${host}\r\n`, resolve));
  return {
    finish: () =>
      new Promise((resolve, reject) => {
        let text = '';
        socket.on('data', (chunk) => {
          text += chunk;
        });
        socket.on('end', () => resolve(text));
        socket.on('error', reject);
        socket.write('\r\n');
      }),
  };
}

function askKeptAlive(agent: Agent, origin: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}/graphql`,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ query: '{ wait }' }));
  });
}

function statusFor(origin: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/graphiql`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}
