import { describe, expect, it } from 'vitest';
import { createEnvelopeReader } from '../../../../src/wire/soap/envelope.js';
import { SOAP_11, SOAP_12 } from '../../../../src/wire/soap/namespaces.js';
import { WireError } from '../../../../src/wire/wire-error.js';

/** What the body's handlers are told, a line a call. */
function read(document: string, piece = document.length): string[] {
  const told: string[] = [];
  const reader = createEnvelopeReader({
    open: ({ local, uri }) => told.push(`<${uri}|${local}>`),
    text: (text) => told.push(text),
    close: ({ local }) => told.push(`</${local}>`),
  });
  for (let start = 0; start < document.length; start += piece)
    reader.write(document.slice(start, start + piece));
  reader.end();
  return told;
}

const envelope = (content: string, namespace = SOAP_11): string =>
  `<s:Envelope xmlns:s="${namespace}">${content}</s:Envelope>`;

describe('the reader of envelopes', () => {
  it('hands over what stands in the body, and nothing of the header', () => {
    const document = envelope(
      '<s:Header><Action mustUnderstand="1">no</Action></s:Header> <s:Body><a xmlns="urn:x">1<b/></a></s:Body>',
    );
    expect(read(document)).toEqual(['<urn:x|a>', '1', '<urn:x|b>', '</b>', '</a>']);
  });

  it('hands over several children, as independent elements of encoded answers are', () => {
    expect(read(envelope('<s:Body><a/><b>2</b></s:Body>'))).toEqual(['<|a>', '</a>', '<|b>', '2', '</b>']);
  });

  it('says nothing of an empty body, nor of what stands beside it', () => {
    expect(read(envelope('<s:Body>\n</s:Body><trailer><x>1</x></trailer>'))).toEqual([]);
  });

  it('takes any prefix, the default namespace, and the envelope of SOAP 1.2', () => {
    expect(read(`<Envelope xmlns="${SOAP_11}"><Body><a xmlns=""/></Body></Envelope>`)).toEqual([
      '<|a>',
      '</a>',
    ]);
    expect(read(envelope('<s:Body><a/></s:Body>', SOAP_12))).toEqual(['<|a>', '</a>']);
  });

  it('does not take a fault inside an answer, or of another namespace, for a fault', () => {
    const document = envelope('<s:Body><a><s:Fault/></a><Fault/></s:Body>');
    expect(read(document)).toEqual([
      '<|a>',
      `<${SOAP_11}|Fault>`,
      '</Fault>',
      '</a>',
      '<|Fault>',
      '</Fault>',
    ]);
  });

  it('reads the same in pieces of one character', () => {
    const document = envelope('<s:Header/><s:Body><a>text</a></s:Body>');
    expect(read(document, 1).join('')).toBe(read(document).join(''));
  });

  it.each([
    ['a page', '<html><body>down</body></html>'],
    ['a page that is no XML', '<!DOCTYPE html><p>down<br>'],
    ['no text', ''],
    ['plain text', '401 Access Denied'],
    ['an envelope of no namespace', '<Envelope><Body/></Envelope>'],
    ['an envelope of a version that is not there', envelope('<s:Body/>', 'http://example.org/soap/')],
    ['an envelope without a body', envelope('<s:Header/>')],
    ['a body of another namespace', envelope('<Body><a/></Body>')],
    ['two bodies', envelope('<s:Body/><s:Body/>')],
    ['an envelope that breaks off', envelope('<s:Body><a/></s:Body>').slice(0, -4)],
    ['an entity of its own', `<!DOCTYPE s [<!ENTITY x "y">]>${envelope('<s:Body>&x;</s:Body>')}`],
  ])('refuses %s', (_case, document) => {
    expect(() => read(document)).toThrow(WireError);
  });
});
