import { describe, expect, it } from 'vitest';
import { importFiles, importText } from './import-text.js';
import { documentWsdl, put } from './wsdl-of.js';

const answer = '<s:element minOccurs="0" name="PutResult" type="tns:T0"/>';
const type = (name: string, content: string) =>
  `<s:complexType name="${name}"><s:sequence>${content}</s:sequence></s:complexType>`;

describe('a hostile document', () => {
  it.each([
    ['with a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${documentWsdl({ schema: put('') })}`],
    ['that breaks off', documentWsdl({ schema: put('') }).slice(0, 900)],
    ['of nothing but brackets', '<'.repeat(80_000)],
    ['nested without end', '<a>'.repeat(100_000)],
    ['that is a page', '<html><body>Sign in</body></html>'],
    ['that is empty', ''],
  ])('is refused in a sentence that quotes nothing of it: %s', async (_case, text) => {
    await expect(importText(text.replace('<?xml version="1.0"?>', ''))).rejects.toThrow(
      /^panel\.wsdl (?:cannot be read: [a-z: -]+(?: \(at offset \d+\))?|is neither a WSDL nor a schema)\.$/i,
    );
  });

  it('of WSDL 2.0 is named as that', async () => {
    const text = '<description xmlns="http://www.w3.org/ns/wsdl"/>';
    await expect(importText(text)).rejects.toThrow('panel.wsdl is WSDL 2.0; only WSDL 1.1 can be imported.');
  });

  it('whose types are chained without end costs its method', async () => {
    const chain = Array.from({ length: 5_000 }, (_, index) =>
      type(
        `T${index}`,
        `<s:element minOccurs="0" name="a" type="tns:T${index + 1}"/><s:element name="b" type="s:int"/>`,
      ),
    );
    const { skipped } = await importText(documentWsdl({ schema: put('', answer) + chain.join('') }));
    expect(skipped).toEqual(['Put: its types are nested too deeply']);
  });

  it('whose types unfold to millions costs its method', async () => {
    const doubling = Array.from({ length: 30 }, (_, index) =>
      type(
        `T${index}`,
        `<s:element name="a" type="tns:T${index + 1}"/><s:element name="b" type="tns:T${index + 1}"/>`,
      ),
    );
    const last = type('T30', '<s:element name="a" type="s:int"/><s:element name="b" type="s:int"/>');
    const { skipped, methods } = await importText(
      documentWsdl({ schema: put('', answer) + doubling.join('') + last }),
    );
    expect(skipped).toEqual(['Put: methods.Put has more than 20000 members']);
    expect(methods).toBe(0);
  });

  it('whose elements without types unfold to millions is refused', async () => {
    const doubling = Array.from(
      { length: 30 },
      (_, index) =>
        `<s:element name="e${index}"><s:complexType><s:sequence><s:element name="x"><s:complexType><s:sequence>` +
        `<s:element ref="tns:e${index + 1}"/></s:sequence></s:complexType></s:element><s:element ref="tns:e${index + 1}"/>` +
        '</s:sequence></s:complexType></s:element>',
    );
    const schema = `${put('', '<s:element ref="tns:e0"/>')}${doubling.join('')}<s:element name="e30" type="s:int"/>`;
    await expect(importText(documentWsdl({ schema }))).rejects.toThrow('The types of the WSDL are too many.');
  });

  it.each([
    [
      'extends itself',
      '<s:complexType name="T0"><s:complexContent><s:extension base="tns:T0"/></s:complexContent></s:complexType>',
    ],
    ['restricts itself', '<s:simpleType name="T0"><s:restriction base="tns:T0"/></s:simpleType>'],
    [
      'is a group of itself',
      `${type('T0', '<s:group ref="tns:g"/>')}<s:group name="g"><s:sequence><s:group ref="tns:g"/></s:sequence></s:group>`,
    ],
  ])('with a type that %s comes to an end', async (_case, types) => {
    const { methods, skipped } = await importText(documentWsdl({ schema: put('', answer) + types }));
    expect(methods + skipped.length).toBe(1);
  });

  it('that has a document for each document is cut off', async () => {
    const next = (index: number) =>
      `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:include schemaLocation="${index + 1}.xsd"/></s:schema>`;
    const chain = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`${index}.xsd`, next(index)]),
    );
    const wsdl = documentWsdl({ schema: '<s:include schemaLocation="0.xsd"/>' });
    await expect(importFiles({ 'panel.wsdl': wsdl, ...chain })).rejects.toThrow(
      'There are more than 64 documents.',
    );
  });

  it('cannot have members that are more than names', async () => {
    const request = '<s:element name="__proto__" type="s:int"/><s:element name="constructor" type="s:int"/>';
    const { file } = await importText(documentWsdl({ schema: put(request) }));
    expect(Object.keys(file.methods.Put?.params ?? {})).toEqual(['__proto__', 'constructor']);
  });

  it('cannot write lines of the file by what it says for people', async () => {
    const wsdl = documentWsdl({ schema: put('') }).replace(
      ' Puts\n it. ',
      'x\nmethods:\n  Evil: {} # \u001b[31m " \' : - !!js/function',
    );
    const { file, text } = await importText(wsdl);
    expect(Object.keys(file.methods)).toEqual(['Put']);
    expect(file.methods.Put?.description).toBe('x methods: Evil: {} # \ufffd[31m " \' : - !!js/function');
    expect(text).not.toContain('\u001b');
  });
});
