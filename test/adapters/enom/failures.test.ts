import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { executeOperation, runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, LOGIN, pop, refusal } from './answers.js';

const QUERY = '{ emailExpirations(backend: "enom") { totalCount } }';
const FAST = { ...LOGIN, timeoutMs: 400, retries: 0 };

let server: ScriptedServer;
let backend: Backend;

afterEach(async () => {
  await backend.close();
  await server.close();
});

interface Coded {
  readonly message: string;
  readonly code: string;
  readonly details: unknown;
}

/** The gateway errors behind an answer. */
async function ask(script: Script, settings: Readonly<Record<string, unknown>> = {}, query = QUERY) {
  server = await startScriptedServer(script);
  backend = createEnomBackend({ url: server.url, ...FAST, ...settings });
  const { data, errors = [] } = await executeOperation([backend], query);
  return { data, errors: errors.map(({ originalError }) => originalError as unknown as Coded) };
}

const respond =
  (status: number, body: string, contentType = 'text/html'): Script =>
  (_, response) => {
    response.writeHead(status, { 'content-type': contentType }).end(body);
    return undefined;
  };

interface FailureCase {
  readonly title: string;
  readonly script: Script;
  readonly code: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const CASES: readonly FailureCase[] = [
  { title: 'no answer at all', script: () => undefined, code: 'BACKEND_TIMEOUT' },
  {
    title: 'a connection that closes before the answer',
    script: (_, response) => {
      response.destroy();
      return undefined;
    },
    code: 'BACKEND_UNAVAILABLE',
  },
  {
    title: 'a connection that closes inside an answer of known length',
    script: (_, response) => {
      response
        .writeHead(200, { 'content-length': 1000 })
        .write('<interface-response>', () => response.destroy());
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer without a length that ends in the middle',
    script: () => answer('').slice(0, -25),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'an empty answer', script: () => '', code: 'BACKEND_PROTOCOL_ERROR' },
  {
    title: 'a page of HTML',
    script: respond(200, '<!DOCTYPE html><html><body>maintenance</body></html>'),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'the text form',
    script: respond(200, ';URL Interface\r\nErrCount=0\r\nDone=true\r\n'),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'entities that multiply',
    script: () => `<!DOCTYPE a [<!ENTITY a "aaaa">]>${answer('&a;')}`,
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer larger than allowed',
    script: () => answer('<x/>'.repeat(20_000)),
    settings: { maxResponseBytes: 65_536 },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'bytes of another encoding than declared',
    script: (_, response) => {
      response.writeHead(200).end(Buffer.from(answer('<x>\u00fc</x>'), 'latin1'));
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer without Done, where it must have one',
    script: () => answer('').replace('<Done>true</Done>', ''),
    settings: { requireDone: true },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer that ends before its root element does',
    script: () => answer('').replace('</interface-response>', ''),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer that says that it is not done',
    script: () => answer('').replace('<Done>true', '<Done>false'),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  {
    title: 'an answer without ErrCount',
    script: () => answer('').replace('<ErrCount>0</ErrCount>', ''),
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'HTTP 500 with a page', script: respond(500, '<html>oops</html>'), code: 'BACKEND_UNAVAILABLE' },
  {
    title: 'HTTP 503 even with a good answer',
    script: respond(503, answer('')),
    code: 'BACKEND_UNAVAILABLE',
  },
  { title: 'HTTP 404', script: respond(404, 'not here'), code: 'BACKEND_PROTOCOL_ERROR' },
  {
    title: 'a redirect, which is not followed',
    script: (_, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
      return undefined;
    },
    code: 'BACKEND_PROTOCOL_ERROR',
  },
  { title: 'HTTP 403', script: respond(403, 'Forbidden'), code: 'BACKEND_FAULT' },
  { title: 'a refusal with HTTP 500', script: respond(500, refusal(606000, 'later')), code: 'BACKEND_FAULT' },
  {
    title: 'a refusal without Done',
    script: () => refusal(606000, 'later').replace(/<Done>.*<\/Done>/, ''),
    code: 'BACKEND_FAULT',
  },
  {
    title: 'a denial of success without an error',
    script: () => answer('<success>False</success>'),
    code: 'BACKEND_FAULT',
  },
  {
    title: 'an error beside a success',
    script: () =>
      refusal(304000, 'Invalid Item specified').replace('<ErrCount>', '<Success>True</Success><ErrCount>'),
    code: 'BACKEND_FAULT',
  },
];

describe('failures of an eNom server', () => {
  it.each(CASES)('answers $code to $title', async ({ script, code, settings }) => {
    const { data, errors } = await ask(script, settings);
    expect(data).toEqual({ emailExpirations: null });
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect(server.requests).toHaveLength(1);
  });

  it('tells a refused login in the service’s own words', async () => {
    const { errors } = await ask(() => refusal(304155, 'Bad User name or Password - 3'));
    expect(errors).toMatchObject([
      {
        message: 'Backend enom refused GetPOPExpirations.',
        code: 'BACKEND_FAULT',
        details: {
          backend: 'enom',
          native: {
            backend: 'enom',
            method: 'GetPOPExpirations',
            code: '304155',
            message: 'Bad User name or Password - 3',
          },
        },
      },
    ]);
  });

  it('tells all texts of a refusal with several', async () => {
    const { errors } = await ask(() => refusal(301151, 'SLD is required', 'TLD is required'));
    expect(errors).toMatchObject([
      { details: { native: { code: '301151', message: 'SLD is required; TLD is required' } } },
    ]);
  });

  it('says where an answer does not fit, without quoting it', async () => {
    const { errors } = await ask(
      () =>
        answer(
          '<GetDomainInfo><services><entry><service>hunter2</service></entry></services></GetDomainInfo>',
        ),
      {},
      '{ domain(id: "enom:Domain:x.example") { id } }',
    );
    expect(errors.map(({ message }) => message)).toEqual([
      'Backend enom answered GetDomainInfo with something that is no valid answer: GetDomainInfo.services.entry[0].service: not a 32-bit integer.',
    ]);
  });

  it('sends a read again when no answer came, and never after a refusal', async () => {
    let failures = 1;
    const { errors } = await ask(
      (_, response) => {
        if (failures-- > 0) response.destroy();
        else return answer('<popexpirations><count>0</count></popexpirations>');
        return undefined;
      },
      { retries: 2, timeoutMs: 5_000 },
    );
    expect(errors).toEqual([]);
    expect(server.requests).toHaveLength(2);
    await server.close();
    await backend.close();
    await ask(() => refusal(606000, 'later'), { retries: 2 });
    expect(server.requests).toHaveLength(1);
  });

  it('does not open the breaker after refusals', async () => {
    await ask(() => refusal(304155, 'Bad User name or Password'), {
      breaker: { failures: 1, openMs: 60_000 },
    });
    await runOperation([backend], QUERY);
    expect(server.requests).toHaveLength(2);
    expect(backend.status).toBe('UP');
  });

  it('leaves the answers of other instances whole when one is dead', async () => {
    server = await startScriptedServer(() => answer(pop('jo')));
    backend = createEnomBackend({ url: server.url, ...FAST });
    const dead = createEnomBackend({ url: 'http://127.0.0.1:1/', ...FAST }, { name: 'enom-2' });
    const result = await runOperation(
      [dead, backend],
      '{ mailboxesByAddress(address: "jo@x.example") { id } }',
    );
    expect(result.data).toEqual({ mailboxesByAddress: [null, { id: 'enom:Mailbox:jo@x.example' }] });
    expect(result.errors).toHaveLength(1);
    await dead.close();
  });
});
