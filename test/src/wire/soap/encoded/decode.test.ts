import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  array,
  boolean,
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
import { compileReader, createReplyDecoder } from '../../../../../src/wire/soap/encoded/index.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { cutAtRandom, eachUnit } from '../../xml/chunks.js';
import { decode, reply } from './replies.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../../fixtures/axis/${name}.xml`, import.meta.url), 'utf8');

const pair = struct({ name: string(''), value: string('') }, '', { typeName: 'NamedParameter' });
const SIGNED_UP = [
  { name: 'accountId', value: '5008' },
  { name: 'signupId', value: '5010' },
  { name: 'userId', value: '5009' },
];

const RECORDED: ReadonlyArray<[name: string, shape: Shape | null, value: unknown]> = [
  ['getQuota.number', double(''), 100],
  ['getQuota.exponent', double(''), 11010048],
  ['getQuota.infinite', double(''), Number.POSITIVE_INFINITY],
  ['checkUser.taken', boolean(''), true],
  ['getAccounts.two', array(int64(''), ''), [55566n, 4294967299n]],
  ['getAccounts.none', array(int64(''), ''), []],
  ['searchAccIdBySignupId.found', optional(int64('')), 1950n],
  ['searchAccIdBySignupId.null', optional(int64('')), null],
  ['signupUser.created', array(pair, ''), SIGNED_UP],
  ['suspendAccount.done', null, null],
];

describe('replies of a real Axis 1.4', () => {
  for (const engine of ['stock', 'bare']) {
    it.each(RECORDED)(`are read: %s from the ${engine} engine`, (name, shape, value) => {
      const xml = fixture(`${name}.${engine}`);
      expect(decode(shape, xml)).toEqual(value);
      const decoder = createReplyDecoder();
      for (const unit of eachUnit(xml)) decoder.write(unit);
      expect(compileReader(shape)(decoder.end())).toEqual(value);
    });
  }

  it('are read the same wherever they are cut', () => {
    const xml = fixture('signupUser.created.bare');
    fc.assert(
      fc.property(cutAtRandom(xml), (pieces) => {
        const decoder = createReplyDecoder();
        for (const piece of pieces) decoder.write(piece);
        expect(compileReader(array(pair, ''))(decoder.end())).toEqual(SIGNED_UP);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['refused', 'Server.userException', 'peer.PanelException: Account 77 not found'],
    ['wrong-type', 'Server.userException', 'org.xml.sax.SAXException: Bad types (int -> long)'],
    ['no-operation', 'Client', "No such operation 'getEverything'"],
    ['extra-parameter', 'Server.userException', "No such operation 'getQuota'"],
  ])('are faults: %s', (name, code, text) => {
    for (const server of ['simple', 'tomcat']) {
      expect(() => decode(null, fixture(`fault.${name}.${server}`))).toThrow(
        expect.objectContaining({ faultCode: expect.objectContaining({ local: code }), faultString: text }),
      );
    }
  });

  it('are faults even with characters that XML forbids, which are mended', () => {
    const decoder = createReplyDecoder();
    decoder.write(fixture('fault.non-ascii.tomcat'));
    expect(() => decoder.end()).toThrow(
      expect.objectContaining({ name: 'SoapFault', faultString: expect.stringContaining('😀') }),
    );
    expect(decoder.repairs).toBe(1);
  });

  it('are faults of several lines, indented or not', () => {
    expect(() => decode(null, fixture('fault.lines.simple'))).toThrow(
      expect.objectContaining({
        faultString: expect.stringMatching(/^peer\.PanelException: Signup refused\nlogin/),
      }),
    );
    expect(() => decode(null, fixture('fault.no-soapaction.tomcat'))).toThrow(
      expect.objectContaining({ faultString: 'no SOAPAction header!' }),
    );
  });
});

describe('an encoded reply', () => {
  it.each<[string, Shape, string, unknown]>([
    ['a number without a type', int(''), '<r>5</r>', 5],
    ['a number that states another type', int(''), '<r xsi:type="xsd:string">5</r>', 5],
    ['a type whose prefix nobody declared', int64(''), '<r xsi:type="nope:long">5</r>', 5n],
    ['white space around a number', int64(''), '<r>\n  9223372036854775807 </r>', 9223372036854775807n],
    ['a smallest long', int64(''), '<r>-9223372036854775808</r>', -9223372036854775808n],
    ['a string that holds a number', int64(''), '<r xsi:type="soapenc:string">1396</r>', 1396n],
    ['a number read as text', string(''), '<r xsi:type="xsd:long">1396</r>', '1396'],
    ['a double with an exponent', double(''), '<r>1.6E10</r>', 1.6e10],
    ['a small double', double(''), '<r>4.9E-324</r>', 5e-324],
    ['a double without end', double(''), '<r>-INF</r>', Number.NEGATIVE_INFINITY],
    ['a double that is none', double(''), '<r>NaN</r>', Number.NaN],
    ['exact digits', decimal(''), '<r> 12345678901234567.10 </r>', '12345678901234567.10'],
    ['a truth value as a digit', boolean(''), '<r>0</r>', false],
    ['text as it stands', string(''), '<r xsi:type="xsd:string"> a\tb </r>', ' a\tb '],
    ['no text', string(''), '<r/>', ''],
    ['CDATA and references', string(''), '<r>a<![CDATA[<b>&]]>&#xE9;&amp;</r>', 'a<b>&é&'],
    ['a result of any name', int(''), '<whatever>5</whatever>', 5],
    ['the first of several results', int(''), '<r>5</r><s>6</s>', 5],
    ['array members of any name', array(int(''), ''), '<r><item>1</item><r>2</r><x>3</x></r>', [1, 2, 3]],
    [
      'fewer members than declared',
      array(int(''), ''),
      '<r soapenc:arrayType="xsd:int[7]"><i>1</i></r>',
      [1],
    ],
    ['more members than declared', array(int(''), ''), '<r soapenc:arrayType="xsd:int[0]"><i>1</i></r>', [1]],
    ['an array that states no type', array(int(''), ''), '<r>\n <i>1</i>\n</r>', [1]],
    ['an empty array', array(int(''), ''), '<r/>', []],
    ['a null array', array(int(''), ''), '<r xsi:nil="true"/>', []],
    [
      'an array of arrays',
      array(array(string(''), ''), ''),
      '<r><a><b>x</b><b>y</b></a><a/></r>',
      [['x', 'y'], []],
    ],
    ['a null', optional(int('')), '<r xsi:nil="1" xsi:type="xsd:int"/>', null],
    ['no result at all', optional(string('')), '', null],
    ['a number without text', optional(int('')), '<r> </r>', null],
  ])('is read: %s', (_, shape, content, value) => {
    expect(decode(shape, reply(content))).toEqual(value);
  });

  it('is read under prefixes and names of the peer’s own, header and trailer included', () => {
    const xml =
      '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Header><a><b/></a></S:Header><S:Body>' +
      '<q:answer xmlns:q="urn:other"><q:value>5</q:value></q:answer></S:Body><S:Trailer/></S:Envelope>';
    expect(decode(int(''), xml)).toBe(5);
  });

  it('reads nil by the namespaces of XML Schema’s drafts', () => {
    const drafts = ['2000/10/XMLSchema-instance', '1999/XMLSchema-instance'];
    for (const draft of drafts) {
      const nil = `<r xmlns:x="http://www.w3.org/${draft}" x:null="1"/>`;
      expect(decode(optional(int('')), reply(nil))).toBeNull();
    }
  });

  it('reads beans by the names of their members, in any order, and ignores what it does not know', () => {
    const shape = struct({
      id: key(int64('')),
      name: string(''),
      tags: array(string(''), ''),
      role: struct({ login: string('') }),
      gone: int(''),
    });
    const bean =
      '<role><x/><login>l</login></role><unknown><deep/></unknown><tags xsi:nil="true"/><name xsi:nil="true"/><id>7</id><id>8</id>';
    expect(decode(shape, reply(`<r>${bean}</r>`))).toEqual({
      id: 7n,
      name: null,
      tags: [],
      role: { login: 'l' },
      gone: null,
    });
  });

  it('drops members that are secret', () => {
    const shape = struct({ login: string(''), password: string('', { secret: true }) });
    const result = decode(shape, reply('<r><login>a</login><password>s3cret</password></r>'));
    expect(result).toEqual({ login: 'a', password: null });
  });

  it('keeps the rows around one that cannot be read, where rows stand for themselves', () => {
    const shape = rows(struct({ id: key(int64('')) }), '');
    const result = decode(
      shape,
      reply('<r><i><id>1</id></i><i><id>s3cret</id></i><i/><i xsi:nil="true"/><i><id>5</id></i></r>'),
    );
    expect(result).toEqual([
      { id: 1n },
      new WireError('[1].id: not a 64-bit integer'),
      new WireError('[2].id: missing'),
      new WireError('[3]: missing'),
      { id: 5n },
    ]);
  });
});
