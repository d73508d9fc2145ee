import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { array, int, key, rows, string, struct } from '../../../../../src/operation/shape.js';
import { compileMethod } from '../../../../../src/wire/soap/document/index.js';
import { SoapFault } from '../../../../../src/wire/soap/fault.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { answer, NAMESPACE, read, result } from './answers.js';

const user = struct({ UserId: key(int('')), Username: string('') });
const users = rows(user, '', { itemName: 'User' });

describe('hostile answers', () => {
  it.each([
    ['a billion laughs', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${result('&a;')}`],
    ['an external entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${result('')}`],
    ['elements without end', result(`${'<a>'.repeat(100_000)}`)],
    ['eighty thousand opening brackets', '<'.repeat(80_000)],
    [
      'a megabyte of attributes',
      result(`<a ${Array.from({ length: 1000 }, (_, i) => `b${i}=""`).join(' ')}/>`),
    ],
    ['an undeclared prefix', result('<x:a/>')],
    ['crossed elements', result('<UserId>1<Username>2</UserId></Username>')],
    ['an answer and something after it', `${result('<UserId>1</UserId>')}<more/>`],
    ['nothing', ''],
  ])('are refused: %s', (_name, document) => {
    const start = performance.now();
    expect(() => read(user, document)).toThrow(WireError);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('cannot make members that no shape names', () => {
    const shape = struct({ constructor: string(''), User: user });
    const found = read(
      shape,
      result(
        '<__proto__><polluted>1</polluted></__proto__><constructor>c</constructor><toString>x</toString>' +
          '<User><UserId>1</UserId><hasOwnProperty>x</hasOwnProperty></User>',
      ),
    );
    expect(found).toEqual({ constructor: 'c', User: { UserId: 1, Username: null } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('cannot make a list of something else by mixing its items', () => {
    const list = array(int(''), '', { itemName: 'int' });
    expect(read(list, result('<int>1</int><int><int>2</int></int><!-- --><x><int>3</int></x>'))).toEqual([1]);
  });

  it('take limits on depth, elements and text from the caller', () => {
    const method = compileMethod({ name: 'Get', namespace: NAMESPACE, params: struct({}), result: users });
    const limits = { maxDepth: 6, maxElements: 30, maxTextLength: 10, maxRepairs: 0 };
    const attempt = (content: string) => () => method.createDecoder(limits).write(result(content));
    const row = (name: string) => `<User><UserId>1</UserId><Username>${name}</Username></User>`;
    expect(attempt(row('short'))).not.toThrow();
    expect(attempt(row('much too long'))).toThrow('too long');
    expect(attempt(row('a').repeat(20))).toThrow('too many elements');
    expect(attempt('<a><b><c/></b></a>')).toThrow('too deep');
  });

  it('of any bytes end in a record, a fault or a refusal, and nothing else', () => {
    const words = fc.constantFrom(
      '<User>',
      '</User>',
      '<UserId>',
      '</UserId>',
      '1',
      'x',
      '<Username/>',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&',
      '<soap:Fault>',
      '</soap:Fault>',
      ' xsi:nil="true"',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (pieces) => {
        for (const document of [result(pieces.join('')), answer(pieces.join('')), pieces.join('')]) {
          try {
            expect(Array.isArray(read(users, document))).toBe(true);
          } catch (error) {
            expect(error instanceof WireError || error instanceof SoapFault).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a value', () => {
  const shape = struct({
    name: string(''),
    count: int(''),
    tags: array(string(''), '', { itemName: 'string' }),
  });

  it('comes back as it was sent, in pieces of any size', () => {
    const text = fc.string({ unit: 'grapheme' });
    const value = fc.record({
      name: text,
      count: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      tags: fc.array(text, { maxLength: 4 }),
    });
    const method = compileMethod({ name: 'Get', namespace: NAMESPACE, params: shape, result: shape });
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 50 }), (sent, piece) => {
        const [, content = ''] = /<Get [^>]*>(.*)<\/Get>/s.exec(method.encode(sent)) ?? [];
        expect(read(shape, result(content), piece)).toEqual(sent);
      }),
      { numRuns: 200 },
    );
  });
});
