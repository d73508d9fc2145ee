import type { Members, Shape, StructShape } from '../../src/operation/shape.js';
import type { XmlElement } from '../../src/sandbox/hsphere/axis/xml-element.js';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

/**
 * Reads the parameters of a document/literal call by the rules of XML Schema: elements of one namespace by their
 * names, texts by the lexical forms of their types. Shares nothing with the codec but the shape.
 */
export class DocumentReader {
  constructor(private readonly namespace: string) {}

  read(shape: Shape, element: XmlElement): unknown {
    if (element.namespace !== this.namespace) throw new Error(`${element.local} is in ${element.namespace}`);
    if (shape.kind === 'struct') return this.readMembers(shape, element);
    if (shape.kind === 'array') {
      return element.children.map((child) => {
        if (child.local !== shape.itemName) throw new Error(`${child.local} among ${shape.itemName}`);
        return this.read(shape.of, child);
      });
    }
    if (element.children.length > 0) throw new Error(`elements in ${element.local}`);
    return readText(shape, element.text);
  }

  private readMembers({ members }: StructShape, element: XmlElement): Record<string, unknown> {
    if (element.text.trim() !== '') throw new Error(`text in ${element.local}`);
    return Object.fromEntries(
      element.children.map((child) => {
        const member = (members as Members)[child.local];
        if (member === undefined) throw new Error(`an unknown ${child.local}`);
        return [child.local, this.read(member, child)];
      }),
    );
  }
}

function readText({ kind }: Shape, text: string): unknown {
  switch (kind) {
    case 'int':
      return Number(matched(text, /^-?(?:0|[1-9]\d*)$/));
    case 'int64':
      return BigInt(matched(text, /^-?(?:0|[1-9]\d*)$/));
    case 'boolean':
      return matched(text, /^(?:true|false)$/) === 'true';
    case 'decimal':
      return matched(text, /^-?\d+(?:\.\d+)?$/);
    case 'dateTime':
      return matched(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/);
    case 'string':
      return text;
    default:
      throw new Error(`documents have no ${kind}`);
  }
}

function matched(text: string, form: RegExp): string {
  if (!form.test(text)) throw new Error(`no value of its type: ${text}`);
  return text;
}

/** An answer as ASP.NET writes it; `null` leaves out the result element. */
export function writeDocument(namespace: string, method: string, shape: Shape, answer: unknown): string {
  const result = answer === null ? '' : writeElement(`${method}Result`, shape, answer);
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${SOAP}"><soap:Body>` +
    `<${method}Response xmlns="${namespace}">${result}</${method}Response></soap:Body></soap:Envelope>`
  );
}

function writeElement(name: string, shape: Shape, value: unknown): string {
  if (shape.kind === 'struct' && shape.dataSet === true) {
    return `<${name}>${writeDataSet(shape, value as Tables)}</${name}>`;
  }
  const content = writeContent(shape, value);
  return content === '' ? `<${name} />` : `<${name}>${content}</${name}>`;
}

function writeContent(shape: Shape, value: unknown): string {
  if (shape.kind === 'array') {
    const { itemName = '' } = shape;
    return (value as readonly unknown[]).map((item) => writeElement(itemName, shape.of, item)).join('');
  }
  if (shape.kind === 'struct') {
    return Object.entries(value as Readonly<Record<string, unknown>>)
      .map(([name, member]) => writeElement(name, (shape.members as Members)[name] as Shape, member))
      .join('');
  }
  return escaped(String(value));
}

type Tables = Readonly<Record<string, readonly unknown[] | undefined>>;

/** A schema, which says nothing that the shape does not, and a diffgram, which is empty without rows. */
function writeDataSet({ members }: StructShape, tables: Tables): string {
  const rows = Object.entries(tables).flatMap(([name, table = []]) => {
    const { of } = (members as Readonly<Record<string, { of: Shape }>>)[name] as { of: Shape };
    return table.map((row, index) => {
      const content = writeContent(of, row);
      return `<${name} diffgr:id="${name}${index + 1}" msdata:rowOrder="${index}">${content}</${name}>`;
    });
  });
  const content = rows.length === 0 ? '' : `<NewDataSet xmlns="">${rows.join('')}</NewDataSet>`;
  return (
    '<xs:schema id="NewDataSet" xmlns="" xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="NewDataSet"/>' +
    '</xs:schema><diffgr:diffgram xmlns:msdata="urn:schemas-microsoft-com:xml-msdata" ' +
    `xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1">${content}</diffgr:diffgram>`
  );
}

/** Carriage returns would be read as line feeds. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');
