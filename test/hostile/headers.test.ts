import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOTYPE_NAMES } from '../fuzz/odd-values.js';
import { type ConfiguredGateway, startConfiguredGateway } from '../support/configured-gateway.js';

const SUSPEND = `mutation ($key: String) { suspendSubscription(
  input: { subscriptionId: "poa:Subscription:2000005", idempotencyKey: $key }) { idempotencyKey userErrors { code } } }`;
/** What terminals obey, and what ends a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

describe('what a caller sends in headers, paths and keys', () => {
  let gateway: ConfiguredGateway;
  let host: string;
  const lines: string[] = [];
  beforeAll(async () => {
    gateway = await startConfiguredGateway();
    ({ host } = new URL(gateway.origin));
  });
  afterAll(() => gateway.close());

  /** Bytes over a connection of their own; resolves with all that comes back. */
  function send(bytes: string): Promise<string> {
    const { hostname, port } = new URL(gateway.origin);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
      let text = '';
      socket.setEncoding('latin1').on('data', (piece: string) => {
        text += piece;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
  }
  const get = (path: string, ...headers: string[]) =>
    send([`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join('\r\n'));
  const headOf = (answer: string) => answer.slice(0, answer.indexOf('\r\n\r\n'));

  it.each([
    ['an escape in a path', '/rest/v1/accounts/%1b%5b31m', []],
    ['a line end in a path', '/rest/v1/accounts/a%0d%0aX-Injected:%201', []],
    ['a line end in a query', '/graphql?query=%0d%0aX-Injected:%201', []],
    ['an 8-bit control in a path', '/rest/v1/accounts/\u009b31m', []],
    ['an escape in the id of a request', '/livez', ['X-Request-Id: \u001b[31mred']],
    ['a line end in the id of a request', '/livez', ['X-Request-Id: a\rX-Injected: 1']],
    ['markup in the id of a request', '/livez', ['X-Request-Id: <b>"\'']],
    ['a long id of a request', '/livez', [`X-Request-Id: ${'a'.repeat(4_000)}`]],
    ['a trace that is none', '/livez', ['traceparent: 00-\u001b[31m-__proto__-01']],
    ['an agent that paints', '/livez', ['User-Agent: \u001b]0;title\u0007']],
    ['an origin that is no URL', '/livez', ['Origin: \u009b"</script>']],
    ['a time that is none', '/graphql?query={__typename}', ['X-Hostgraph-Timeout-Ms: __proto__']],
    ['a key that paints', '/rest/v1/backends', ['Authorization: Bearer \u001b[31m', 'X-Api-Key: __proto__']],
  ])(
    'is one line of JSON in the log, without controls, and no header of the answer: %s',
    async (_, path, headers) => {
      const answer = await get(path, ...headers);
      expect(headOf(answer)).toMatch(/^HTTP\/1\.1 \d{3}/);
      expect(headOf(answer).replaceAll('\r\n', ' ')).not.toMatch(CONTROL);
      expect(headOf(answer)).not.toMatch(/x-injected/i);
      lines.push(...gateway.log().map((line) => JSON.stringify(line)));
    },
  );

  it('has left no control in the log', () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(gateway.logText()).not.toMatch(CONTROL);
  });

  it.each(['a\r\nX-Injected: 1', '\u001b[31m', 'a\0', '<b>', 'ä', 'a'.repeat(129), ' ', ...PROTOTYPE_NAMES])(
    'is the key of a change that is refused, or the key of that change alone: %j',
    async (key) => {
      const { body, headers } = await gateway.ask(SUSPEND, {}, { key });
      expect(headers.get('x-injected')).toBeNull();
      const code = body.errors?.[0]?.extensions.code;
      if (code !== undefined) expect(code).toBe('BAD_USER_INPUT');
      const payload = body.data?.suspendSubscription as
        | { readonly idempotencyKey: string; readonly userErrors: readonly unknown[] }
        | null
        | undefined;
      if (payload?.userErrors.length === 0) expect(payload.idempotencyKey).toBe(key);
      expect(gateway.logText()).not.toMatch(CONTROL);
    },
  );

  it.each([
    '{"query":"{ __typename }","__proto__":{"polluted":true}}',
    '{"query":"{ __typename }","variables":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
    '{"query":"{ __typename }","extensions":{"__proto__":{"persistedQuery":{"version":1}}}}',
    '{"constructor":{"prototype":{"polluted":true}},"query":"{ __typename }"}',
  ])('pollutes nothing: %s', async (body) => {
    const answer = await fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([200, 400]).toContain(answer.status);
    expect((await answer.text()).includes('INTERNAL_SERVER_ERROR')).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is taken for no number that it is not', async () => {
    const numbers = ['1e400', '9'.repeat(400), '-1', '2147483648', '1.5', '"1"', 'null', '{}', 'true'];
    for (const number of numbers) {
      const { status, body } = await gateway.ask(
        `{ accounts(backend: "poa", first: ${number}) { nodes { id } } }`,
      );
      expect([200, 400]).toContain(status);
      expect(JSON.stringify(body)).not.toContain('INTERNAL_SERVER_ERROR');
    }
    const ids = ['-1', '01', '1e3', '0x10', '2147483648', '99999999999999999999', ' 1', '1 ', '1\u0000', '٣'];
    const before = gateway.simulators.get('poa')?.calls.length;
    for (const id of ids) {
      const { body } = await gateway.ask(
        'query ($id: ID!) { account(id: $id) { id } }',
        {},
        { id: `poa:Account:${id}` },
      );
      expect(body.errors?.[0]?.extensions.code, id).toBe('BAD_USER_INPUT');
    }
    expect(gateway.simulators.get('poa')?.calls.length).toBe(before);
  });
});
