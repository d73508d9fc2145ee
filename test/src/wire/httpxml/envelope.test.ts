import { describe, expect, it } from 'vitest';
import { int, key, string, struct } from '../../../../src/operation/shape.js';
import { compileDecoder } from '../../../../src/wire/httpxml/index.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { answer, decode } from './answers.js';

const SHAPE = struct({ a: int('') });
const WHOLE = '<ErrCount>0</ErrCount><ResponseCount>0</ResponseCount><Done>true</Done>';

const errors = (count: number, inside: string): string =>
  `<ErrCount>${count}</ErrCount>${inside}<Done>true</Done>`;

describe('the envelope of an answer', () => {
  it.each([
    ['one error', '<errors><Err1>no</Err1></errors>', ['no'], null],
    [
      'several errors and one response',
      '<errors><Err1>no</Err1><Err2>never</Err2></errors><ResponseCount>1</ResponseCount><responses><response>' +
        '<ResponseNumber>316153</ResponseNumber><ResponseString>not found</ResponseString></response></responses>',
      ['no', 'never'],
      '316153',
    ],
    [
      'the flat form',
      '<Err1>no</Err1><ResponseCount>1</ResponseCount><ResponseNumber1>304155</ResponseNumber1><ResponseString1>x</ResponseString1>',
      ['no'],
      '304155',
    ],
    [
      'a response without a number first',
      '<errors><Err1>no</Err1></errors><ResponseCount>2</ResponseCount><responses><response><ResponseNumber/></response>' +
        '<response><ResponseNumber>304155</ResponseNumber></response></responses>',
      ['no'],
      '304155',
    ],
    [
      'responses that the count denies',
      '<errors><Err1>no</Err1></errors><ResponseCount>0</ResponseCount><ResponseNumber1>1</ResponseNumber1>',
      ['no'],
      null,
    ],
    ['CDATA', '<errors><Err1><![CDATA[ <no> ]]></Err1></errors>', ['<no>'], null],
    ['no text', '<errors><Err1/></errors>', [], null],
    ['nothing but the count', '', [], null],
  ])('tells a refusal with %s', (_, inside, texts, code) => {
    expect(decode(SHAPE, answer('', errors(1, inside)))).toMatchObject({ refusal: { texts, code } });
  });

  it('has no case in its names', () => {
    const text = answer('<a>1</a>', errors(1, '<Errors><err1>no</err1></Errors>')).toLowerCase();
    expect(decode(SHAPE, text)).toMatchObject({ refusal: { texts: ['no'] } });
  });

  it('believes the error count beside a success, and keeps what stands beside it', () => {
    const text = answer('<Success>True</Success><a>1</a>', errors(1, '<errors><Err1>no</Err1></errors>'));
    expect(decode(SHAPE, text)).toEqual({
      refusal: { code: null, texts: ['no'], success: true },
      beside: { a: 1 },
    });
  });

  it.each([
    ['<success>1</success>', true],
    ['<Success>False</Success>', false],
    ['<Success>False</Success><Successful>True</Successful>', true],
    ['<Success>perhaps</Success>', null],
    ['', null],
  ])('tells what %j beside the errors says of success', (flags, success) => {
    expect(decode(SHAPE, answer(flags, errors(1, '')))).toMatchObject({ refusal: { success } });
  });

  it.each(['<Success>False</Success>', '<success>0</success>', '<Successful>False</Successful>'])(
    'believes %s beside an error count of 0, even beside another flag that is true',
    (flag) => {
      expect(decode(SHAPE, answer(`<Success>True</Success>${flag}`, WHOLE))).toMatchObject({
        refusal: { code: null, texts: [] },
      });
    },
  );

  it('ignores errors and responses where the count is 0', () => {
    const text = answer(
      '<a>1</a>',
      `<errors><Err1>old</Err1></errors><ResponseNumber1>1</ResponseNumber1>${WHOLE}`,
    );
    expect(decode(SHAPE, text)).toEqual({ result: { a: 1 } });
  });

  it('tells a refusal even where the data beside it does not fit, and where it is not whole', () => {
    const text = answer('<a>x</a>', '<ErrCount>1</ErrCount>');
    expect(decode(struct({ a: int(''), b: key(string('')) }), text)).toEqual({
      refusal: { code: null, texts: [], success: null },
      beside: null,
    });
  });

  it.each(['true', 'True', '>true', '> true', '<![CDATA[ true ]]>'])('takes Done %j for the end', (done) => {
    expect(decode(SHAPE, answer('', `<ErrCount>0</ErrCount><Done>${done}</Done>`))).toEqual({
      result: { a: null },
    });
  });

  it.each(['', '<Done/>', '<Done>false</Done>', '<Done>tru</Done>'])(
    'refuses an answer with %j for Done',
    (done) => {
      expect(() => decode(SHAPE, answer('<a>1</a>', `<ErrCount>0</ErrCount>${done}`))).toThrow(
        'not whole, since it does not end in Done',
      );
    },
  );

  it.each(['', '<ErrCount/>', '<ErrCount>none</ErrCount>'])(
    'refuses an answer with %j for ErrCount',
    (count) => {
      expect(() => decode(SHAPE, answer('<a>1</a>', `${count}<Done>true</Done>`))).toThrow(
        new WireError('an answer without ErrCount'),
      );
    },
  );

  it('does not take what stands deeper for its own', () => {
    const inner = '<x><ErrCount>1</ErrCount><Success>False</Success><Done>false</Done></x>';
    expect(decode(SHAPE, answer(inner, WHOLE))).toEqual({ result: { a: null } });
  });

  it('is all there is where an operation has no result', () => {
    const decoder = compileDecoder(null)();
    decoder.write(answer('<a>1</a>'));
    expect(decoder.end()).toEqual({ result: null });
  });
});
