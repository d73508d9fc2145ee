import { describe, expect, it } from 'vitest';
import { createHsphereBackend } from '../../support/hsphere-gateway.js';
import { runOperation } from '../../support/poa-gateway.js';
import type { Script } from '../../support/scripted-server.js';
import { accounts, answer, envelope, fault, quota } from './answers.js';
import { scriptPanels } from './scripted-panel.js';

const start = scriptPanels();

const QUERY = '{ account(id: "hsphere:Account:7") { id } }';
const FAST = { timeoutMs: 400 };

const withStatus =
  (status: number, body: string, contentType = 'text/xml'): Script =>
  (_, response) => {
    response.writeHead(status, { 'content-type': contentType }).end(body);
    return undefined;
  };

/** Sends `head` at once, then `piece` for as long as somebody reads. */
const endless =
  (head: string, piece: string): Script =>
  (_, response) => {
    const chunk = piece.repeat(Math.ceil(65_536 / piece.length));
    response.writeHead(200, { 'content-type': 'text/xml' }).write(head);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
    return undefined;
  };

const HEAD = accounts().replace(/<\/getAccountsReturn>.*/s, '');

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
    script: (_, response) => {
      response.writeHead(200).write(HEAD);
      return undefined;
    },
    code: 'BACKEND_TIMEOUT',
  },
  {
    title: 'a connection that closes before the answer',
    script: (_, response) => {
      response.destroy();
      return undefined;
    },
    code: 'BACKEND_UNAVAILABLE',
  },
  {
    title: 'a connection that closes inside the answer',
    script: (_, response) => {
      response.writeHead(200, { 'content-length': 10_000 }).write(HEAD, () => response.destroy());
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'XML that stops in the middle', script: () => HEAD, code: 'BACKEND_PROTOCOL_ERROR' },
  { title: 'an empty answer', script: () => '', code: 'BACKEND_PROTOCOL_ERROR' },
  { title: 'a page', script: () => '<html><p>maintenance<br></html>', code: 'BACKEND_PROTOCOL_ERROR' },
  {
    title: 'entities that multiply',
    script: () => `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${quota('&b;')}`,
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'an envelope without a response', script: () => envelope(''), code: 'BACKEND_PROTOCOL_ERROR' },
  { title: 'a response without a value', script: () => quota(''), code: 'BACKEND_PROTOCOL_ERROR' },
  { title: 'a value of another type', script: () => quota('unlimited'), code: 'BACKEND_PROTOCOL_ERROR' },
  { title: 'a list for a number', script: () => accounts(1, 2), code: 'BACKEND_PROTOCOL_ERROR' },
  {
    title: 'a reference that leads nowhere',
    script: () => answer('getQuota', '').replace('<getQuotaReturn>', '<getQuotaReturn href="#id0">'),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'references that lead round in a circle',
    script: () => answer('getQuota', '').replace('<getQuotaReturn>', '<getQuotaReturn id="id0" href="#id0">'),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'bytes of another charset',
    script: (_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(Buffer.concat([Buffer.from(HEAD), Buffer.of(0xff, 0xfe, 0xc0)]));
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'a charset that nobody knows',
    script: withStatus(200, quota(1), 'text/xml; charset=klingon'),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer larger than allowed',
    script: endless(HEAD, '<item>1</item>'),
    settings: { maxResponseBytes: 65_536, timeoutMs: 5_000 },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'HTTP 500 with a page',
    script: withStatus(500, '<html>HTTP Status 500</html>'),
    code: 'BACKEND_UNAVAILABLE',
  },
  {
    title: 'HTTP 503 even with a good answer',
    script: withStatus(503, quota(1)),
    code: 'BACKEND_UNAVAILABLE',
  },
  { title: 'HTTP 404', script: withStatus(404, 'not here'), code: 'BACKEND_PROTOCOL_ERROR' },
  {
    title: 'a redirect, which is not followed',
    script: (_, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'HTTP 401', script: withStatus(401, ''), code: 'BACKEND_FAULT' },
  { title: 'a fault with HTTP 500', script: withStatus(500, fault('a.B: c')), code: 'BACKEND_FAULT' },
  { title: 'a fault with HTTP 401', script: withStatus(401, fault('a.B: c')), code: 'BACKEND_FAULT' },
  { title: 'a fault with HTTP 200', script: () => fault('a.B: c'), code: 'BACKEND_FAULT' },
];

describe('failures of an H-Sphere', () => {
  it.each(CASES)('answers $code to $title', async ({ script, code, settings }) => {
    const panel = await start(script, { ...FAST, ...settings });
    expect(await panel.codesOf(QUERY)).toEqual([code]);
    expect((await panel.run(QUERY)).data).toEqual({ account: null });
  });

  it('sends a read again when a connection breaks, and answers as if nothing had happened', async () => {
    let asked = 0;
    const panel = await start(
      (_, response) => {
        asked += 1;
        if (asked > 2) return quota(1);
        response.destroy();
        return undefined;
      },
      { retries: 2, timeoutMs: 5_000 },
    );
    expect(await panel.run(QUERY)).toEqual({ data: { account: { id: 'hsphere:Account:7' } } });
    expect(panel.server.requests).toHaveLength(3);
  });

  it.each([
    ['refused', fault('a.B: c')],
    ['answered in nonsense', HEAD],
  ])('does not send a read again that was %s', async (_, body) => {
    const panel = await start(() => body, { retries: 2 });
    await panel.run(QUERY);
    expect(panel.server.requests).toHaveLength(1);
  });

  it('leaves a panel alone that failed repeatedly, but not one that refuses', async () => {
    const settings = { breaker: { failures: 3, openMs: 60_000 } };
    const refusing = await start(withStatus(500, fault('a.B: c')), settings);
    const broken = await start(withStatus(500, 'oops'), settings);
    for (let again = 0; again < 5; again += 1) {
      await refusing.run(QUERY);
      await broken.run(QUERY);
    }
    expect(refusing.server.requests).toHaveLength(5);
    expect(refusing.backend.status).toBe('UP');
    expect(broken.server.requests).toHaveLength(3);
    expect(broken.backend.status).toBe('DOWN');
  });

  it('keeps at most the configured number of calls under way', async () => {
    let underWay = 0;
    let most = 0;
    const waiting: Array<() => void> = [];
    const panel = await start(
      (_, response) => {
        underWay += 1;
        most = Math.max(most, underWay);
        waiting.push(() => {
          underWay -= 1;
          response.writeHead(200).end(quota(1));
        });
        // All that may be under way have come, or are on their way over connections that are open.
        if (waiting.length === 3) for (const end of waiting.splice(0)) end();
        return undefined;
      },
      { concurrency: 3 },
    );
    const ids = Array.from({ length: 12 }, (_, index) => `"hsphere:Account:${index + 1}"`).join(' ');
    const { errors } = await panel.run(`{ nodes(ids: [${ids}]) { id } }`);
    expect(errors).toBeUndefined();
    expect(panel.server.requests).toHaveLength(12);
    expect(most).toBe(3);
  });

  it('leaves the answers of other instances whole when one is dead', async () => {
    const panel = await start(() => quota(5));
    const entry = { url: 'http://127.0.0.1:1/', login: 'a', password: 'b', retries: 0 };
    const dead = createHsphereBackend(entry, undefined, 'hsphere-2');
    const result = await runOperation(
      [panel.backend, dead],
      '{ alive: account(id: "hsphere:Account:1") { diskQuotaKiB } dead: account(id: "hsphere-2:Account:1") { id } }',
    );
    expect(result.data).toEqual({ alive: { diskQuotaKiB: 5 }, dead: null });
    expect(result.errors).toHaveLength(1);
    await dead.close();
  });
});
