import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEnvelopeReader } from '../../../../src/wire/soap/envelope.js';
import { SoapFault } from '../../../../src/wire/soap/fault.js';
import { SOAP_11, SOAP_12 } from '../../../../src/wire/soap/namespaces.js';

const ignore = { open() {}, text() {}, close() {} };

function faultOf(document: string): SoapFault {
  const reader = createEnvelopeReader(ignore);
  reader.write(document);
  try {
    reader.end();
  } catch (error) {
    if (error instanceof SoapFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

const fault = (content: string, prefix = 'soap'): SoapFault =>
  faultOf(
    `<${prefix}:Envelope xmlns:${prefix}="${SOAP_11}"><${prefix}:Body><${prefix}:Fault>${content}` +
      `</${prefix}:Fault></${prefix}:Body></${prefix}:Envelope>`,
  );

const recorded = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/asmx/${name}.xml`, import.meta.url), 'utf8');

describe('a SOAP fault', () => {
  it('has a code with its namespace, and a text', () => {
    const found = fault('<faultcode>soap:Client</faultcode><faultstring>bad &lt;input&gt;</faultstring>');
    expect(found.faultCode).toEqual({ local: 'Client', namespace: SOAP_11 });
    expect(found.faultString).toBe('bad <input>');
    expect(found.detail).toEqual([]);
  });

  it.each(['soapenv', 'SOAP-ENV', 'S'])('is read under the prefix %s', (prefix) => {
    const found = fault(`<faultcode>${prefix}:Server.userException</faultcode>`, prefix);
    expect(found.faultCode).toEqual({ local: 'Server.userException', namespace: SOAP_11 });
  });

  it('resolves the prefix of its code where the code declares it', () => {
    expect(fault('<faultcode xmlns:a="urn:a">a:Missing</faultcode>').faultCode).toEqual({
      local: 'Missing',
      namespace: 'urn:a',
    });
  });

  it('keeps a code whose prefix nobody declared, without a namespace', () => {
    expect(fault('<faultcode>ns9:Missing</faultcode>').faultCode).toEqual({
      local: 'Missing',
      namespace: null,
    });
    expect(fault('<faultcode>Missing</faultcode>').faultCode).toEqual({ local: 'Missing', namespace: null });
  });

  it('is read with its members qualified, in another order, and with unknown ones', () => {
    const found = fault(
      '<soap:faultactor>x</soap:faultactor><soap:faultstring>text</soap:faultstring><other><faultcode>no</faultcode></other>' +
        '<soap:faultcode> soap:Server </soap:faultcode>',
    );
    expect(found.faultString).toBe('text');
    expect(found.faultCode?.local).toBe('Server');
  });

  it('tells the elements of its detail with their text', () => {
    const found = fault(
      '<faultcode>soap:Server</faultcode><detail> <x:name xmlns:x="urn:x">A</x:name><trace>b<c>c</c>d</trace>' +
        '<faultcode>inner</faultcode></detail><faultstring/>',
    );
    expect(found.detail).toEqual([
      { local: 'name', namespace: 'urn:x', text: 'A' },
      { local: 'trace', namespace: '', text: 'bcd' },
      { local: 'faultcode', namespace: '', text: 'inner' },
    ]);
    expect(found.faultCode?.local).toBe('Server');
    expect(found.faultString).toBe('');
  });

  it('may be empty', () => {
    expect(fault('')).toMatchObject({ faultCode: null, faultString: null, detail: [] });
  });

  it('is read in the form of SOAP 1.2, subcode aside', () => {
    const found = faultOf(
      `<e:Envelope xmlns:e="${SOAP_12}"><e:Body><e:Fault><e:Code><e:Value>e:Sender</e:Value>` +
        '<e:Subcode><e:Value>e:Other</e:Value></e:Subcode></e:Code><e:Reason><e:Text xml:lang="en">no</e:Text>' +
        '<e:Text xml:lang="de">nein</e:Text></e:Reason><e:Detail><x>1</x></e:Detail></e:Fault></e:Body></e:Envelope>',
    );
    expect(found.faultCode).toEqual({ local: 'Sender', namespace: SOAP_12 });
    expect(found.faultString).toBe('no');
    expect(found.detail).toEqual([{ local: 'x', namespace: '', text: '1' }]);
  });

  it('says nothing of its texts in its message', () => {
    const found = fault('<faultcode>soap:hunter2</faultcode><faultstring>password hunter2</faultstring>');
    expect(String(found)).toBe('SoapFault: SOAP fault');
    expect(found.stack).not.toContain('hunter2');
  });

  it.each([
    ['fault.server', 'Server', SOAP_11],
    ['fault.enum-number', 'Client', SOAP_11],
    ['fault.unknown-action', 'Client', SOAP_11],
    ['fault.soap12', 'Sender', SOAP_12],
  ])('is read as ASP.NET writes it: %s', (name, local, namespace) => {
    const found = faultOf(recorded(name));
    expect(found.faultCode).toEqual({ local, namespace });
    expect(found.faultString).toMatch(/\S/);
  });
});
