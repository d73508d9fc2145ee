import { afterAll, describe, expect, it } from 'vitest';
import { describeRotation } from '../../../src/cli/key.js';
import { describeKeys } from '../../../src/cli/keys.js';
import { createApiKey } from '../../../src/http/api-key.js';
import { createAuthenticator } from '../../../src/http/authenticate.js';
import { createConfigFolder } from '../../support/config-file.js';

const folder = createConfigFolder();
afterAll(() => folder.remove());

const BACKENDS = 'backends: { one: { kind: plain, url: "http://h/", username: a, password: b } }';
const old = createApiKey();
const NOW = Date.parse('2026-05-01T12:00:00Z');

const configWith = (entries: string, jwt = '') =>
  folder.load(`${BACKENDS}\nauth:\n  apiKeys:\n${entries}\n${jwt}`);
const SHOP = `    - { id: shop, sha256: ${old.sha256}, roles: [trace], backends: [one], scope: { one: ["7", "8"] } }`;

describe('hostgraph keys', () => {
  it('lists callers with what they may do, and nothing of their keys', () => {
    const ops = `    - { id: ops, sha256: ${'b'.repeat(64)}, notAfter: "2026-01-01T00:00:00Z" }`;
    const text = describeKeys(configWith(`${SHOP}\n${ops}`), NOW);
    expect(text.trimEnd().split('\n')).toEqual([
      'id    roles  backends  scope       valid',
      'shop  trace  one       one: 7, 8   always',
      'ops   none   all       everything  not since 2026-01-01T00:00:00Z',
    ]);
    expect(text).not.toContain(old.sha256.slice(0, 8));
  });

  it('says so where everyone on this machine may ask', () => {
    expect(describeKeys(folder.load(BACKENDS))).toContain('There is no section auth');
  });

  it('tells of tokens', () => {
    const jwt =
      '  jwt: { issuer: "https://i/", audience: a, jwksUrl: "https://i/keys", unscoped: true, roles: [trace] }';
    expect(describeKeys(configWith(SHOP, jwt))).toContain('Tokens of https://i/ for a, as jwt:…');
  });
});

describe('hostgraph key rotate', () => {
  it('prints a second key and an entry that opens what the first one does', () => {
    const text = describeRotation(configWith(SHOP), 'shop', NOW);
    const key = /hg_[\w-]+/.exec(text)?.[0] ?? '';
    const entry = /^ +- \{.*\}$/m.exec(text)?.[0] ?? '';
    expect(entry).not.toContain(key);
    const end = /notAfter: "([^"]+)"/.exec(text)?.[1] ?? '';
    expect(end).toBe('2026-05-08T12:00:00Z');
    const both = configWith(
      `${SHOP.replace(' }', ` }`).replace('roles:', `notAfter: "${end}", roles:`)}\n${entry}`,
    );
    const authenticateAt = (time: number) => createAuthenticator(both.auth, () => time);
    expect(authenticateAt(NOW)({ 'x-api-key': key })).toEqual(authenticateAt(NOW)({ 'x-api-key': old.key }));
    const later = authenticateAt(Date.parse(end));
    expect(later({ 'x-api-key': key })).toMatchObject({ id: 'shop' });
    expect(() => later({ 'x-api-key': old.key })).toThrow('is not one of this gateway');
  });

  it('refuses a caller that the configuration does not have', () => {
    expect(() => describeRotation(configWith(SHOP), 'other')).toThrow('no caller other');
    expect(() => describeRotation(folder.load(BACKENDS), 'shop')).toThrow('no caller shop');
  });
});
