import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import {
  BackendError,
  BackendProtocolError,
  BackendTimeoutError,
  BackendUnavailableError,
  CallAbandonedError,
} from '../../src/errors/index.js';
import type { Backend } from '../../src/model/index.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.js';
import type { PanelUnderContract } from './panel.js';
import { asksOf, openPanel } from './panel-asks.js';

const HTML = '<!DOCTYPE html><html><body>Site under maintenance</body></html>';

/** So that each failure is one attempt, all at once, and none is the breaker's. */
const AT_ONCE = { retries: 0, concurrency: 256, breaker: { failures: 1000 } };

const hang: Script = () => undefined;

/** All that a stranger could read off an error: its members, those of its causes, and their stacks. */
function allTextOf(error: unknown): string {
  const details = error instanceof BackendError ? JSON.stringify(error.details) : '';
  return `${inspect(error, { depth: 20, showHidden: true })}\n${details}`;
}

/** What every method of the port owes its caller when the panel fails. */
export function describeFailingPanel(
  name: string,
  { samples, secrets, refusal, create }: PanelUnderContract,
): void {
  describe(`${name} as a panel that fails`, () => {
    const open: (Backend | ScriptedServer)[] = [];
    afterEach(async () => {
      for (const one of open.splice(0)) await one.close();
    });

    async function serve(script: Script, settings: Readonly<Record<string, unknown>> = {}) {
      const server = await startScriptedServer(script);
      const backend = create({ url: server.url, ...AT_ONCE, ...settings });
      open.push(backend, server);
      return { server, backend };
    }

    /** What each method of the port fails with, by its name. */
    async function failures(backend: Backend, signal?: AbortSignal): Promise<ReadonlyMap<string, unknown>> {
      // A port of its own for each, so that no method is answered by another one's call.
      const names = asksOf(openPanel(backend), backend.name, samples).map((ask) => ask.name);
      const failed = names.map(async (method) => {
        const ask = asksOf(openPanel(backend, signal), backend.name, samples).find(
          (candidate) => candidate.name === method,
        );
        const outcome = await ask?.run().then(
          (answer) => ({ answer }),
          (error: unknown) => error,
        );
        return [method, outcome] as const;
      });
      return new Map(await Promise.all(failed));
    }

    function expectAll(
      outcomes: ReadonlyMap<string, unknown>,
      kind: abstract new (...args: never[]) => Error,
    ) {
      expect(outcomes.size).toBeGreaterThan(3);
      for (const [method, outcome] of outcomes) expect(outcome, method).toBeInstanceOf(kind);
    }

    it('is unavailable, within the deadline, when nobody listens', async () => {
      const { server, backend } = await serve(hang, { timeoutMs: 2_000 });
      await server.close();
      const begun = performance.now();
      expectAll(await failures(backend), BackendUnavailableError);
      expect(performance.now() - begun).toBeLessThan(2_000);
    });

    it('is out of protocol when a page for people comes', async () => {
      const { backend } = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
        return undefined;
      });
      expectAll(await failures(backend), BackendProtocolError);
    });

    it('is late when no answer comes', async () => {
      const { backend } = await serve(hang, { timeoutMs: 300 });
      expectAll(await failures(backend), BackendTimeoutError);
    });

    it('is asked nothing for a caller who has gone', async () => {
      const { backend, server } = await serve(hang);
      expectAll(await failures(backend, AbortSignal.abort()), CallAbandonedError);
      expect(server.requests).toEqual([]);
    });

    it('is given up when the caller goes', async () => {
      const gone = new AbortController();
      const { backend } = await serve(() => {
        gone.abort();
        return undefined;
      });
      expectAll(await failures(backend, gone.signal), CallAbandonedError);
    });

    it('is asked nothing for its status and capabilities', async () => {
      const { backend, server } = await serve(hang);
      expect(backend.status).toBe('UP');
      expect(backend.capabilities).toEqual([...backend.capabilities]);
      openPanel(backend);
      expect(server.requests).toEqual([]);
    });

    it('ends the calls under way when it is closed, which can be done twice', async () => {
      let arrive = () => {};
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const { backend } = await serve(() => {
        arrive();
        return undefined;
      });
      const outcomes = failures(backend);
      await arrived;
      await Promise.all([backend.close(), backend.close()]);
      expectAll(await outcomes, BackendError);
      await backend.close();
      expectAll(await failures(backend), BackendError);
    });

    it('keeps its secrets when the panel repeats all that it was sent, in every way to fail', async () => {
      const echo = (headers: unknown, body: string) =>
        `${secrets.join(' ')} ${JSON.stringify(headers)} ${body}`;
      const scripts: readonly Script[] = [
        ({ headers, body }, response) => {
          response.writeHead(200, { 'content-type': 'text/xml' }).end(`<a>${echo(headers, body)}`);
          return undefined;
        },
        ({ headers, body }, response) => {
          response.writeHead(500, { 'content-type': 'text/plain' }).end(echo(headers, body));
          return undefined;
        },
        ({ headers, body }) => refusal(escapeXml(echo(headers, body))),
      ];
      for (const script of scripts) {
        const { backend } = await serve(script);
        for (const [method, outcome] of await failures(backend)) {
          expect(outcome, method).toBeInstanceOf(BackendError);
          const text = allTextOf(outcome);
          for (const secret of secrets) expect(text.includes(secret), method).toBe(false);
        }
      }
    });
  });
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
