import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boolean,
  dateTime,
  decimal,
  double,
  int,
  int64,
  string,
  struct,
} from '../../../../src/operation/shape.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { answer, resultOf } from './answers.js';

const SHAPE = struct({
  text: string(''),
  int: int(''),
  int64: int64(''),
  double: double(''),
  money: decimal(''),
  flag: boolean(''),
  day: dateTime(''),
});

const read = (element: string) => resultOf(SHAPE, answer(element));

describe('values of an answer', () => {
  it.each([
    ['whole', '15', '15'],
    ['with cents', '4.50', '4.50'],
    ['with four decimals', '18.4015', '18.4015'],
    ['with a thousands separator', '3,709.20', '3709.20'],
    ['with several', '9,982,840.50', '9982840.50'],
    ['below zero', '-1,204.05', '-1204.05'],
    ['without a digit before the point', '.75', '0.75'],
    ['with zeros in front', '007.10', '7.10'],
    ['beyond what a double holds', '90071992547409930.01', '90071992547409930.01'],
  ])('keeps money %s exact', (_, written, exact) => {
    expect(read(`<money>${written}</money>`).money).toBe(exact);
  });

  it.each(['1,23', '12,34.5', ',5', '1.2.3', '$9.95', '1e5', '.', 'free', '9'.repeat(41)])(
    'refuses %j as money',
    (written) => {
      expect(() => read(`<money>${written}</money>`)).toThrow(new WireError('money: not a decimal number'));
    },
  );

  it.each([
    ['True', true],
    ['true', true],
    ['1', true],
    ['Yes', true],
    ['YES', true],
    ['enabled', true],
    ['Locked', true],
    ['False', false],
    ['0', false],
    ['No', false],
    ['disabled', false],
    ['Not Locked', false],
    ['n/a', null],
    ['NA', null],
    ['', null],
  ])('reads the flag %j as %j', (written, value) => {
    expect(read(`<flag>${written}</flag>`).flag).toBe(value);
  });

  it.each([
    ['0000000001', 1],
    ['1,024', 1024],
    ['-5', -5],
    ['2147483647', 2147483647],
  ])('reads the integer %j', (written, value) => {
    expect(read(`<int>${written}</int>`).int).toBe(value);
  });

  it('reads 64-bit integers exactly, and seconds in exponent form', () => {
    expect(read('<int64>9223372036854775807</int64><double>8.203125E-02</double>')).toMatchObject({
      int64: 9223372036854775807n,
      double: 0.08203125,
    });
  });

  it.each([
    ['<int>2147483648</int>', 'int: not a 32-bit integer'],
    ['<int>1.5</int>', 'int: not a 32-bit integer'],
    ['<int64>9223372036854775808</int64>', 'int64: not a 64-bit integer'],
    [`<int64>${'9'.repeat(100_000)}</int64>`, 'int64: not a 64-bit integer'],
    ['<double>0x10</double>', 'double: not a number'],
    ['<flag>perhaps</flag>', 'flag: not a boolean'],
    ['<day>tomorrow</day>', 'day: not a date'],
    ['<int><b>1</b></int>', 'int: elements where a value is expected'],
  ])('says where %s does not fit, without quoting it', (element, message) => {
    expect(() => read(element)).toThrow(new WireError(message));
  });

  it.each([
    ['plain', '<day>11/25/2015</day>'],
    ['in CDATA', '<day><![CDATA[11/25/2015]]></day>'],
    ['in CDATA with blanks and line breaks around it', '<day>\r\n  <![CDATA[ 11/25/2015 ]]>\r\n</day>'],
    ['in pieces', '<day>11/<![CDATA[25]]>/2015</day>'],
    ['behind a comment', '<day><!-- local -->11/25/2015</day>'],
  ])('reads a date %s', (_, element) => {
    expect(read(element).day).toBe('2015-11-25');
  });

  it('reads entities, references and text beyond ASCII as they are', () => {
    expect(read('<text>&lt;a&gt; &amp; &#252;ber 😀 AT&T</text>').text).toBe('<a> & über 😀 AT&T');
  });

  it.each(['<text></text>', '<text/>', '<text><![CDATA[]]></text>', '<text>\r\n</text>', ''])(
    'reads %j as nothing',
    (element) => {
      expect(read(element).text).toBeNull();
    },
  );

  it('takes the first of a value that comes twice, empty ones aside', () => {
    expect(read('<text/><text>a</text><text>b</text>').text).toBe('a');
  });

  it('keeps any amount of money that it is told', () => {
    const grouped = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, cents]) => [whole, String(cents).padStart(2, '0')] as const);
    fc.assert(
      fc.property(grouped, ([whole, cents]) => {
        const written = `${whole.toLocaleString('en-US')}.${cents}`;
        expect(read(`<money>${written}</money>`).money).toBe(`${whole}.${cents}`);
      }),
    );
  });
});
