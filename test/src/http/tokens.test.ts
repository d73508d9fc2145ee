import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AuthSettings } from '../../../src/config/index.js';
import { createApiKey } from '../../../src/http/api-key.js';
import { type Authenticate, createAuthenticator } from '../../../src/http/authenticate.js';
import { createConfigFolder } from '../../support/config-file.js';
import { startEdgeServer } from '../../support/edge-server.js';

const ISSUER = 'https://issuer.test/';
const AUDIENCE = 'hostgraph';
const NOW = Date.parse('2026-05-01T12:00:00Z');
const SECOND = 1_000;

const folder = createConfigFolder();
let time = NOW;
let keys: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
let strangers: typeof keys;
let issuer: Server;
/** What the issuer does with a request for its keys. */
let answer: 'keys' | 'nothing' | 'flood' | 'failure' = 'keys';
let fetches = 0;
let jwksUrl = '';

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  strangers = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  issuer = createServer((_request, response) => {
    fetches += 1;
    if (answer === 'keys') response.end(JSON.stringify({ keys: [jwk] }));
    if (answer === 'failure') response.writeHead(500).end('down');
    if (answer === 'flood') response.end('x'.repeat(3 * 1024 * 1024));
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  jwksUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/keys`;
});
afterEach(() => {
  time = NOW;
  answer = 'keys';
  fetches = 0;
});
afterAll(() => {
  issuer.closeAllConnections();
  issuer.close();
  folder.remove();
});

const settingsOf = (jwt: object = {}): AuthSettings => {
  const { auth } = folder.load(
    'backends: { poa: { kind: plain, url: "http://h/", username: a, password: b } }\n' +
      `auth: { jwt: ${JSON.stringify({ issuer: ISSUER, audience: AUDIENCE, jwksUrl, unscoped: true, ...jwt })} }`,
  );
  if (auth === null) throw new Error('The file has a section auth.');
  return auth;
};
const open = (jwt: object = {}): Authenticate => createAuthenticator(settingsOf(jwt), () => time);

interface TokenOptions {
  readonly claims?: JWTPayload;
  readonly signer?: CryptoKey;
  readonly kid?: string;
  readonly expiresIn?: number | null;
}

async function tokenOf({
  claims = {},
  signer = keys.privateKey,
  kid = 'one',
  expiresIn = 300,
}: TokenOptions = {}) {
  const token = new SignJWT({ sub: 'ada', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(claims.iss ?? ISSUER)
    .setAudience(claims.aud ?? AUDIENCE);
  if (expiresIn !== null) token.setExpirationTime(NOW / SECOND + expiresIn);
  return token.sign(signer);
}

const who = async (authenticate: Authenticate, token: string) =>
  authenticate({ authorization: `Bearer ${token}` });

describe('a token', () => {
  it('names its caller, who is nobody with an API key', async () => {
    expect(await who(open(), await tokenOf())).toEqual({
      id: 'jwt:ada',
      roles: new Set(),
      backends: null,
      scope: null,
      credentials: {},
    });
  });

  it('brings those roles and backends alone that the configuration lets tokens carry', async () => {
    const authenticate = open({
      roles: ['trace', 'native'],
      claims: { backends: 'panels' },
      backends: ['poa'],
    });
    const claims = { roles: ['trace', 'money', 'root', '__proto__'], panels: ['poa', 'other'] };
    expect(await who(authenticate, await tokenOf({ claims }))).toMatchObject({
      roles: new Set(['trace']),
      backends: new Set(['poa']),
    });
  });

  it('is read at paths into it, and roles as words with blanks between them', async () => {
    const authenticate = open({ roles: ['trace'], claims: { roles: '/realm/access', id: '/user/name' } });
    const claims = { realm: { access: 'trace money' }, user: { name: 'eve' } };
    expect(await who(authenticate, await tokenOf({ claims }))).toMatchObject({
      id: 'jwt:eve',
      roles: new Set(['trace']),
    });
  });

  it.each([
    [{ poa: ['1000001', 1_000_002] }, { poa: ['1000001', '1000002'] }],
    ['*', null],
    [undefined, {}],
  ])('with the scope %j sees %j', async (tenants, scope) => {
    const authenticate = open({ unscoped: false, claims: { scope: 'tenants' } });
    expect(await who(authenticate, await tokenOf({ claims: { tenants } }))).toMatchObject({ scope });
  });

  it.each([
    ['a number for its subject', { sub: 7 as never }, {}],
    ['a subject with a line break', { sub: 'a\nb' }, {}],
    ['an empty subject', { sub: '' }, {}],
    ['a map of roles', { roles: { trace: true } }, {}],
    ['a list for its scope', { tenants: ['1'] }, { unscoped: false, claims: { scope: 'tenants' } }],
    ['a scope that is null', { tenants: null }, { unscoped: false, claims: { scope: 'tenants' } }],
    ['ids that are maps', { tenants: { poa: [{}] } }, { unscoped: false, claims: { scope: 'tenants' } }],
  ])('is refused with %s', async (_what, claims, jwt) => {
    await expect(who(open(jwt), await tokenOf({ claims }))).rejects.toThrow(
      'a claim that this gateway cannot read',
    );
  });

  it.each<[string, TokenOptions]>([
    ['of another issuer', { claims: { iss: 'https://other.test/' } }],
    ['for somebody else', { claims: { aud: 'other' } }],
    ['without an end', { expiresIn: null }],
    ['that is not valid yet', { claims: { nbf: NOW / SECOND + 600 } }],
  ])('is refused %s', async (_what, options) => {
    await expect(who(open(), await tokenOf(options))).rejects.toThrow(
      'The token is not valid for this gateway.',
    );
  });

  it('is refused with the signature of a stranger', async () => {
    const token = await tokenOf({ signer: strangers.privateKey });
    await expect(who(open(), token)).rejects.toThrow('The token is not valid for this gateway.');
  });

  it('is refused when it has expired, but for the clocks', async () => {
    const authenticate = open({ clockSkewSeconds: 30 });
    const token = await tokenOf({ expiresIn: 60 });
    time = NOW + 80 * SECOND;
    expect(await who(authenticate, token)).toMatchObject({ id: 'jwt:ada' });
    time = NOW + 91 * SECOND;
    await expect(who(authenticate, token)).rejects.toThrow('The token has expired.');
  });

  it('is refused without a claim that the configuration requires', async () => {
    const authenticate = open({ requiredClaims: ['tenant'] });
    await expect(who(authenticate, await tokenOf())).rejects.toThrow('is not valid');
    expect(await who(authenticate, await tokenOf({ claims: { tenant: 1 } }))).toMatchObject({
      id: 'jwt:ada',
    });
  });

  it('is refused unsigned', async () => {
    const token = new UnsecuredJWT({ sub: 'ada' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime(NOW / SECOND + 300)
      .encode();
    expect(() => open()({ authorization: `Bearer ${token}` })).toThrow('is not valid for this gateway');
    await expect(who(open(), `${token}AAAA`)).rejects.toThrow('is not valid');
  });

  it('is refused when it is signed with the public key as if that were a secret', async () => {
    const pem = await exportSPKI(keys.publicKey);
    const token = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime(NOW / SECOND + 300)
      .sign(new TextEncoder().encode(pem));
    await expect(who(open(), token)).rejects.toThrow('is not valid');
    await expect(
      who(open({ jwksUrl: undefined, keyFile: folder.write('a.pem', pem) }), token),
    ).rejects.toThrow('is not valid');
  });

  it('opens nothing as X-Api-Key', async () => {
    const token = await tokenOf();
    expect(() => open()({ 'x-api-key': token })).toThrow('is not valid for this gateway');
  });

  it('is not read when it is far too long', () => {
    const long = `${'a'.repeat(9_000)}.b.c`;
    expect(() => open()({ authorization: `Bearer ${long}` })).toThrow('A token is needed');
  });

  it('stands beside API keys', async () => {
    const shop = createApiKey();
    const auth = { ...settingsOf(), apiKeys: [{ id: 'shop', sha256: shop.sha256, roles: [] }] };
    const authenticate = createAuthenticator(auth, () => time);
    expect(authenticate({ authorization: `Bearer ${shop.key}` })).toMatchObject({ id: 'shop' });
    expect(await who(authenticate, await tokenOf())).toMatchObject({ id: 'jwt:ada' });
  });
});

describe('the keys of tokens', () => {
  it('are fetched once, and a token that was verified is known again without its signature', async () => {
    const authenticate = open();
    const token = await tokenOf();
    await who(authenticate, token);
    expect(authenticate({ authorization: `Bearer ${token}` }, false)).toMatchObject({ id: 'jwt:ada' });
    await who(authenticate, await tokenOf({ claims: { sub: 'eve' } }));
    expect(fetches).toBe(1);
  });

  it('check a token anew that was verified before, also where strangers’ are not looked at', async () => {
    const authenticate = open();
    const token = await tokenOf({ expiresIn: 300 });
    const ask = async (sent: string) => authenticate({ authorization: `Bearer ${sent}` }, false);
    await expect(ask(token)).rejects.toThrow('is not valid');
    await who(authenticate, token);
    time = NOW + 200 * SECOND;
    expect(await ask(token)).toMatchObject({ id: 'jwt:ada' });
    await expect(ask(await tokenOf({ claims: { sub: 'eve' } }))).rejects.toThrow('is not valid');
    time = NOW + 331 * SECOND;
    await expect(ask(token)).rejects.toThrow('is not valid');
  });

  it('are not fetched for each of many tokens with key ids that nobody has', async () => {
    const authenticate = open();
    await who(authenticate, await tokenOf());
    for (let index = 0; index < 50; index++) {
      const token = await tokenOf({ kid: `made-up-${index}` });
      await expect(who(authenticate, token)).rejects.toThrow('is not valid');
    }
    expect(fetches).toBe(1);
  });

  it.each(['failure', 'flood'] as const)(
    'that cannot be had are the gateway’s trouble and not the caller’s, and are not asked for at once again: %s',
    async (trouble) => {
      answer = trouble;
      const authenticate = open();
      for (let index = 0; index < 5; index++) {
        await expect(who(authenticate, await tokenOf())).rejects.toMatchObject({
          status: 503,
          code: 'SERVICE_UNAVAILABLE',
        });
      }
      expect(fetches).toBe(1);
      answer = 'keys';
      time = NOW + 6 * SECOND;
      expect(await who(authenticate, await tokenOf())).toMatchObject({ id: 'jwt:ada' });
    },
  );

  it('can be a file, PEM or a set', async () => {
    const pem = folder.write('key.pem', await exportSPKI(keys.publicKey));
    const set = folder.write(
      'keys.json',
      JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one' }] }),
    );
    for (const keyFile of [pem, set]) {
      const authenticate = open({ jwksUrl: undefined, keyFile });
      expect(await who(authenticate, await tokenOf())).toMatchObject({ id: 'jwt:ada' });
      await expect(who(authenticate, await tokenOf({ signer: strangers.privateKey }))).rejects.toThrow(
        'is not valid',
      );
    }
    expect(fetches).toBe(0);
  });

  it('of a file are refused at the start when it holds none', () => {
    const keyFile = folder.write('nonsense.pem', 'nonsense');
    expect(() => open({ jwksUrl: undefined, keyFile })).toThrow('auth.jwt.keyFile: must hold a public key');
  });
});

describe('a request with a token', () => {
  it('is answered as its caller, refused as nobody, or told that the keys cannot be had', async () => {
    // Tokens of this test are of its own time.
    const auth = { ...settingsOf(), apiKeys: [] };
    const server = await startEdgeServer({ auth });
    const claims = { exp: Math.floor(Date.now() / SECOND) + 300 };
    const ask = async (token: string) => server.query('{ principal }', { authorization: `Bearer ${token}` });
    const good = await ask(await tokenOf({ claims, expiresIn: null }));
    expect(good.json()).toEqual({ data: { principal: 'jwt:ada' } });
    const bad = await ask(await tokenOf({ claims, expiresIn: null, signer: strangers.privateKey }));
    expect(bad.statusCode).toBe(401);
    expect(bad.json().errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(server.logText()).not.toMatch(/eyJ/);
    await server.close();

    answer = 'failure';
    const lost = await startEdgeServer({ auth });
    const unknown = await lost.query('{ principal }', {
      authorization: `Bearer ${await tokenOf({ claims, expiresIn: null })}`,
    });
    expect(unknown.statusCode).toBe(503);
    expect(unknown.headers['retry-after']).toBe('5');
    await lost.close();
  });
});

describe('auth.jwt', () => {
  const problemsOf = (jwt: object) =>
    folder.problemsOf(
      'backends: { poa: { kind: plain, url: "http://h/", username: a, password: b } }\n' +
        `auth: { jwt: ${JSON.stringify({ issuer: ISSUER, audience: AUDIENCE, jwksUrl, unscoped: true, ...jwt })} }`,
    );

  it.each([
    [
      'an address that anybody on the way could answer for',
      { jwksUrl: 'http://issuer.test/keys' },
      'auth.jwt.jwksUrl: must be an https: URL without a login, or http: on this machine',
    ],
    [
      'neither address nor file',
      { jwksUrl: undefined },
      'auth.jwt.jwksUrl: is required, or keyFile in its place, and not both',
    ],
    [
      'a backend that there is not',
      { backends: ['mspc'] },
      'auth.jwt.backends[0]: names no backend of this configuration',
    ],
    [
      'no word on what tokens may see',
      { unscoped: false },
      'auth.jwt.claims.scope: is required, or auth.jwt.unscoped: true, with which tokens open everything; and not both',
    ],
  ])('is refused with %s', (_what, jwt, problem) => {
    expect(problemsOf(jwt)).toEqual([problem]);
  });

  it.each(['none', 'HS256', 'HS512'])('takes no algorithm that is not asymmetric: %s', (algorithm) => {
    expect(problemsOf({ algorithms: [algorithm] })).toEqual([
      expect.stringMatching(/^auth\.jwt\.algorithms\[0\]: must be RS256 or /),
    ]);
  });
});
