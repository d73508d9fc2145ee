import { describe, expect, it } from 'vitest';
import { mspc } from '../../../adapters/mspc/index.js';

const parse = (settings: Readonly<Record<string, unknown>>) =>
  mspc.schema.safeParse({
    url: 'http://panel.example:9002/',
    username: 'admin',
    password: 'secret',
    ...settings,
  });

describe('the settings of an MSPC backend', () => {
  it('are few', () => {
    expect(parse({}).data).toMatchObject({
      namespace: 'http://smbsaas/MSPC/enterpriseserver',
      timeZone: 'UTC',
      passwordForm: 'clear',
      writeTimeoutMs: 900_000,
      timeoutMs: 10_000,
    });
  });

  it.each([
    ['a zone that does not exist', { timeZone: 'Europe/Atlantis' }],
    ['a login with a colon', { username: 'a:b' }],
    ['no login', { username: undefined }],
    ['no password', { password: undefined }],
    ['no namespace', { namespace: '' }],
    ['an AddUser of five parameters', { addUser: 5 }],
    ['a word that is no setting', { realm: 'x' }],
  ])('do not take %s', (_name, settings) => {
    expect(parse(settings).success).toBe(false);
  });

  it.each([{ addUser: 2 }, { addUser: 4 }, { timeZone: 'America/New_York' }, { passwordForm: 'sha1' }])(
    'take %j',
    (settings) => {
      expect(parse(settings).data).toMatchObject(settings);
    },
  );
});
