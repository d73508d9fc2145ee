import { describe, expect, it } from 'vitest';
import { importText } from './import-text.js';
import { documentWsdl, put } from './wsdl-of.js';

const SCHEMA = `${put(
  '<s:element name="userId" type="s:int"/><s:element minOccurs="0" name="user" type="tns:User"/>' +
    '<s:element minOccurs="0" name="rows"><s:complexType><s:sequence><s:element ref="s:schema"/><s:any/></s:sequence></s:complexType></s:element>',
  '<s:element name="PutResult" type="s:int"/>',
)}<s:complexType name="User"><s:sequence><s:element minOccurs="0" name="password" type="s:string"/>
  <s:element name="since" type="s:dateTime"/></s:sequence></s:complexType>
  <s:complexType name="Unused"><s:sequence><s:element name="a" type="s:int"/></s:sequence></s:complexType>`;

describe('a descriptor file', () => {
  it('is short, says what to review, and reads the same each time', async () => {
    const { text } = await importText(documentWsdl({ schema: SCHEMA }));
    expect(text).toBe(`# 1 methods (document) of panel.wsdl
# imported by hostgraph 1.2.3 on 2026-01-02. Review them before you mount this file:
#
#   effect   unknown is sent once, as a write that must not be repeated. Set read where nothing changes;
#            else idempotentWrite, write or money. destructive: true for what loses data.
#   secret   set where a name looks like a password or a key. Look for others.
#   owner    the parameter that leads to whoever a call concerns; without it, callers with a scope are refused.
#
# To know:
#   - Put: rows is a DataSet, which cannot be sent: leave it out.

descriptors: 1
protocol: document
source: panel.wsdl
service: Panel.asmx
namespace: urn:panel
types:
  User:
    type: struct
    members:
      password: { type: string, optional: true, secret: true }
      since: dateTime
methods:
  Put:
    group: Panel
    description: Puts it.
    effect: unknown
    # owner: { param: userId, type: Account }
    params:
      userId: int
      user: User?
      rows: { type: any, optional: true, description: "A DataSet: its tables by name, each a list of rows." }
    result: int
`);
    expect((await importText(documentWsdl({ schema: SCHEMA }))).text).toBe(text);
  });

  it.each([
    ['GetUsers', true],
    ['getUsers', true],
    ['get_users', true],
    ['IsActive', true],
    ['SearchZones', true],
    ['Getaway', false],
    ['Issue', false],
    ['Put', false],
  ])('suggests beside %s, and does not set, that it reads: %s', async (name, suggests) => {
    const wsdl = documentWsdl({ schema: put('') })
      .replaceAll('name="Put"', `name="${name}"`)
      .replaceAll('tns:Put"', `tns:${name}"`);
    const { text, file } = await importText(wsdl);
    expect(text.includes('effect: unknown # its name suggests: read')).toBe(suggests);
    expect(file.methods[name]?.effect).toBe('unknown');
  });

  it('holds what was asked for', async () => {
    const wsdl = documentWsdl({ schema: put('') });
    expect((await importText(wsdl, { only: ['Put'], service: 'Panel' })).methods).toBe(1);
    await expect(importText(wsdl, { only: ['Nothing'] })).rejects.toThrow('There is no operation Nothing.');
    await expect(importText(wsdl, { service: 'Other' })).rejects.toThrow(
      'There is no service Other; there are Panel.',
    );
  });

  it('names an address that is no address by a request to set one', async () => {
    const { file, notes } = await importText(
      documentWsdl({ schema: put(''), address: 'REPLACE_WITH_ACTUAL_URL' }),
    );
    expect(file.service).toBeUndefined();
    expect(notes).toEqual(['The WSDL states no usable address: set service before you mount this.']);
  });

  it('leaves bindings to SOAP 1.2 and to plain HTTP alone, and tells of them where there is no other', async () => {
    const wsdl = documentWsdl({ schema: put('') });
    const soap12 = wsdl.replaceAll(
      'http://schemas.xmlsoap.org/wsdl/soap/',
      'http://schemas.xmlsoap.org/wsdl/soap12/',
    );
    await expect(importText(soap12)).rejects.toThrow(
      'There is no operation that SOAP 1.1 over HTTP can call.',
    );
  });
});
