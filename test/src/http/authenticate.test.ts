import { describe, expect, it } from 'vitest';
import { API_KEY_ID } from '../../../src/config/index.js';
import { createApiKey } from '../../../src/http/api-key.js';
import { createAuthenticator } from '../../../src/http/authenticate.js';
import { LOCAL_PRINCIPAL } from '../../../src/model/index.js';

const shop = createApiKey();
const ops = createApiKey();
const authenticate = createAuthenticator({
  apiKeys: [
    { id: 'shop', sha256: shop.sha256, roles: [], backends: ['poa'], scope: { poa: ['1000001'] } },
    { id: 'ops', sha256: ops.sha256, roles: ['provider', 'raw'] },
  ],
});

describe('an API key', () => {
  it('has 256 random bits and is known by its SHA-256', () => {
    const other = createApiKey();
    expect(shop.key).toMatch(/^hg_[\w-]{43}$/);
    expect(shop.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(other.key).not.toBe(shop.key);
    expect(other.sha256).not.toBe(shop.sha256);
  });

  it.each([
    [{ authorization: `Bearer ${shop.key}` }],
    [{ authorization: `bearer   ${shop.key}` }],
    [{ 'x-api-key': shop.key }],
    [{ 'x-api-key': shop.key, authorization: 'Basic dXNlcjpwYXNz' }],
  ])('names its caller, with what the configuration gave it: case %#', (headers) => {
    expect(authenticate(headers)).toEqual({
      id: 'shop',
      roles: new Set(),
      backends: new Set(['poa']),
      scope: { poa: ['1000001'] },
      credentials: {},
    });
  });

  it('may use every backend when it is told none', () => {
    expect(authenticate({ authorization: `Bearer ${ops.key}` })).toEqual({
      id: 'ops',
      roles: new Set(['provider', 'raw']),
      backends: null,
      scope: null,
      credentials: {},
    });
  });

  it.each([
    ['no header', {}],
    ['an empty key', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${shop.key}` }],
    ['no scheme', { authorization: shop.key }],
    ['a key with something after it', { authorization: `Bearer ${shop.key} x` }],
    ['an empty X-Api-Key', { 'x-api-key': '' }],
  ])('is missing: %s', (_name, headers) => {
    expect(() => authenticate(headers)).toThrow('An API key is needed');
  });

  it.each([
    ['an unknown key', createApiKey().key],
    ['a shortened key', shop.key.slice(0, -1)],
    ['a lengthened key', `${shop.key}x`],
    ['a key in other letters', shop.key.toUpperCase()],
    ['the hash that the configuration holds', shop.sha256],
    ['the id of a caller', 'shop'],
  ])('is refused, and not repeated: %s', (_name, key) => {
    for (const headers of [{ authorization: `Bearer ${key}` }, { 'x-api-key': key }]) {
      expect(() => authenticate(headers)).toThrow(/^The API key is not one of this gateway\.$/);
    }
  });

  it('is refused without a hash when it is far too long', () => {
    expect(() => authenticate({ 'x-api-key': 'x'.repeat(100_000) })).toThrow('An API key is needed');
  });
});

describe('a caller with two keys', () => {
  const old = createApiKey();
  const fresh = createApiKey();
  const rights = { id: 'shop', roles: [], backends: ['poa'] };
  const end = Date.parse('2026-05-01T00:00:00+02:00');
  const authenticateAt = (time: number) =>
    createAuthenticator(
      {
        apiKeys: [
          { ...rights, sha256: old.sha256, notAfter: '2026-05-01T00:00:00+02:00' },
          { ...rights, sha256: fresh.sha256 },
        ],
      },
      () => time,
    );

  it('is the same with either', () => {
    const authenticate = authenticateAt(end - 1);
    expect(authenticate({ 'x-api-key': old.key })).toEqual(authenticate({ 'x-api-key': fresh.key }));
  });

  it('has one key left once the other one has ended', () => {
    const authenticate = authenticateAt(end);
    expect(() => authenticate({ 'x-api-key': old.key })).toThrow('is not one of this gateway');
    expect(authenticate({ 'x-api-key': fresh.key })).toMatchObject({ id: 'shop' });
  });
});

describe('without keys', () => {
  it('everyone is local, whatever they send', () => {
    const local = createAuthenticator(null);
    expect(local({})).toBe(LOCAL_PRINCIPAL);
    expect(local({ authorization: 'Bearer nonsense' })).toBe(LOCAL_PRINCIPAL);
  });

  it('no configured caller can be called local', () => {
    expect(API_KEY_ID.safeParse(LOCAL_PRINCIPAL.id).success).toBe(false);
  });
});
