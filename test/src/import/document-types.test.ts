import { describe, expect, it } from 'vitest';
import { importText } from './import-text.js';
import { documentWsdl, put } from './wsdl-of.js';

const ofSchema = (schema: string) => importText(documentWsdl({ schema }));

/** The shapes of the parameters that a request has whose elements are these. */
async function paramsOf(request: string, schema = ''): Promise<unknown> {
  return (await ofSchema(put(request) + schema)).file.methods.Put?.params;
}

/** The shape of the result of an answer whose elements are these, and the types of the file. */
async function resultOf(answer: string, schema = '') {
  const { file, notes } = await ofSchema(put('', answer) + schema);
  return { result: file.methods.Put?.result, wire: file.methods.Put?.wire, types: file.types, notes };
}

describe('simple types', () => {
  it.each([
    ['int', 'int'],
    ['long', 'int64'],
    ['decimal', 'decimal'],
    ['double', 'double'],
    ['float', 'double'],
    ['boolean', 'boolean'],
    ['dateTime', 'dateTime'],
    ['base64Binary', 'bytes'],
    ['date', 'string'],
    ['anyURI', 'string'],
    ['anyType', 'any'],
    ['short', { type: 'int', min: -32768, max: 32767 }],
    ['unsignedInt', { type: 'int64', min: 0, max: 4294967295 }],
    ['unsignedLong', { type: 'string', pattern: '^[+-]?[0-9]+$' }],
  ])('of XML Schema have kinds: %s', async (name, kind) => {
    expect(await paramsOf(`<s:element name="a" type="s:${name}"/>`)).toEqual({ a: kind });
  });

  it('with enumerations are types of the file, with their values', async () => {
    const schema =
      '<s:simpleType name="State"><s:restriction base="s:string"><s:enumeration value="On"/>' +
      '<s:enumeration value="Off"/></s:restriction></s:simpleType>';
    expect(await resultOf('<s:element name="PutResult" type="tns:State"/>', schema)).toMatchObject({
      result: 'State',
      types: { State: { type: 'string', values: ['On', 'Off'] } },
    });
  });

  it('keep the lengths of texts and the bounds of whole numbers, and no patterns', async () => {
    const restricted = (base: string, facets: string) =>
      `<s:simpleType><s:restriction base="s:${base}">${facets}</s:restriction></s:simpleType>`;
    const request =
      `<s:element name="name">${restricted('string', '<s:maxLength value="5"/><s:pattern value="\\i*"/>')}</s:element>` +
      `<s:element name="age">${restricted('int', '<s:minInclusive value="0"/><s:maxInclusive value="9"/>')}</s:element>`;
    expect(await paramsOf(request)).toEqual({
      name: { type: 'string', maxLength: 5 },
      age: { type: 'int', min: 0, max: 9 },
    });
  });

  it('that are lists or unions of others are text', async () => {
    const list = '<s:element name="a"><s:simpleType><s:list itemType="s:int"/></s:simpleType></s:element>';
    const union =
      '<s:element name="b"><s:simpleType><s:union memberTypes="s:int s:string"/></s:simpleType></s:element>';
    expect(await paramsOf(list + union)).toEqual({ a: 'string', b: 'string' });
  });
});

describe('elements', () => {
  it('are optional where they may be absent, and nil where the schema wants null said', async () => {
    const request =
      '<s:element name="a" type="s:int"/><s:element minOccurs="0" name="b" type="s:int"/>' +
      '<s:element name="c" nillable="true" type="s:int"/><s:element minOccurs="0" name="d" nillable="true" type="s:int"/>';
    expect(await paramsOf(request)).toEqual({
      a: 'int',
      b: 'int?',
      c: { type: 'int', optional: true, nil: true },
      d: 'int?',
    });
  });

  it('that repeat are lists, in an element of their own or without one', async () => {
    const schema =
      '<s:complexType name="ArrayOfInt"><s:sequence><s:element minOccurs="0" maxOccurs="unbounded" name="int" ' +
      'nillable="true" type="s:int"/></s:sequence></s:complexType>';
    const request =
      '<s:element name="wrapped" type="tns:ArrayOfInt"/><s:element name="bare" maxOccurs="unbounded" type="s:int"/>';
    expect(await paramsOf(request, schema)).toEqual({
      wrapped: { type: 'array', of: 'int', item: 'int' },
      bare: { type: 'array', of: 'int', inline: true },
    });
  });

  it('keep what is written about them, and their defaults', async () => {
    const request =
      '<s:element name="a" type="s:int" default="3"><s:annotation><s:documentation>How\n many.</s:documentation>' +
      '</s:annotation></s:element>';
    expect(await paramsOf(request)).toEqual({ a: { type: 'int', description: 'How many.', default: '3' } });
  });

  it('of which one is to be chosen are bound by a rule', async () => {
    const choice =
      '<s:choice><s:element name="byId" type="s:int"/><s:element name="byName" type="s:string"/></s:choice>';
    const { file } = await ofSchema(put(choice));
    expect(file.methods.Put).toMatchObject({
      params: { byId: 'int?', byName: 'string?' },
      constraints: [{ rule: 'exactlyOneOf', members: ['byId', 'byName'] }],
    });
  });

  it('of which one of several sequences is to be chosen are bound by a rule, where one has to be', async () => {
    const sequence =
      '<s:sequence><s:element name="first" type="s:string"/><s:element name="title" type="s:string" minOccurs="0"/></s:sequence>';
    const choiceOf = (branch: string) =>
      put(`<s:choice>${branch}<s:element name="nick" type="s:string"/></s:choice>`);
    const { file } = await ofSchema(choiceOf(sequence));
    expect(file.methods.Put).toMatchObject({
      params: { first: 'string?', title: 'string?', nick: 'string?' },
      constraints: [{ rule: 'exactlyOneSet', sets: [['first', 'title?'], ['nick']] }],
    });
    for (const branch of [
      sequence.replace('<s:sequence>', '<s:sequence minOccurs="0">'),
      `<s:sequence><s:choice>${sequence}</s:choice></s:sequence>`,
    ]) {
      expect((await ofSchema(choiceOf(branch))).file.methods.Put?.constraints).toBeUndefined();
    }
  });

  it('may be references, and groups', async () => {
    const schema =
      '<s:element name="size" type="s:int"/>' +
      '<s:group name="place"><s:sequence><s:element name="city" type="s:string"/></s:sequence></s:group>';
    expect(
      await paramsOf('<s:element ref="tns:size" minOccurs="0"/><s:group ref="tns:place"/>', schema),
    ).toEqual({
      size: 'int?',
      city: 'string',
    });
  });

  it('that look like secrets are marked, texts and lists of them', async () => {
    const request =
      '<s:element name="userPassword" type="s:string"/><s:element name="pw" type="s:string"/>' +
      '<s:element name="apiTokens" type="s:string" maxOccurs="9"/><s:element name="passwordExpires" type="s:boolean"/>' +
      '<s:element name="shipwreck" type="s:string"/>';
    expect(await paramsOf(request)).toEqual({
      userPassword: { type: 'string', secret: true },
      pw: { type: 'string', secret: true },
      apiTokens: { type: 'array', inline: true, of: { type: 'string', secret: true } },
      passwordExpires: 'boolean',
      shipwreck: 'string',
    });
  });
});

describe('complex types', () => {
  const user = (content: string, attributes = '') =>
    `<s:complexType name="User" ${attributes}>${content}</s:complexType>`;
  const answer = '<s:element minOccurs="0" name="PutResult" type="tns:User"/>';

  it('begin with the members of what they extend', async () => {
    const schema =
      '<s:complexType name="Base"><s:sequence><s:element name="id" type="s:int"/></s:sequence></s:complexType>' +
      user(
        '<s:complexContent><s:extension base="tns:Base"><s:all><s:element name="name" type="s:string"/></s:all>' +
          '</s:extension></s:complexContent>',
      );
    const { result, types } = await resultOf(answer, schema);
    expect(result).toBe('User?');
    expect(types).toEqual({ User: { type: 'struct', members: { id: 'int', name: 'string' } } });
  });

  it('are cut where they contain themselves, which is told', async () => {
    const schema = user(
      '<s:sequence><s:element name="id" type="s:int"/><s:element minOccurs="0" name="parent" type="tns:User"/></s:sequence>',
    );
    const { types, notes } = await resultOf(answer, schema);
    expect(types).toMatchObject({ User: { members: { parent: { type: 'any', optional: true } } } });
    expect(notes).toEqual(['User contains itself: where it comes again it is of any shape.']);
  });

  it('lose their attributes, which is told, and with them what cannot be sent without', async () => {
    const sequence = '<s:sequence><s:element name="id" type="s:int"/></s:sequence>';
    const kept = await resultOf(answer, user(`${sequence}<s:attribute name="a" type="s:int"/>`));
    expect(kept.notes).toEqual(['User has attributes, which are passed over.']);
    const needed = user(`${sequence}<s:attribute name="a" use="required" type="s:int"/>`);
    const { skipped } = await ofSchema(put('<s:element name="user" type="tns:User"/>') + needed);
    expect(skipped).toEqual(['Put: user is a type with required attributes, which cannot be sent']);
  });

  it('with text and attributes are the text', async () => {
    const schema = user(
      '<s:simpleContent><s:extension base="s:decimal"><s:attribute name="currency" type="s:string"/></s:extension></s:simpleContent>',
    );
    expect((await resultOf(answer, schema)).result).toBe('decimal?');
  });

  it.each([
    [
      'an older one',
      '<s:element minOccurs="0" name="PutResult"><s:complexType><s:sequence><s:element ref="s:schema"/><s:any/></s:sequence></s:complexType></s:element>',
    ],
    [
      'a newer one',
      '<s:element minOccurs="0" name="PutResult"><s:complexType><s:sequence>' +
        '<s:any minOccurs="0" maxOccurs="unbounded" namespace="http://www.w3.org/2001/XMLSchema" processContents="lax"/>' +
        '<s:any minOccurs="1" namespace="urn:schemas-microsoft-com:xml-diffgram-v1" processContents="lax"/>' +
        '</s:sequence></s:complexType></s:element>',
    ],
  ])('that are DataSets are of any shape: %s', async (_case, element) => {
    expect((await resultOf(element)).result).toMatchObject({ type: 'any', optional: true });
  });

  it('that cannot be sent cost the method where they are required, and a word where they are not', async () => {
    const dataSet = (occurs: string) =>
      `<s:element ${occurs} name="rows"><s:complexType><s:sequence><s:element ref="s:schema"/><s:any/></s:sequence></s:complexType></s:element>`;
    expect((await ofSchema(put(dataSet('')))).skipped).toEqual([
      'Put: rows is a DataSet, which cannot be sent',
    ]);
    const optional = await ofSchema(put(dataSet('minOccurs="0"')));
    expect(optional.skipped).toEqual([]);
    expect(optional.notes).toEqual(['Put: rows is a DataSet, which cannot be sent: leave it out.']);
  });

  it('of one name in two namespaces keep apart', async () => {
    const other =
      '<s:schema elementFormDefault="qualified" targetNamespace="urn:other"><s:complexType name="User"><s:sequence>' +
      '<s:element name="mail" type="s:string"/><s:element name="since" type="s:date"/></s:sequence></s:complexType></s:schema>';
    const schema =
      put(
        '',
        '<s:element name="mine" type="tns:User"/><s:element xmlns:o="urn:other" name="theirs" type="o:User"/>',
      ) +
      user('<s:sequence><s:element name="id" type="s:int"/><s:element name="x" type="s:int"/></s:sequence>');
    const { file } = await importText(documentWsdl({ schema, schemas: other }));
    expect(file.types).toMatchObject({
      User: { members: { id: { type: 'int', namespace: 'urn:panel' } } },
      User_2: { members: { mail: { type: 'string', namespace: 'urn:other' } } },
    });
  });
});

describe('an answer', () => {
  it('without elements has no result', async () => {
    expect((await resultOf('')).result).toBeNull();
  });

  it('with an element of another name says so', async () => {
    expect(await resultOf('<s:element name="return" type="s:int"/>')).toMatchObject({
      result: 'int',
      wire: { resultElement: 'return' },
    });
  });

  it('with several elements is a struct of them', async () => {
    const answer =
      '<s:element name="PutResult" type="s:int"/><s:element minOccurs="0" name="total" type="s:int"/>';
    expect(await resultOf(answer)).toMatchObject({
      result: { type: 'struct', members: { PutResult: 'int', total: 'int?' } },
      wire: { resultElement: null },
    });
  });

  it('may be the result itself', async () => {
    const schema = '<s:element name="Put"/><s:element name="PutResponse" type="s:int"/>';
    expect((await ofSchema(schema)).file.methods.Put).toMatchObject({
      wire: { resultElement: null },
      params: {},
      result: 'int',
    });
    const value = '<s:element name="Put" type="s:int"/><s:element name="PutResponse" type="s:int"/>';
    expect((await ofSchema(value)).skipped).toEqual(['Put: its request is a value without a name']);
  });

  it('that its name takes for a secret may be nothing', async () => {
    expect((await resultOf('<s:element name="GetPasswordResult" type="s:string"/>')).result).toEqual({
      type: 'string',
      optional: true,
      secret: true,
    });
  });
});
