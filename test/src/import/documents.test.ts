import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { importAddress, importFiles, importText, OPTIONS } from './import-text.js';
import { documentWsdl, put } from './wsdl-of.js';

const schema = (content: string, attributes = 'targetNamespace="urn:panel" elementFormDefault="qualified"') =>
  `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:panel" ${attributes}>${content}</s:schema>`;
const STATE =
  '<s:simpleType name="State"><s:restriction base="s:string"><s:enumeration value="On"/></s:restriction></s:simpleType>';
const USES_STATE = put('<s:element name="state" type="tns:State"/>');

describe('a WSDL in several documents', () => {
  it('is read with what it includes, relative to where it lies', async () => {
    const wsdl = documentWsdl({ schema: `<s:include schemaLocation="types.xsd"/>${USES_STATE}` });
    const { file } = await importFiles({ 'panel.wsdl': wsdl, 'types.xsd': schema(STATE) });
    expect(file.types).toEqual({ State: { type: 'string', values: ['On'] } });
  });

  it('lends its namespace to an included schema that has none', async () => {
    const wsdl = documentWsdl({ schema: `<s:include schemaLocation="types.xsd"/>${USES_STATE}` });
    const nameless =
      '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema">' +
      `<s:complexType name="Box"><s:sequence><s:element name="state" type="State"/></s:sequence></s:complexType>${STATE}</s:schema>`;
    const { file } = await importFiles({ 'panel.wsdl': wsdl, 'types.xsd': nameless });
    expect(file.methods.Put?.params).toEqual({ state: 'State' });
  });

  it('may leave its schema to another WSDL, and documents may import each other', async () => {
    const wsdl = documentWsdl({ imports: '<wsdl:import namespace="urn:panel" location="inner.wsdl"/>' });
    const inner = documentWsdl({
      imports: '<wsdl:import namespace="urn:panel" location="panel.wsdl"/>',
      schema: `<s:include schemaLocation="types.xsd"/>${USES_STATE}`,
    });
    const types = schema(`<s:include schemaLocation="types.xsd"/>${STATE}`);
    const { file } = await importFiles({ 'panel.wsdl': wsdl, 'inner.wsdl': inner, 'types.xsd': types });
    expect(file.methods.Put?.params).toEqual({ state: 'State' });
  });

  it('puts elements into the namespaces that their schemas say', async () => {
    const unqualified = await importText(
      documentWsdl({
        form: '',
        schema: put('<s:element name="a" type="s:int"/>', '<s:element name="b" type="s:int"/>'),
      }),
    );
    expect(unqualified.file.methods.Put).toMatchObject({
      params: { a: { type: 'int', namespace: '' } },
      result: { type: 'int', namespace: '' },
    });
  });

  it('is missed where it cannot be found', async () => {
    const wsdl = documentWsdl({ schema: `<s:include schemaLocation="types.xsd"/>${USES_STATE}` });
    await expect(importText(wsdl)).rejects.toThrow('types.xsd cannot be had (ENOENT).');
  });
});

describe('documents on other hosts', () => {
  const servers: Server[] = [];
  const asked: Array<{ readonly path: string | undefined; readonly authorization: string | undefined }> = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    asked.length = 0;
  });

  async function serve(pages: Readonly<Record<string, string>>): Promise<string> {
    const server = createServer(({ url = '', headers }, response) => {
      asked.push({ path: url, authorization: headers.authorization });
      const page = pages[url];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/xml' }).end(page);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const login = { user: 'admin', password: 's3cret-pw' };

  it('are passed over and told, unless they are allowed, and never get the login', async () => {
    const other = await serve({ '/types.xsd': schema(STATE) });
    const wsdl = documentWsdl({
      schema: `<s:include schemaLocation="${other}/types.xsd"/>${USES_STATE}`,
    });
    const home = await serve({ '/Panel.asmx?WSDL': wsdl });
    const refused = await importAddress(`${home}/Panel.asmx?WSDL`, { login });
    const { host } = new URL(other);
    expect(refused.notes).toEqual([
      `An import from ${host} is passed over; --allow-host ${host} has it fetched.`,
    ]);
    expect(refused.skipped).toEqual(['Put: its type State is defined nowhere']);
    const allowed = await importAddress(`${home}/Panel.asmx?WSDL`, { login, allowedHosts: [host] });
    expect(allowed.methods).toBe(1);
    const credentials = `Basic ${Buffer.from('admin:s3cret-pw').toString('base64')}`;
    expect(asked.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/Panel.asmx?WSDL', credentials],
      ['/Panel.asmx?WSDL', credentials],
      ['/types.xsd', undefined],
    ]);
    expect(allowed.text).not.toContain('s3cret-pw');
  });

  it('cannot have files of this machine read', async () => {
    const wsdl = documentWsdl({ schema: `<s:include schemaLocation="file:///etc/hostname"/>${USES_STATE}` });
    const home = await serve({ '/Panel.asmx?WSDL': wsdl });
    const { notes } = await importAddress(`${home}/Panel.asmx?WSDL`);
    expect(notes).toEqual([
      'An import of a file is passed over: files are read for a WSDL that is a file only.',
    ]);
  });

  it('are not asked by the second reader either, whatever an element is called', async () => {
    const other = await serve({ '/types.xsd': schema(STATE) });
    const trap = `<x:import xmlns:x="urn:x" schemaLocation="${other}/types.xsd"/>`;
    const { methods } = await importText(documentWsdl({ schema: trap + put('') }));
    expect(methods).toBe(1);
    expect(asked).toEqual([]);
  });

  it('are described by a sentence when they do not answer as they should', async () => {
    const home = await serve({ '/huge?wsdl': 'x'.repeat(3_000_000) });
    await expect(importAddress(`${home}/none?wsdl`)).rejects.toThrow(
      `${home}/none?wsdl answered with HTTP 404.`,
    );
    await expect(importAddress(`${home}/huge?wsdl`)).rejects.toThrow('is too large');
    await expect(importAddress('http://127.0.0.1:1/x?wsdl')).rejects.toThrow('cannot be had (ECONNREFUSED).');
    await expect(importAddress(`${home.replace('//', '//user:pw@')}/x?wsdl`)).rejects.toThrow(
      'The address holds a login. Give it by --user and --password-env.',
    );
    await expect(importAddress('ftp://panel.example/x')).rejects.toThrow('must be http:, https: or a file');
    await expect(importAddress('/no/such/file')).rejects.toThrow('There is no file /no/such/file.');
  });

  it('have a time in which all of them have to come', async () => {
    const server = createServer(() => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x?wsdl`;
    await expect(importAddress(url, { ...OPTIONS, timeoutMs: 50 })).rejects.toThrow(
      'did not answer within 50 ms',
    );
  });

  it('are named without what their queries may hold', async () => {
    const home = await serve({ '/Panel.asmx?wsdl&key=k3y': documentWsdl({ schema: put('') }) });
    const { text, file } = await importAddress(`${home}/Panel.asmx?wsdl&key=k3y`);
    expect(file.source).toBe(`${home}/Panel.asmx`);
    expect(text).not.toContain('k3y');
  });
});
