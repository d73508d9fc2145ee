import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { planFault } from './fault-request.js';
import { type Framing, sendFramed } from './framing.js';
import { FaultPlan, type Misbehaviour } from './misbehaviour.js';
import type { LedgerEntry, RecordedCall } from './simulator.js';

export interface SimulatedRequest {
  /** Path without query. */
  readonly path: string;
  /** The query string as sent, without `?`. */
  readonly query: string;
  /** HTTP verb. */
  readonly verb: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface SimulatedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default `sized`. */
  readonly framing?: Framing;
}

/** A request that the simulator has understood, not yet carried out. */
export interface UnderstoodCall extends RecordedCall {
  /** Does the work and writes the answer. */
  run(): SimulatedAnswer | Promise<SimulatedAnswer>;
  /** The protocol's own fault with this text. */
  fault(message: string): SimulatedAnswer;
}

/**
 * Reads one request: either what was called, or an answer straight away (wrong credentials, unreadable XML,
 * unknown method), which is never faulted and not recorded.
 */
export type Understand = (request: SimulatedRequest) => UnderstoodCall | SimulatedAnswer;

export interface Listener {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly calls: RecordedCall[];
  readonly faults: FaultPlan;
  close(): Promise<void>;
}

const MAX_CALLS_KEPT = 10_000;
const MAX_REQUEST_BYTES = 32 * 1024 * 1024;

/**
 * The HTTP side that all simulators share: a loopback port, the record of calls, the misbehaviour, and the
 * control routes under `/_sandbox` (`docs/sandbox.md`). Knows no protocol.
 */
export async function listen(
  port: number,
  understand: Understand,
  reset: () => void,
  ledger?: () => readonly LedgerEntry[],
): Promise<Listener> {
  const calls: RecordedCall[] = [];
  const faults = new FaultPlan();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s, 2);
    if (path.startsWith('/_sandbox/')) {
      sendControl(response, path, body);
      return;
    }
    const understood = understand({
      path,
      query,
      verb: request.method ?? 'GET',
      headers: request.headers,
      body,
    });
    if (!('run' in understood)) {
      send(response, understood);
      return;
    }
    calls.push({ method: understood.method, params: understood.params });
    if (calls.length > MAX_CALLS_KEPT) calls.shift();
    await misbehaveOrRun(response, understood, faults.take(understood.method));
  }

  function sendControl(response: ServerResponse, path: string, body: Buffer): void {
    const json = (status: number, value: unknown) =>
      send(response, { status, contentType: 'application/json', body: JSON.stringify(value) });
    switch (path) {
      case '/_sandbox/calls':
        json(200, calls);
        break;
      case '/_sandbox/ledger':
        json(ledger === undefined ? 404 : 200, ledger?.() ?? { error: 'this simulator keeps none' });
        break;
      case '/_sandbox/reset':
        reset();
        calls.length = 0;
        faults.clear();
        json(200, {});
        break;
      case '/_sandbox/faults': {
        const problem = planFault(faults, body.toString('utf8'));
        json(problem === undefined ? 200 : 400, problem === undefined ? {} : { error: problem });
        break;
      }
      default:
        json(404, { error: 'calls, ledger, reset and faults are here' });
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    faults,
    close: () => closeServer(server),
  };
}

async function misbehaveOrRun(
  response: ServerResponse,
  call: UnderstoodCall,
  misbehaviour: Misbehaviour | undefined,
): Promise<void> {
  switch (misbehaviour?.kind) {
    case undefined:
      send(response, await call.run());
      return;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, misbehaviour.ms).unref());
      send(response, await call.run());
      return;
    case 'hang':
      return;
    case 'drop':
      response.destroy();
      return;
    case 'replyLost':
      await call.run();
      response.destroy();
      return;
    case 'truncated': {
      const answer = Buffer.from((await call.run()).body);
      response.writeHead(200, { 'content-type': 'text/xml', 'content-length': answer.length });
      response.write(answer.subarray(0, Math.floor(answer.length / 2)), () => response.destroy());
      return;
    }
    case 'huge':
      await sendHuge(response, misbehaviour.bytes);
      return;
    case 'answer':
      send(response, misbehaviour);
      return;
    case 'fault':
      send(response, call.fault(misbehaviour.message));
      return;
    case 'afterwards':
      await call.run();
      await misbehaveOrRun(response, { ...call, run: nothingLeft }, misbehaviour.misbehaviour);
      return;
    default:
      misbehaviour satisfies never;
  }
}

/** The work was done before, and its answer is lost. */
const nothingLeft = (): SimulatedAnswer => ({ status: 200, contentType: 'text/xml', body: '' });

/** As much of an answer as was asked for, at the pace at which it is read. */
async function sendHuge(response: ServerResponse, bytes: number): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024, '<value>0</value>');
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.write('<?xml version="1.0"?><methodResponse><params><param><value><array><data>');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += chunk.length) {
    if (!response.write(chunk)) {
      await new Promise((resolve) => {
        response.once('drain', resolve);
        response.once('close', resolve);
      });
    }
  }
  response.end();
}

function send(response: ServerResponse, answer: SimulatedAnswer): void {
  const headers = { 'content-type': answer.contentType, ...answer.headers };
  sendFramed(response, answer.framing ?? 'sized', answer.status, headers, Buffer.from(answer.body, 'utf8'));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_REQUEST_BYTES) throw new Error('request too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
