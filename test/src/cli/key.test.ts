import { afterAll, describe, expect, it } from 'vitest';
import { describeNewKey } from '../../../src/cli/key.js';
import { createAuthenticator } from '../../../src/http/authenticate.js';
import { createConfigFolder } from '../../support/config-file.js';

const folder = createConfigFolder();
afterAll(() => folder.remove());

describe('hostgraph key', () => {
  it.each(['shop', '007', 'true', 'jo@example.com'])('prints a key and lines that know it as %s', (id) => {
    const text = describeNewKey(id);
    const key = /hg_[\w-]+/.exec(text)?.[0] ?? '';
    const lines = text.slice(text.indexOf('auth:'));
    const { auth } = folder.load(
      `backends: { one: { kind: plain, url: "http://h/", username: a, password: b } }\n${lines}`,
    );
    expect(createAuthenticator(auth)({ authorization: `Bearer ${key}` })).toMatchObject({ id });
    expect(lines).not.toContain(key);
  });

  it.each(['', 'local', 'a b', '"\n  x: y', '-x'])('refuses the id %j', (id) => {
    expect(() => describeNewKey(id)).toThrow(/^The id must /);
  });
});
