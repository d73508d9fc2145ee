import { afterAll, describe, expect, it } from 'vitest';
import { createConfigFolder } from '../../support/config-file.js';

const folder = createConfigFolder();
afterAll(() => folder.remove());

const ENTRY = '{ kind: plain, url: "http://h/", username: a, password: b }';
const BACKENDS = `backends: { one: ${ENTRY}, two: ${ENTRY} }`;
const HASH = 'a'.repeat(64);
const OTHER_HASH = 'b'.repeat(64);

describe('auth', () => {
  it('is read with its defaults, hashes in lower case', () => {
    const { auth } = folder.load(
      `${BACKENDS}\nauth: { apiKeys: [{ id: shop, sha256: ${HASH.toUpperCase()} }, ` +
        `{ id: ops, sha256: ${OTHER_HASH}, roles: [provider, raw], backends: [two], scope: { two: ["1"] } }] }`,
    );
    expect(auth).toEqual({
      apiKeys: [
        { id: 'shop', sha256: HASH, roles: [] },
        {
          id: 'ops',
          sha256: OTHER_HASH,
          roles: ['provider', 'raw'],
          backends: ['two'],
          scope: { two: ['1'] },
        },
      ],
    });
  });

  it.each(['0.0.0.0', '10.1.2.3', '::', 'gateway.example'])('is required to listen on %s', (host) => {
    const server = `server: { host: "${host}" }\n${BACKENDS}`;
    expect(folder.problemsOf(server)).toEqual([
      'server.host: is not a loopback address, so other machines could ask: that takes a section auth with API keys',
    ]);
    expect(folder.problemsOf(`${server}\nauth: { apiKeys: [{ id: shop, sha256: ${HASH} }] }`)).toEqual([]);
  });

  it.each([
    ['without keys', '{ apiKeys: [] }', ['auth.apiKeys: must have an entry where there is no section jwt']],
    ['without a list', '{}', ['auth.apiKeys: must have an entry where there is no section jwt']],
    [
      'with the key itself in place of its hash',
      '{ apiKeys: [{ id: shop, sha256: hg_hunter2 }] }',
      ['auth.apiKeys[0].sha256: must be a SHA-256 in hexadecimal, 64 digits'],
    ],
    [
      'with the id of the built-in caller',
      `{ apiKeys: [{ id: local, sha256: ${HASH} }] }`,
      ['auth.apiKeys[0].id: must not be local, which the gateway uses itself'],
    ],
    [
      'with an unknown role',
      `{ apiKeys: [{ id: shop, sha256: ${HASH}, roles: [root] }] }`,
      [
        'auth.apiKeys[0].roles[0]: must be provider or native or raw or money or destructive or credentials or introspection or trace or metrics',
      ],
    ],
    [
      'with backends that there are not',
      `{ apiKeys: [{ id: shop, sha256: ${HASH}, backends: [one, three], scope: { four: [] } }] }`,
      [
        'auth.apiKeys[0].backends[1]: names no backend of this configuration',
        'auth.apiKeys[0].scope.four: names no backend of this configuration',
      ],
    ],
    [
      'with a key twice',
      `{ apiKeys: [{ id: shop, sha256: ${HASH} }, { id: ops, sha256: ${HASH.toUpperCase()} }] }`,
      ['auth.apiKeys[1].sha256: is the same as of an entry above'],
    ],
    [
      'with a second key that opens more than the first',
      `{ apiKeys: [{ id: shop, sha256: ${HASH}, backends: [one] }, { id: shop, sha256: ${OTHER_HASH} }] }`,
      [
        'auth.apiKeys[1].id: is the same as of an entry above, whose roles, backends, scope or requestsPerMinute differ; keys of one caller open the same',
      ],
    ],
    [
      'with an end that is no instant',
      `{ apiKeys: [{ id: shop, sha256: ${HASH}, notAfter: tomorrow }] }`,
      ['auth.apiKeys[0].notAfter: must be an instant, as 2027-01-31T00:00:00Z'],
    ],
  ])('is refused %s', (_name, auth, problems) => {
    expect(folder.problemsOf(`${BACKENDS}\nauth: ${auth}`)).toEqual(problems);
  });
});
