import { describe, expect, it } from 'vitest';
import { int, optional, string, struct } from '../../../../src/operation/shape.js';
import { decodeMethodResponse } from '../../../../src/wire/xmlrpc/decode.js';
import { compileEncoder } from '../../../../src/wire/xmlrpc/shape-encoder.js';
import { compileReader } from '../../../../src/wire/xmlrpc/shape-reader.js';

const person = struct({ name: string('Name.'), age: optional(int('Age.')) }, 'A person.', { open: true });
const member = (name: string, value: string) =>
  `<member><name>${name}</name><value>${value}</value></member>`;
const answer = (members: string) =>
  decodeMethodResponse(
    `<methodResponse><params><param><value><struct>${members}</struct></value></param></params></methodResponse>`,
  );

describe('an open struct', () => {
  it.each([
    ['text', '<string>a &amp; b</string>'],
    ['a number', '<int>7</int>'],
    ['a boolean', '<boolean>1</boolean>'],
    ['a date', '<dateTime.iso8601>20110601T00:00:00</dateTime.iso8601>'],
    ['bytes', '<base64>AAH/</base64>'],
    ['a list', '<array><data><value><int>1</int></value></data></array>'],
    ['a struct', `<struct>${member('x', '<string>y</string>')}</struct>`],
  ])('hands on %s under a name that it does not know, and sends it as it came', (_, xml) => {
    const read = compileReader(person)(answer(member('name', '<string>Ada</string>') + member('more', xml)));
    const { age: _age, ...known } = read;
    expect(compileEncoder(person, { int64: 'string' })({ ...known, name: known.name ?? '' })).toBe(
      `<value><struct>${member('name', '<string>Ada</string>')}${member('more', xml)}</struct></value>`,
    );
  });

  it('treats __proto__ as a name like others', () => {
    const read = compileReader(person)(
      answer(member('name', '<string>Ada</string>') + member('__proto__', '<int>1</int>')),
    );
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read)).toContain('__proto__');
  });

  it('reads what it knows as any other struct does', () => {
    expect(compileReader(person)(answer(member('name', '<int>7</int>')))).toEqual({ name: '7', age: null });
  });
});

describe('a struct that is not open', () => {
  it('passes over names that it does not know', () => {
    const closed = struct({ name: string('Name.') });
    expect(compileReader(closed)(answer(member('name', 'a') + member('more', 'b')))).toEqual({ name: 'a' });
  });
});
