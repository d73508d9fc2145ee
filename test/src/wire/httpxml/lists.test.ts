import { describe, expect, it } from 'vitest';
import { array, int, key, rows, string, struct } from '../../../../src/operation/shape.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { answer, decode, resultOf } from './answers.js';

describe('names of elements', () => {
  const shape = struct({ 'auto-renew': string(''), BundleID: string('', { aliases: ['PakID'] }) });

  it.each([
    '<auto-renew>1</auto-renew><BundleID>7</BundleID>',
    '<AutoRenew>1</AutoRenew><BundleId>7</BundleId>',
    '<auto_renew>1</auto_renew><bundleid>7</bundleid>',
    '<AUTORENEW>1</AUTORENEW><PakID>7</PakID>',
  ])('are read without case, hyphens and underscores: %s', (elements) => {
    expect(resultOf(shape, answer(elements))).toEqual({ 'auto-renew': '1', BundleID: '7' });
  });

  it('of the outermost element have no case either', () => {
    const text = answer('<BundleID>7</BundleID>').replaceAll('interface-response', 'Interface-Response');
    expect(resultOf(shape, text).BundleID).toBe('7');
  });
});

describe('structs of an answer', () => {
  const shape = struct({
    domainname: struct({ '#text': string(''), sld: string(''), id: int('') }),
    status: struct({ a: string(''), b: string('') }),
  });

  it('have members from elements, attributes and their own text', () => {
    const text = answer('<domainname SLD="a" id="7" other="x">a.example<ignored>b</ignored></domainname>');
    expect(resultOf(shape, text)).toEqual({
      domainname: { '#text': 'a.example', sld: 'a', id: 7 },
      status: null,
    });
  });

  it('that come in several elements have the members of all', () => {
    expect(resultOf(shape, answer('<status><a>1</a></status><status><b>2</b></status>')).status).toEqual({
      a: '1',
      b: '2',
    });
  });

  it('have the same properties in the same order, whatever came', () => {
    const properties = (elements: string) => Object.keys(resultOf(shape, answer(elements)).status ?? {});
    expect(properties('<status><b>2</b><a>1</a></status>')).toEqual(properties('<status/>'));
  });

  it('take no member from an element that looks like a prototype', () => {
    const elements = '<__proto__><a>1</a></__proto__><status><constructor>x</constructor></status>';
    expect(resultOf(shape, answer(elements))).toEqual({ domainname: null, status: { a: null, b: null } });
  });
});

describe('lists of an answer', () => {
  const repeated = struct({ dns: key(array(string(''), '')) });
  const wrapped = struct({ Paks: key(array(struct({ Id: string('') }), '', { itemName: 'Pak' })) });

  it.each([
    ['none', '', []],
    ['one', '<dns>a</dns>', ['a']],
    ['several with others between them', '<dns>a</dns><x/><dns>b</dns>', ['a', 'b']],
    ['numbered ones', '<dns1>a</dns1><dns2>b</dns2>', ['a', 'b']],
    ['empty ones', '<dns/><dns>a</dns>', ['a']],
  ])('repeat an element: %s', (_, elements, dns) => {
    expect(resultOf(repeated, answer(elements))).toEqual({ dns });
  });

  it.each([
    ['inside one of their own', '<Paks><Pak><Id>1</Id></Pak><Pak><Id>2</Id></Pak><Count>2</Count></Paks>'],
    ['without one of their own', '<Pak><Id>1</Id></Pak><pak><id>2</id></pak>'],
    ['in several of their own', '<Paks><Pak><Id>1</Id></Pak></Paks><Paks><Pak><Id>2</Id></Pak></Paks>'],
  ])('have their elements %s', (_, elements) => {
    expect(resultOf(wrapped, answer(elements))).toEqual({ Paks: [{ Id: '1' }, { Id: '2' }] });
  });

  it('are empty where their element is', () => {
    expect(resultOf(wrapped, answer('<Paks/>'))).toEqual({ Paks: [] });
  });
});

describe('rows without elements of their own', () => {
  const shape = struct({
    names: key(
      array(struct({ Domain: string('', { aliases: ['DomainName'] }), RRPCode: int('') }), '', {
        itemName: '',
      }),
    ),
    DomainCount: int(''),
  });

  it.each([
    [
      'repeat their members',
      '<Domain>a</Domain><RRPCode>210</RRPCode><Domain>b</Domain><RRPCode>211</RRPCode>',
    ],
    [
      'number their members',
      '<Domain1>a</Domain1><RRPCode1>210</RRPCode1><Domain2>b</Domain2><RRPCode2>211</RRPCode2>',
    ],
    [
      'number their members, one kind after the other',
      '<Domain1>a</Domain1><Domain2>b</Domain2><RRPCode2>211</RRPCode2><RRPCode1>210</RRPCode1>',
    ],
  ])('%s', (_, elements) => {
    expect(resultOf(shape, answer(`${elements}<DomainCount>2</DomainCount>`))).toEqual({
      names: [
        { Domain: 'a', RRPCode: 210 },
        { Domain: 'b', RRPCode: 211 },
      ],
      DomainCount: 2,
    });
  });

  it('may be one, and may lack members', () => {
    expect(resultOf(shape, answer('<DomainName>a</DomainName>')).names).toEqual([
      { Domain: 'a', RRPCode: null },
    ]);
    expect(resultOf(shape, answer('<Domain>a</Domain><Domain>b</Domain><RRPCode>1</RRPCode>')).names).toEqual(
      [
        { Domain: 'a', RRPCode: null },
        { Domain: 'b', RRPCode: 1 },
      ],
    );
  });
});

describe('members that have to be there', () => {
  const row = struct({ id: key(int('')), name: string('') });

  it('are missed with their path', () => {
    const shape = struct({ list: key(array(row, '', { itemName: 'row' })) });
    expect(() =>
      resultOf(shape, answer('<list><row><id>1</id></row><row><name>a</name></row></list>')),
    ).toThrow(new WireError('list[1].id: missing'));
    expect(() => resultOf(struct({ a: key(string('')) }), answer(''))).toThrow(new WireError('a: missing'));
  });

  it('cost a list of rows that stand for themselves no more than the row', () => {
    const shape = struct({ outer: struct({ row: key(rows(row, '')) }) });
    const elements =
      '<outer><row><id>1</id></row><row><name>a</name></row><row><id>x</id></row><row><id>4</id></row></outer>';
    expect(resultOf(shape, answer(elements)).outer?.row).toEqual([
      { id: 1, name: null },
      new WireError('outer.row[1].id: missing'),
      new WireError('outer.row[2].id: not a 32-bit integer'),
      { id: 4, name: null },
    ]);
  });

  it('are told of by the error that the caller makes of it', () => {
    const shape = struct({ row: key(rows(row, '')) });
    const decoded = decode(shape, answer('<row/>'), { toRowError: ({ message }) => new TypeError(message) });
    expect(decoded).toEqual({ result: { row: [new TypeError('row[0].id: missing')] } });
  });
});

describe('secret members', () => {
  it('are dropped, as elements and as attributes', () => {
    const shape = struct({
      pop: key(rows(struct({ user: string(''), password: string('', { secret: true }) }), '')),
    });
    const elements = '<pop Password="s3cret"><user>a</user><PassWord>s3cret</PassWord></pop>';
    expect(resultOf(shape, answer(elements))).toEqual({ pop: [{ user: 'a', password: null }] });
  });
});
