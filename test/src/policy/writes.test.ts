import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  BackendFaultError,
  BackendUnavailableError,
  NotConnectedError,
  OutcomeUnknownError,
} from '../../../src/errors/index.js';
import { CallPolicy } from '../../../src/policy/call-policy.js';
import { HttpTransport, type Receive } from '../../../src/policy/http-transport.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };
const SETTINGS = {
  timeoutMs: 1_000,
  writeTimeoutMs: 300,
  concurrency: 2,
  retries: 2,
  breaker: { failures: 2, openMs: 60_000 },
};

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

/** A server that treats each connection as the test says. */
async function start(onRequest: (socket: Socket, count: number) => void) {
  let connections = 0;
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', () => {
      requests += 1;
      onRequest(socket, requests);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = new HttpTransport({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    concurrency: 2,
    maxResponseBytes: 1_000_000,
    tls: { insecure: false },
  });
  close = async () => {
    await transport.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const policy = new CallPolicy(SETTINGS);
  const write = (receive: Receive<unknown> = readText) =>
    policy
      .write(ORIGIN, (end) => transport.postOnce({ origin: ORIGIN, headers: {}, body: 'x', end }, receive))
      .catch((error: Error) => error);
  return { write, policy, counts: () => ({ connections, requests }) };
}

const readText: Receive<unknown> = () => {
  let text = '';
  return {
    write(chunk) {
      text += Buffer.from(chunk).toString();
    },
    end: () => text,
  };
};
const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

describe('a write', () => {
  it('goes out over a connection of its own each time', async () => {
    const { write, counts } = await start((socket) => socket.write(OK));
    expect([await write(), await write(), await write()]).toEqual(['ok', 'ok', 'ok']);
    expect(counts()).toEqual({ connections: 3, requests: 3 });
  });

  it.each([
    ['the connection breaks', (socket: Socket) => socket.resetAndDestroy()],
    ['no answer comes in time', () => {}],
    [
      'half an answer comes',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\nok'),
    ],
    ['what comes is not HTTP', (socket: Socket) => socket.end('hello')],
  ])('is sent once and its outcome unknown when %s', async (_, onRequest) => {
    const { write, counts } = await start(onRequest);
    expect(await write()).toBeInstanceOf(OutcomeUnknownError);
    expect(counts().requests).toBe(1);
  });

  it('has an unknown outcome when the answer is a status of 5xx without a fault', async () => {
    const { write } = await start((socket) => socket.end('HTTP/1.1 503 x\r\ncontent-length: 0\r\n\r\n'));
    const receive: Receive<unknown> = () => {
      throw new BackendUnavailableError('503', ORIGIN);
    };
    expect(await write(receive)).toBeInstanceOf(OutcomeUnknownError);
  });

  it('is refused when the answer says so', async () => {
    const { write } = await start((socket) => socket.write(OK));
    const receive: Receive<unknown> = () => {
      throw new BackendFaultError('no', ORIGIN, { ...ORIGIN, code: '1', message: null });
    };
    expect(await write(receive)).toBeInstanceOf(BackendFaultError);
  });

  it('does not go out any more once it has waited for its place as long as it may take', async () => {
    const policy = new CallPolicy({ ...SETTINGS, concurrency: 1, timeoutMs: 400, writeTimeoutMs: 100 });
    const { signal } = new AbortController();
    const held = policy.read(ORIGIN, signal, () => new Promise(() => {})).catch((error: Error) => error);
    let sent = 0;
    const write = policy.write(ORIGIN, async () => {
      sent += 1;
    });
    await expect(write).rejects.toBeInstanceOf(NotConnectedError);
    expect(sent).toBe(0);
    await held;
  });

  it('is known not to have gone out when nothing listens, and when the breaker is open', async () => {
    const transport = new HttpTransport({
      url: 'http://127.0.0.1:1/',
      concurrency: 1,
      maxResponseBytes: 1_000,
      tls: { insecure: false },
    });
    const policy = new CallPolicy(SETTINGS);
    const write = () =>
      policy
        .write(ORIGIN, (end) => transport.postOnce({ origin: ORIGIN, headers: {}, body: 'x', end }, readText))
        .catch((error: Error) => error);
    for (let attempt = 0; attempt < 4; attempt += 1) expect(await write()).toBeInstanceOf(NotConnectedError);
    expect(policy.status()).toBe('DOWN');
    await transport.close();
  });
});
