import { describe, expect, it } from 'vitest';
import { importText } from './import-text.js';
import { rpcWsdl } from './wsdl-of.js';

const part = (name: string, type: string) => `<wsdl:part name="${name}" type="${type}"/>`;

async function methodOf(input: string, output = '', schema = '') {
  const { file, skipped, notes } = await importText(rpcWsdl([{ name: 'ask', input, output }], { schema }));
  return { ...file.methods.ask, types: file.types, skipped, notes };
}

const bean = (content: string, name = 'Bean') =>
  `<s:complexType name="${name}"><s:sequence>${content}</s:sequence></s:complexType>`;

const arrayOf = (type: string, name = 'ArrayOf') =>
  `<s:complexType name="${name}"><s:complexContent><s:restriction base="soapenc:Array">` +
  `<s:attribute ref="soapenc:arrayType" wsdl:arrayType="${type}"/></s:restriction></s:complexContent></s:complexType>`;

describe('a WSDL in RPC style with SOAP encoding', () => {
  it('names parameters in their order, and those optional that Java has null for', async () => {
    const input =
      part('in0', 's:long') +
      part('name', 's:string') +
      part('count', 'soapenc:int') +
      part('data', 's:base64Binary');
    const { params } = await methodOf(input);
    expect(params).toEqual({
      in0: 'int64',
      name: 'string?',
      count: { type: 'int', optional: true, wireType: 'soapenc:int' },
      data: 'bytes?',
    });
    expect(Object.keys(params ?? {})).toEqual(['in0', 'name', 'count', 'data']);
  });

  it.each([
    ['s:short', { type: 'int', min: -32768, max: 32767, wireType: 'xsd:short' }],
    ['s:float', { type: 'double', wireType: 'xsd:float' }],
    ['s:decimal', { type: 'decimal', wireType: 'xsd:decimal' }],
    ['s:int', 'int'],
    ['soapenc:string', { type: 'string', optional: true, wireType: 'soapenc:string' }],
    ['soapenc:Array', { type: 'array', optional: true, of: 'any', item: 'item' }],
  ])('keeps the exact type of a %s', async (type, shape) => {
    expect((await methodOf(part('a', type))).params).toEqual({ a: shape });
  });

  it('has beans by the names and the namespaces of their types', async () => {
    const schema = bean(
      '<s:element name="id" type="s:int"/><s:element name="note" nillable="true" type="s:string"/>',
    );
    const { params, types } = await methodOf(part('b', 'tns:Bean'), '', schema);
    expect(params).toEqual({ b: 'Bean?' });
    expect(types).toEqual({
      Bean: {
        type: 'struct',
        typeName: 'Bean',
        typeNamespace: 'urn:panel',
        members: { id: 'int', note: 'string?' },
      },
    });
  });

  it('has arrays, in each other and of beans, whose members may be nil', async () => {
    const schema =
      bean('<s:element name="id" type="s:int"/>') +
      arrayOf('s:string[][]', 'Texts') +
      arrayOf('tns:Bean[]', 'Beans');
    const { params, result } = await methodOf(part('a', 'tns:Texts'), part('r', 'tns:Beans'), schema);
    expect(params).toEqual({
      a: { type: 'array', optional: true, of: { type: 'array', of: 'string?', item: 'item' }, item: 'item' },
    });
    expect(result).toEqual({ type: 'array', optional: true, of: 'Bean?', item: 'item' });
  });

  it('lets be left out what cannot be sent in a bean that can', async () => {
    const schema =
      bean('<s:element name="id" type="s:int"/><s:element name="kind" type="tns:Kind"/>') +
      arrayOf('tns:Bean[]', 'Beans') +
      '<s:simpleType name="Kind"><s:restriction base="s:string"><s:enumeration value="A"/></s:restriction></s:simpleType>';
    const { types, notes } = await methodOf(part('b', 'tns:Beans'), part('r', 'tns:Bean'), schema);
    expect(notes).toEqual(['ask: b.kind is an enumeration, which cannot be sent: leave it out.']);
    expect(types?.Bean).toMatchObject({ members: { id: 'int', kind: 'Kind?' } });
  });

  it('reads maps, and cannot send them', async () => {
    const read = await methodOf('', part('r', 'apache:Map'));
    expect(read.result).toMatchObject({ type: 'array', of: { members: { key: 'any', value: 'any' } } });
    const { skipped, notes } = await methodOf(part('m', 'apache:Map'));
    expect(skipped).toEqual([]);
    expect(notes).toEqual(["ask: m is a Map of Apache's, which cannot be sent: leave it out."]);
  });

  it('answers several values as one struct, and leaves out what is of a type that is defined nowhere', async () => {
    const several = await importText(
      rpcWsdl([{ name: 'ask', input: '', output: part('a', 's:int') + part('b', 's:int') }]),
    );
    expect(several.file.methods.ask).toMatchObject({
      wire: { resultElement: null },
      result: { type: 'struct', members: { a: 'int', b: 'int' } },
    });
    const undefinedType = await importText(rpcWsdl([{ name: 'ask', input: part('a', 'tns:Missing') }]));
    expect(undefinedType.skipped).toEqual(['ask: its type Missing is defined nowhere']);
  });

  it('tells operations of one name apart by how many parameters they have', async () => {
    const { file, skipped } = await importText(
      rpcWsdl([
        { name: 'find', input: part('a', 's:int') + part('b', 's:int') },
        { name: 'find', input: part('a', 's:int') },
        { name: 'find', input: part('a', 's:string') },
      ]),
    );
    expect(skipped).toEqual([]);
    expect(
      Object.entries(file.methods).map(([name, { params, wire }]) => [name, Object.keys(params ?? {}), wire]),
    ).toEqual([
      ['find_2', ['a', 'b'], { name: 'find' }],
      ['find', ['a'], undefined],
      ['find_1', ['a'], { name: 'find' }],
    ]);
  });

  it('takes the namespace of the call from the binding, and the path from the address', async () => {
    const { file } = await importText(rpcWsdl([{ name: 'ask', input: '' }]));
    expect(file).toMatchObject({ protocol: 'encoded', namespace: 'urn:call', service: 'Panel' });
  });
});

describe('a WSDL in RPC style with literal use', () => {
  it('is a document whose parts are in no namespace', async () => {
    const { file } = await importText(
      rpcWsdl([{ name: 'ask', input: part('a', 's:int'), output: part('out', 's:int') }], {}, 'literal'),
    );
    expect(file).toMatchObject({
      protocol: 'document',
      namespace: 'urn:call',
      methods: {
        ask: {
          wire: { action: '', resultElement: 'out' },
          params: { a: { type: 'int', namespace: '' } },
          result: { type: 'int', namespace: '' },
        },
      },
    });
  });
});
