import { describe, expect, it } from 'vitest';
import {
  array,
  boolean,
  dateTime,
  decimal,
  double,
  int,
  int64,
  key,
  optional,
  rows,
  type Shape,
  string,
  struct,
} from '../../../../../src/operation/shape.js';
import { SoapFault } from '../../../../../src/wire/soap/fault.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { answer, NAMESPACE, read, result } from './answers.js';

const user = struct({
  UserId: key(int('')),
  Username: string(''),
  Password: string('', { secret: true }),
  IsPeer: boolean(''),
  Address: struct({ City: string('') }),
  Tags: array(string(''), '', { itemName: 'string' }),
});

describe('an answer', () => {
  it('is a record of all members of its shape, in the order of the shape', () => {
    const found = read(
      user,
      result('<IsPeer>true</IsPeer><UserId>7</UserId><Address><City>Köln</City></Address>'),
    );
    expect(found).toEqual({
      UserId: 7,
      Username: null,
      Password: null,
      IsPeer: true,
      Address: { City: 'Köln' },
      Tags: null,
    });
    expect(Object.keys(found as object)).toEqual(Object.keys(user.members));
  });

  it('passes over what the shape does not name, whatever is in it', () => {
    const found = read(
      user,
      result(
        '<New><UserId>1</UserId><Deep><UserId>2</UserId></Deep></New><UserId>7</UserId><Other/>' +
          '<x:UserId xmlns:x="urn:x">3</x:UserId><UserId xmlns="">4</UserId>',
      ),
    );
    expect(found).toMatchObject({ UserId: 7 });
  });

  it('drops what the shape marks as secret', () => {
    const found = read(user, result('<UserId>7</UserId><Password>hunter2</Password>'));
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('tells an empty text from one that is absent', () => {
    expect(read(user, result('<UserId>7</UserId><Username />'))).toMatchObject({ Username: '' });
    expect(read(user, result('<UserId>7</UserId>'))).toMatchObject({ Username: null });
  });

  it('takes xsi:nil for absence, and an empty number too', () => {
    const found = read(
      user,
      result(
        '<UserId>7</UserId><Username xsi:nil="true">x</Username><Address xsi:nil="1"><City>y</City></Address><IsPeer/>',
      ),
    );
    expect(found).toMatchObject({ Username: null, Address: null, IsPeer: null });
    expect(read(user, result('<UserId>7</UserId><Username xsi:nil="false">x</Username>'))).toMatchObject({
      Username: 'x',
    });
  });

  it('keeps white space, CDATA, references and astral characters of a text', () => {
    const found = read(string(''), result('  a &lt; <![CDATA[<b> & ]]>\n&#x1F600; '));
    expect(found).toBe('  a < <b> & \n😀 ');
  });

  it('leaves elements inside a text out of it', () => {
    expect(read(string(''), result('a<b>no</b>c'))).toBe('ac');
  });

  it('reads lists by the name of their items, one as many', () => {
    const list = array(int(''), '', { itemName: 'int' });
    expect(read(list, result('<int>1</int><other>9</other><int>2</int>'))).toEqual([1, 2]);
    expect(read(list, result('<int>1</int>'))).toEqual([1]);
    expect(read(list, answer('<GetResult />'))).toEqual([]);
    expect(read(list, result('<int xsi:nil="true" /><int>2</int>'))).toEqual([2]);
  });

  it('reads lists inside records, absent ones as null', () => {
    const found = read(user, result('<UserId>7</UserId><Tags><string>a</string><string /></Tags>'));
    expect(found).toMatchObject({ Tags: ['a', ''] });
    expect(read(user, result('<UserId>7</UserId><Tags />'))).toMatchObject({ Tags: [] });
  });

  it('reads a member under another of its names, its own first', () => {
    const shape = struct({ Number: int('', { aliases: ['No', 'Nr'] }) });
    expect(read(shape, result('<Nr>2</Nr>'))).toEqual({ Number: 2 });
    expect(read(shape, result('<Nr>2</Nr><Number>1</Number><No>3</No>'))).toEqual({ Number: 1 });
  });

  it('reads the same in pieces of one character', () => {
    const document = result('<UserId>7</UserId><Username>Zoë 😀 &amp; co</Username>');
    expect(read(user, document, 1)).toEqual(read(user, document));
  });

  it.each<[string, Shape, string, unknown]>([
    ['a 32-bit integer', int(''), ' -2147483648\n', -2147483648],
    ['a 64-bit integer', int64(''), '9223372036854775807', 9223372036854775807n],
    ['a decimal as its digits', decimal(''), '9.9500', '9.9500'],
    ['a number without an end', double(''), ' -INF ', Number.NEGATIVE_INFINITY],
    ['a number that is none', double(''), 'NaN', Number.NaN],
    ['a boolean by its word', boolean(''), 'false', false],
    ['a boolean by its number', boolean(''), '1', true],
    ['a time without a zone', dateTime(''), '2016-04-06T09:15:27.347', '2016-04-06T09:15:27.347'],
    ['a time with one', dateTime(''), '2016-04-06T00:00:00+02:00', '2016-04-06T00:00:00+02:00'],
  ])('has %s', (_name, shape, text, value) => {
    expect(read(shape, result(text))).toBe(value);
  });

  it.each<[string, Shape, string, string]>([
    ['an integer beyond 32 bits', int(''), '2147483648', 'GetResult: not a 32-bit integer'],
    ['an integer with a fraction', int(''), '1.0', 'GetResult: not a 32-bit integer'],
    ['a boolean in capitals', boolean(''), 'True', 'GetResult: not a boolean'],
    ['a decimal with an exponent', decimal(''), '1e2', 'GetResult: not a decimal number'],
    ['a date of another form', dateTime(''), '06.04.2016', 'GetResult: not a date and time'],
  ])('refuses %s, with its place and without its value', (_name, shape, text, message) => {
    expect(() => read(shape, result(text))).toThrow(message);
    expect(() => read(shape, result(text))).not.toThrow(text);
  });
});

describe('an answer without a result', () => {
  it('is nothing where the method may answer nothing', () => {
    expect(read(optional(user), answer(''))).toBeNull();
    expect(read(optional(user), answer('<GetResult xsi:nil="true" />'))).toBeNull();
  });

  it('is an empty list where a list is expected, and null where nothing is', () => {
    expect(read(array(int(''), '', { itemName: 'int' }), answer(''))).toEqual([]);
    expect(read(null, answer(''))).toBeNull();
    expect(read(null, result('7'))).toBeNull();
  });

  it('is no answer where something has to be answered', () => {
    expect(() => read(int(''), answer(''))).toThrow('no GetResult');
    expect(() => read(user, answer(''))).toThrow('no GetResult');
  });

  it('is refused when it is that of another method, or of another namespace', () => {
    expect(() => read(optional(user), result('').replaceAll('GetResponse', 'PutResponse'))).toThrow(
      'no GetResponse',
    );
    expect(() => read(optional(user), answer('').replace(NAMESPACE, 'urn:other'))).toThrow('no GetResponse');
  });

  it('is a fault when it is one', () => {
    const document = answer('').replace(/<GetResponse.*Response>/, '<soap:Fault/>');
    expect(() => read(optional(user), document)).toThrow(SoapFault);
  });
});

describe('rows that stand for themselves', () => {
  const list = rows(user, '', { itemName: 'User' });
  const row = (content: string): string => `<User>${content}</User>`;

  it('fail one by one', () => {
    const found = read(
      list,
      result(
        row('<UserId>1</UserId>') +
          row('<UserId>two</UserId><IsPeer>perhaps</IsPeer>') +
          row('<Username>three</Username>') +
          row('<UserId>4</UserId><Address><City>Bonn</City></Address>'),
      ),
    ) as unknown[];
    expect(found).toHaveLength(4);
    expect(found[0]).toMatchObject({ UserId: 1 });
    expect(found[1]).toBeInstanceOf(WireError);
    expect(found[1]).toMatchObject({
      message: expect.stringContaining('User.UserId: not a 32-bit integer') as string,
    });
    expect(found[2]).toMatchObject({ message: expect.stringContaining('User.UserId: missing') as string });
    expect(found[3]).toMatchObject({ UserId: 4, Address: { City: 'Bonn' } });
  });

  it('take the whole list with them where they do not stand for themselves', () => {
    const whole = array(user, '', { itemName: 'User' });
    expect(() => read(whole, result(row('<UserId>1</UserId>') + row('')))).toThrow('User.UserId: missing');
  });

  it('do not make up for a document that breaks off', () => {
    const document = result(row('<UserId>1</UserId>'));
    expect(() => read(list, document.slice(0, document.indexOf('</GetResult>')))).toThrow(WireError);
  });
});
