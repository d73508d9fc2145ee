import { describe, expect, it } from 'vitest';
import { array, double, int, int64, optional, string, struct } from '../../../../../src/operation/shape.js';
import { DEFAULT_LIMITS } from '../../../../../src/wire/limits.js';
import { createReplyDecoder } from '../../../../../src/wire/soap/encoded/index.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { decode, envelope, multiRef, ref, reply } from './replies.js';

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ');
const MILLION = 1_000_000;
const HEAD = envelope('').replace(/<\/soapenv:Body>.*/s, '');

describe('an encoded reply that means harm', () => {
  it.each([
    ['nothing', '', 'not well-formed'],
    ['a page', '<html><body>maintenance</body></html>', 'not a SOAP envelope'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'a document type declaration'],
    ['an envelope that ends in the middle', reply('<r>5</r>').slice(0, -60), 'not well-formed'],
    [
      'an envelope without a body',
      envelope('').replace(/<soapenv:Body>.*<\/soapenv:Body>/, ''),
      'without a body',
    ],
    ['an empty body', envelope(''), 'a body without a response'],
    ['a body of referents', envelope(multiRef('a', '5')), 'a body without a response'],
    ['an unbound prefix', envelope('<ns9:askResponse/>'), 'not well-formed'],
    ['a million nested elements', HEAD + '<a>'.repeat(MILLION), 'elements nested too deeply'],
    ['80 KB of <', '<'.repeat(80_000), 'not well-formed'],
    ['a million attributes', `${HEAD}<r ${attributes(MILLION)}>`, 'too many attributes'],
    ['a long of a million digits', reply(`<r>${'9'.repeat(MILLION)}</r>`), 'not a 64-bit integer'],
    ['a number and a million blanks', reply(`<r>1${' '.repeat(MILLION)}x</r>`), 'not a 64-bit integer'],
    ['an id of a million characters', reply(`<r href="#${'a'.repeat(MILLION)}"/>`), 'not there'],
  ])('is refused: %s', (_, xml, message) => {
    const attempt = () => decode(int64(''), xml);
    expect(attempt).toThrow(WireError);
    expect(attempt).toThrow(message);
  });

  it.each([
    ['not a 64-bit integer', int64(''), '<r>9223372036854775808</r>'],
    ['not a 64-bit integer', int64(''), '<r>1.0</r>'],
    ['not a 64-bit integer', int64(''), '<r><a>1</a></r>'],
    ['not a 32-bit integer', int(''), '<r>2147483648</r>'],
    ['not a number', double(''), '<r>Infinity</r>'],
    ['not a number', double(''), '<r>1e999</r>'],
    ['not a number', double(''), '<r>constructor</r>'],
    ['not a string', string(''), '<r>a<b/></r>'],
    ['not an array', array(int(''), ''), '<r>s3cret</r>'],
    ['[1]: missing', array(int(''), ''), '<r><i>1</i><i xsi:nil="true"/></r>'],
    ['[0]: not a 32-bit integer', array(int(''), ''), '<r><i>s3cret</i></r>'],
    ['[0].a: not a 32-bit integer', array(struct({ a: int('') }), ''), '<r><i><a>s3cret</a></i></r>'],
    ['not a struct', struct({ a: optional(int('')) }), '<r>s3cret</r>'],
    ['missing', int(''), '<r xsi:nil="true"/>'],
    ['missing', int(''), '<r/>'],
    ['missing', array(int(''), ''), ''],
  ])('is no result: %s', (message, shape, content) => {
    expect(() => decode(shape, reply(content))).toThrow(new WireError(message));
  });

  it('is refused when shared references unfold to more values than it may hold', () => {
    // 2,000 places, each of which refers to the same 2,000 members: 4,000 elements, four million values.
    const many = 2_000;
    const xml = reply(`<r>${ref('a').repeat(many)}</r>`, multiRef('a', '<i>x</i>'.repeat(many)));
    expect(() => decode(array(array(string(''), ''), ''), xml)).toThrow(
      'references that unfold to too many values',
    );
  });

  it('is refused when many places refer to one long chain', () => {
    const count = 20_000;
    const chain = Array.from({ length: count }, (_, index) => ref(`id${index + 1}`, `m id="id${index}"`));
    const xml = reply(`<r>${ref('id0').repeat(count)}</r>`, ...chain, multiRef(`id${count}`, '7'));
    expect(() => decode(array(int64(''), ''), xml)).toThrow('references that unfold to too many values');
  });

  it('is refused at the limit of elements, not after it', () => {
    const decoder = createReplyDecoder({ ...DEFAULT_LIMITS, maxElements: 1000 });
    decoder.write(`${HEAD}<r>`);
    let written = 0;
    expect(() => {
      for (; written < MILLION; written += 1) decoder.write('<i/>');
    }).toThrow('too many elements');
    expect(written).toBeLessThan(1000);
  });

  it('is taken in time that grows with its size, if it is only large', () => {
    const count = 100_000;
    const items = Array.from({ length: count }, (_, index) => ref(`id${index}`)).join('');
    const referents = Array.from({ length: count }, (_, index) => multiRef(`id${index}`, String(index)));
    const result = decode(array(int64(''), ''), reply(`<r>${items}</r>`, ...referents.reverse()));
    expect(result).toHaveLength(count);
    expect((result as bigint[]).at(-1)).toBe(BigInt(count - 1));
  });

  it('follows a chain of references however long it is', () => {
    const count = 50_000;
    const chain = Array.from({ length: count }, (_, index) => ref(`id${index + 1}`, `m id="id${index}"`));
    const xml = reply(ref('id0', 'r'), ...chain, multiRef(`id${count}`, '7'));
    expect(decode(int(''), xml)).toBe(7);
  });

  it('takes names that objects have for names like others', () => {
    const shape = struct({ a: optional(int('')) });
    const content =
      '<r><constructor>1</constructor><__proto__><a>2</a></__proto__><toString id="__proto__">3</toString></r>';
    expect(decode(shape, reply(content))).toEqual({ a: null });
    expect(decode(int(''), reply(ref('constructor', 'r'), multiRef('constructor', '4')))).toBe(4);
  });

  it('does not get into a message', () => {
    for (const content of [
      '<r>s3cret</r>',
      '<r href="#s3cret"/>',
      '<r><s3cret/></r>',
      '<r>&s3cret;<b></r>',
    ]) {
      expect(() => decode(int(''), reply(content))).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
      );
    }
  });
});
