import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createPoaBackend, executeOperation, runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { array, failure, fault, int, response, struct, success } from './answers.js';

const QUERY = '{ mailboxStores(backend: "poa") { id } }';
const FAST = { timeoutMs: 400, retries: 0, batch: { reads: 'off' } };

let server: ScriptedServer;
let backend: Backend;

afterEach(async () => {
  await backend.close();
  await server.close();
});

async function ask(script: Script, settings: Readonly<Record<string, unknown>> = {}, query = QUERY) {
  server = await startScriptedServer(script);
  backend = createPoaBackend({ url: server.url, ...FAST, ...settings });
  return runOperation([backend], query);
}

/** Sends `head` at once, then `piece` for as long as somebody reads. */
const endless =
  (head: string, piece: string): Script =>
  (_, answer) => {
    const chunk = piece.repeat(Math.ceil(65_536 / piece.length));
    answer.writeHead(200, { 'content-type': 'text/xml' }).write(head);
    const more = () => {
      while (!answer.destroyed && answer.write(chunk));
      if (!answer.destroyed) answer.once('drain', more);
    };
    more();
    return undefined;
  };

const LIST_HEAD =
  '<methodResponse><params><param><value><struct><member><name>result</name><value><array><data>';

interface FailureCase {
  readonly title: string;
  readonly script: Script;
  readonly code: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const CASES: readonly FailureCase[] = [
  { title: 'no answer at all', script: () => undefined, code: 'BACKEND_TIMEOUT' },
  {
    title: 'an answer that stops in the middle and leaves the connection open',
    script: (_, answer) => {
      answer.writeHead(200).write(LIST_HEAD);
      return undefined;
    },
    code: 'BACKEND_TIMEOUT',
  },
  {
    title: 'an answer that never ends, drop by drop',
    script: (_, answer) => {
      const drip = setInterval(() => answer.write(' '), 20);
      answer.once('close', () => clearInterval(drip));
      return undefined;
    },
    code: 'BACKEND_TIMEOUT',
  },
  {
    title: 'a connection that closes before the answer',
    script: (_, answer) => {
      answer.destroy();
      return undefined;
    },
    code: 'BACKEND_UNAVAILABLE',
  },
  {
    title: 'a connection that closes inside the answer',
    script: (_, answer) => {
      answer.writeHead(200, { 'content-length': 1000 }).write(LIST_HEAD, () => answer.destroy());
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'something that is not HTTP',
    script: (_, answer) => {
      answer.socket?.end('hello');
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'XML that stops in the middle', script: () => LIST_HEAD, code: 'BACKEND_PROTOCOL_ERROR' },
  { title: 'an empty answer', script: () => '', code: 'BACKEND_PROTOCOL_ERROR' },
  {
    title: 'a page of HTML',
    script: () => '<!DOCTYPE html><html><body>maintenance</body></html>',
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'HTML without a DOCTYPE',
    script: () => '<html><p>maintenance<br></html>',
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'entities that multiply',
    script: () =>
      '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><methodResponse>&b;</methodResponse>',
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer larger than allowed',
    script: endless(LIST_HEAD, '<value><int>1</int></value>'),
    settings: { maxResponseBytes: 65_536, timeoutMs: 5_000 },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'a text larger than allowed',
    script: endless(LIST_HEAD, 'x'),
    settings: { timeoutMs: 5_000 },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer without a status',
    script: () => response(struct({ result: array() })),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'a result of another type', script: () => success(int(1)), code: 'BACKEND_PROTOCOL_ERROR' },
  {
    title: 'rows without their ids',
    script: () => success(array(struct({ name: 'a' }))),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'HTTP 500 without a fault',
    script: (_, answer) => {
      answer.writeHead(500).end('oops');
      return undefined;
    },
    code: 'BACKEND_UNAVAILABLE',
  },
  {
    title: 'HTTP 503 even with a good answer',
    script: (_, answer) => {
      answer.writeHead(503).end(success(array()));
      return undefined;
    },
    code: 'BACKEND_UNAVAILABLE',
  },
  {
    title: 'HTTP 404',
    script: (_, answer) => {
      answer.writeHead(404).end('not here');
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'a redirect, which is not followed',
    script: (_, answer) => {
      answer.writeHead(302, { location: '/elsewhere' }).end();
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'HTTP 401',
    script: (_, answer) => {
      answer.writeHead(401).end();
      return undefined;
    },
    code: 'BACKEND_FAULT',
  },
  { title: 'a fault', script: () => fault(-506, 'Unknown method'), code: 'BACKEND_FAULT' },
  {
    title: 'a fault with HTTP 500',
    script: (_, answer) => {
      answer.writeHead(500).end(fault(-1, 'broken'));
      return undefined;
    },
    code: 'BACKEND_FAULT',
  },
];

describe('failures of a POA server', () => {
  it.each(CASES)('answers $code to $title', async ({ script, code, settings }) => {
    const result = await ask(script, settings);
    expect(result.data).toEqual({ mailboxStores: null });
    expect(result.errors).toHaveLength(1);
    expect(result.errors?.[0]).toMatchObject({ path: ['mailboxStores'] });
    expect(codesOf(await runWithCodes())).toEqual([code]);
  });

  it('tells a refusal in the panel’s own words', async () => {
    const script = () =>
      failure({
        error_message: 'Account 42 was not found',
        extype_id: int(21),
        module_id: 'OpenAPI',
        properties: struct({ reason: 'Account 42 was not found' }),
      });
    await ask(script);
    expect(await runWithCodes()).toMatchObject([
      {
        message: 'Backend poa refused pem.exchange.getMailboxStores.',
        code: 'BACKEND_FAULT',
        details: {
          backend: 'poa',
          native: {
            backend: 'poa',
            method: 'pem.exchange.getMailboxStores',
            code: 'OpenAPI:21',
            message: 'Account 42 was not found',
          },
        },
      },
    ]);
  });

  it.each([
    [{ extypeId: 21 }, null],
    [{ moduleId: 'OpenAPI', messageRegex: 'not found$' }, null],
    [{ extypeId: 21, moduleId: 'Other' }, 'BACKEND_FAULT'],
    [{ messageRegex: '^found' }, 'BACKEND_FAULT'],
  ])('takes a refusal for a miss where a rule like %j says so', async (rule, code) => {
    const refused = failure({
      error_message: 'Account 42 was not found',
      extype_id: int(21),
      module_id: 'OpenAPI',
    });
    const query = '{ account(id: "poa:Account:42") { id } }';
    const result = await ask(() => refused, { faults: [{ ...rule, code: 'NOT_FOUND' }] }, query);
    expect(result.data).toEqual({ account: null });
    expect(codesOf(await runWithCodes(query))).toEqual(code === null ? [] : [code]);
  });

  it('sends a read again when a connection breaks, and answers as if nothing had happened', async () => {
    let asked = 0;
    const result = await ask(
      (_, answer) => {
        asked += 1;
        if (asked > 2) return success(array());
        answer.destroy();
        return undefined;
      },
      { retries: 2, timeoutMs: 5_000 },
    );
    expect(result).toEqual({ data: { mailboxStores: [] } });
    expect(server.requests).toHaveLength(3);
  });

  it('does not send a read again that was refused or answered in nonsense', async () => {
    await ask(() => fault(1, 'no'), { retries: 2 });
    expect(server.requests).toHaveLength(1);
    await runOperation([backend], QUERY);
    expect(server.requests).toHaveLength(2);
  });

  it('leaves a server alone that failed repeatedly, and says so', async () => {
    await ask(
      (_, answer) => {
        answer.destroy();
        return undefined;
      },
      { breaker: { failures: 3, openMs: 60_000 } },
    );
    for (let again = 0; again < 5; again += 1) await runOperation([backend], QUERY);
    expect(server.requests).toHaveLength(3);
    expect(backend.status).toBe('DOWN');
    expect(await runOperation([backend], '{ backends { name status } }')).toEqual({
      data: { backends: [{ name: 'poa', status: 'DOWN' }] },
    });
  });

  it('does not open the breaker for refused logins', async () => {
    await ask(
      (_, answer) => {
        answer.writeHead(401).end();
        return undefined;
      },
      { breaker: { failures: 1, openMs: 60_000 } },
    );
    await runOperation([backend], QUERY);
    expect(server.requests).toHaveLength(2);
    expect(backend.status).toBe('UP');
  });

  it('keeps at most the configured number of calls under way', async () => {
    let underWay = 0;
    let most = 0;
    const ids = Array.from({ length: 12 }, (_, index) => `"poa:Account:${index + 1}"`).join(' ');
    await ask(
      (_, answer) => {
        underWay += 1;
        most = Math.max(most, underWay);
        // Long enough for all that may be under way to arrive.
        setTimeout(() => {
          underWay -= 1;
          answer.writeHead(200).end(success(struct({ account_type: 'C' })));
        }, 25);
        return undefined;
      },
      { concurrency: 3 },
      `{ nodes(ids: [${ids}]) { id } }`,
    );
    expect(server.requests).toHaveLength(12);
    expect(most).toBe(3);
  });

  it('leaves the answers of other instances whole when one is dead', async () => {
    server = await startScriptedServer(() => success(array(struct({ store_id: int(7) }))));
    backend = createPoaBackend({ url: server.url, ...FAST });
    const dead = createPoaBackend({ url: 'http://127.0.0.1:1/', ...FAST }, 'poa-2');
    const result = await runOperation(
      [backend, dead],
      '{ alive: mailboxStores(backend: "poa") { id } dead: mailboxStores(backend: "poa-2") { id } }',
    );
    expect(result.data).toEqual({ alive: [{ id: 'poa:MailboxStore:7' }], dead: null });
    expect(result.errors).toHaveLength(1);
    await dead.close();
  });
});

interface Coded {
  readonly message: string;
  readonly code: string;
  readonly details: unknown;
}

/** The gateway errors behind an answer. */
async function runWithCodes(query = QUERY): Promise<Coded[]> {
  const { errors = [] } = await executeOperation([backend], query);
  return errors.map(({ originalError }) => originalError as unknown as Coded);
}

const codesOf = (errors: readonly Coded[]): string[] => errors.map(({ code }) => code);
