import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EdgeServer, startEdgeServer } from '../../support/edge-server.js';

let server: EdgeServer;
let origin: URL;
let release = (): void => undefined;
let arrived = (): void => undefined;
beforeAll(async () => {
  const wait = () =>
    new Promise((resolve) => {
      release = () => resolve('done');
      arrived();
    });
  server = await startEdgeServer({ sandbox: true, fields: { wait } });
  origin = new URL(await server.listen());
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface Connection {
  send(text: string): void;
  /** All that has come, once the server has ended the connection. */
  readonly ended: Promise<string>;
  /** Resolves when more has come. */
  answered(): Promise<unknown>;
}

function open(): Connection {
  const socket = connect(Number(origin.port), origin.hostname).setEncoding('utf8');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  // The server may be done before all of a text is sent.
  socket.on('error', () => undefined);
  return {
    send: (text) => socket.write(text),
    ended: new Promise((resolve) => socket.on('close', () => resolve(received))),
    answered: () => once(socket, 'data'),
  };
}

/** What is answered to one text, up to the end of the connection. */
function answerTo(text: string): Promise<string> {
  const { send, ended } = open();
  send(text);
  return ended;
}

function parse(text: string): Answer {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { status: Number(first.split(' ')[1]), headers, body };
}

const get = (path: string, ...lines: readonly string[]): string =>
  [`GET ${path} HTTP/1.1`, `Host: ${origin.host}`, ...lines, '', ''].join('\r\n');

const UNREADABLE = [
  { what: 'no HTTP', text: () => 'hunter2\r\n\r\n', status: 400 },
  { what: 'a method that there is not', text: () => 'HUNTER2 / HTTP/1.1\r\n\r\n', status: 400 },
  { what: 'a header that is none', text: () => get('/livez', 'x hunter2: 1'), status: 400 },
  {
    what: 'two lengths of a body',
    text: () => get('/livez', 'content-length: 1', 'content-length: 2'),
    status: 400,
  },
  {
    what: 'a head beyond all bounds',
    text: () => get('/livez', `x: ${'hunter2'.repeat(4_000)}`),
    status: 431,
  },
];

describe('a request that cannot be read', () => {
  it.each(UNREADABLE)('is answered in the shape of all refusals: $what', async ({ text, status }) => {
    const answer = parse(await answerTo(text()));
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(answer.body).not.toMatch(/hunter2/i);
    expect(server.logText()).not.toMatch(/hunter2/i);
  });

  it('is answered with the headers of every answer, and its connection ends', async () => {
    const { headers, body } = parse(await answerTo('hunter2\r\n\r\n'));
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-hostgraph-sandbox': '1',
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(body.length),
      connection: 'close',
    });
  });

  it('is told so where it took too long', async () => {
    const accepted = once(server.app.server, 'connection');
    const { ended } = open();
    const [socket] = await accepted;
    // As Node tells it, after half a minute.
    const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.app.server.emit('clientError', error, socket);
    const answer = parse(await ended);
    expect(answer.status).toBe(408);
    expect(JSON.parse(answer.body).errors[0].message).toContain('too long');
  });

  it('is answered after an answer that its connection had before', async () => {
    const { send, answered, ended } = open();
    send(get('/livez'));
    await answered();
    send('hunter2\r\n\r\n');
    expect((await ended).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });

  it('is not answered in place of the one before it, whose answer is still due', async () => {
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { send, ended } = open();
    send(get('/graphql?query={wait}', 'apollo-require-preflight: 1'));
    await asked;
    send('hunter2\r\n\r\n');
    expect(await ended).toBe('');
    release();
  });
});
