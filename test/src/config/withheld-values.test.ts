import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createConfigFolder } from '../../support/config-file.js';

const folder = createConfigFolder();
afterAll(() => folder.remove());

const SECRET = 'hunter2';

describe('a configuration that cannot be used', () => {
  it.each([
    ['an alias', `a: *${SECRET}`],
    ['a reserved character', `a: @${SECRET}`],
    ['a directive', `a: %${SECRET}`],
    ['a tag', `a: !${SECRET} x`],
    ['an open quote', `a: "${SECRET}`],
    ['a tab', `a:\n\t${SECRET}: x`],
    ['a second value', `a: x: ${SECRET}`],
    ['text after a quote', `a: "x" ${SECRET}`],
    ['a second document', `a: x\n---\n${SECRET}: x`],
    ['a repeated key', `${SECRET}: 1\n${SECRET}: 2`],
    ['a forgotten blank', `backends: { one: { kind: plain, password:${SECRET} } }`],
    ['a password in place of a section', `server: ${SECRET}`],
    ['a password in place of a number', `server: { port: ${SECRET} }`],
    ['a password in place of an entry', `backends: { one: ${SECRET} }`],
    ['a password as kind', `backends: { one: { kind: ${SECRET} } }`],
    ['a login in an address', `backends: { one: { kind: plain, url: "http://a:${SECRET}@h/" } }`],
    ['a password that is a list', `backends: { one: { kind: plain, password: [${SECRET}] } }`],
    ['a password in the host', `server: { host: "a/${SECRET}", allowedHosts: ["${SECRET}/"] }`],
    [
      'a key that is no hash',
      `auth: { apiKeys: [{ id: "? ${SECRET}", sha256: ${SECRET}, roles: [${SECRET}] }] }`,
    ],
    ['a password as log level', `log: { level: ${SECRET} }`],
  ])('repeats no value: %s', (_name, content) => {
    const problems = folder.problemsOf(content);
    expect(problems).not.toEqual([]);
    expect(problems.join('\n')).not.toContain(SECRET);
  });

  it('repeats no value, wherever it stands and whatever it is', () => {
    const value = fc.oneof(
      fc.constant(SECRET),
      fc.constant([SECRET]),
      fc.constant({ key: SECRET }),
      fc.constant([{ 'some key': SECRET }]),
      fc.constant(`\${${SECRET}`),
    );
    const section = fc.dictionary(
      fc.constantFrom(
        'server',
        'one',
        'url',
        'password',
        'passwordFile',
        'apiKeys',
        'tls',
        'kind',
        'id',
        'scope',
      ),
      fc.oneof(value, fc.dictionary(fc.constantFrom('port', 'plain', 'openMs', 'one', 'caFile'), value)),
    );
    const file = fc.dictionary(fc.constantFrom('server', 'backends', 'auth', 'log', 'dataDir'), section);
    fc.assert(
      fc.property(file, (content) => {
        expect(folder.problemsOf(JSON.stringify(content)).join('\n')).not.toContain(SECRET);
      }),
    );
  });
});
