// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the configuration, not of JavaScript
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/config/index.js';
import { createConfigFolder } from '../../support/config-file.js';

const folder = createConfigFolder();
afterAll(() => folder.remove());

const withEntry = (settings: string) =>
  `backends: { one: { kind: plain, url: "http://h/", username: a, ${settings} } }`;

function passwordOf(settings: string, env: Readonly<Record<string, string>> = {}): string | undefined {
  const password = folder.load(withEntry(settings), env).backends.one?.password;
  return password instanceof Secret ? password.reveal() : undefined;
}

describe('${VARIABLE}', () => {
  it.each([
    ['"${PW}"', 's3cret'],
    ['"<${PW}/${OTHER_1}>"', '<s3cret/x>'],
    ['"$PW $ {PW} }{ 100$"', '$PW $ {PW} }{ 100$'],
    ['"$${PW}"', '${PW}'],
    ['"$$${PW}"', '$${PW}'],
    ['"$${"', '${'],
  ])('in %s gives %j', (text, expected) => {
    expect(passwordOf(`password: ${text}`, { PW: 's3cret', OTHER_1: 'x' })).toBe(expected);
  });

  it('is put in as it is, whatever it holds', () => {
    const PW = '", url: "http://evil/" } # ${HOME} $${\n&*!|';
    expect(passwordOf('password: "${PW}"', { PW })).toBe(PW);
  });

  it('works in every string, lists included', () => {
    const { backends } = folder.load(withEntry('password: x, namespaces: ["${NS}", b]'), { NS: 'a' });
    expect(backends.one?.namespaces).toEqual(['a', 'b']);
  });

  it.each([
    ['"${NOPE}"', 'backends.one.password: needs the environment variable NOPE, which is not set'],
    [
      '"${1X}"',
      'backends.one.password: has a ${ that begins no ${VARIABLE}; write $${ for these characters themselves',
    ],
    [
      '"x${"',
      'backends.one.password: has a ${ that begins no ${VARIABLE}; write $${ for these characters themselves',
    ],
    ['"${EMPTY}"', 'backends.one.password: must not be empty'],
  ])('is a problem in %s', (text, problem) => {
    expect(folder.problemsOf(withEntry(`password: ${text}`), { EMPTY: '' })).toEqual([problem]);
  });

  it('does not reach what an object inherits', () => {
    expect(folder.problemsOf(withEntry('password: "${toString}"'))).toEqual([
      'backends.one.password: needs the environment variable toString, which is not set',
    ]);
  });
});

describe('passwordFile', () => {
  it.each([
    ['s3cret', 's3cret'],
    ['s3cret\n', 's3cret'],
    ['s3cret\r\n', 's3cret'],
    ['s3cret\n\n', 's3cret\n'],
    [' a b ', ' a b '],
    ['${PW}', '${PW}'],
    ['päß🔑\n', 'päß🔑'],
  ])('with %j gives %j', (content, expected) => {
    folder.write('pw', content);
    expect(passwordOf('passwordFile: pw')).toBe(expected);
  });

  it('may be absolute, and may name a variable', () => {
    const file = folder.write('elsewhere', 'x');
    expect(passwordOf(`passwordFile: ${JSON.stringify(file)}`)).toBe('x');
    expect(passwordOf('passwordFile: "${DIR}/elsewhere"', { DIR: folder.path })).toBe('x');
  });

  it.each([
    ['that is missing', 'passwordFile: missing', 'cannot be read (ENOENT)'],
    ['that is a folder', 'passwordFile: sub', 'cannot be read (EISDIR)'],
    ['that is empty', 'passwordFile: empty', 'is an empty file'],
    ['that is large', 'passwordFile: large', 'holds more than 65536 bytes'],
    ['beside password', 'passwordFile: empty, password: x', 'stands beside password; give one of them'],
    ['that is no path', 'passwordFile: 7', 'must be the path of a file'],
  ])('is one problem for a file %s', (_name, settings, message) => {
    mkdirSync(join(folder.path, 'sub'), { recursive: true });
    folder.write('empty', '\n');
    folder.write('large', 'x'.repeat(70_000));
    expect(folder.problemsOf(withEntry(settings))).toEqual([`backends.one.passwordFile: ${message}`]);
  });

  it('exists for secrets only', () => {
    expect(folder.problemsOf(withEntry('password: x, usernameFile: pw'))).toEqual([
      expect.stringContaining('backends.one.usernameFile: is not a setting'),
    ]);
  });
});

describe('paths', () => {
  it('are relative to the configuration file', () => {
    folder.write('ca.pem', '');
    const config = folder.load(`${withEntry('password: x, tls: { caFile: ca.pem }')}\ndataDir: ../store`);
    expect(config.dataDir).toBe(join(folder.path, '../store'));
    expect(config.backends.one?.tls).toEqual({ caFile: join(folder.path, 'ca.pem'), insecure: false });
  });

  it('are refused where a file has to be and is not', () => {
    expect(folder.problemsOf(withEntry('password: x, tls: { caFile: nope.pem }'))).toEqual([
      'backends.one.tls.caFile: names a file that cannot be read',
    ]);
  });
});
