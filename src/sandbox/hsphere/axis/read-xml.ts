import sax, { type SaxParser, type SaxTag } from 'sax';
import { AxisFault, javaException, saxException } from './fault.js';
import { isTidyMarkup } from './markup.js';
import type { QualifiedName, XmlElement } from './xml-element.js';

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 20_000;
/** Characters of one start tag: `sax` compares each attribute with those before it. */
const MAX_TAG_LENGTH = 4_096;
const SLICE = 2_048;

const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads a whole document with `sax`, which shares nothing with the parser of the gateway.
 *
 * @throws {@link AxisFault} if it is not well formed, holds a DOCTYPE or a processing instruction (Axis has one
 *   message for both), is nested deeper than 64, holds more than 20,000 elements or a start tag of more than
 *   some 4,000 characters; the message quotes nothing of the document
 */
export function readXml(text: string): XmlElement {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  const builder = new TreeBuilder(parser);
  try {
    for (let offset = 0; offset < text.length; offset += SLICE) {
      parser.write(text.slice(offset, offset + SLICE));
      builder.checkTagLength();
    }
    parser.close();
  } catch (error) {
    if (error instanceof AxisFault) throw error;
    // `sax` throws of its own on names such as hasOwnProperty; whatever it cannot read is not well formed.
    throw notWellFormed(parser);
  }
  if (builder.root === undefined || !isTidyMarkup(text)) throw notWellFormed(parser);
  return builder.root;
}

/** Java prints this exception with semicolons, unlike all others. */
const notWellFormed = (parser: SaxParser): AxisFault =>
  javaException(
    `org.xml.sax.SAXParseException; lineNumber: ${parser.line + 1}; columnNumber: ${parser.column + 1}; ` +
      'The document is not well formed.',
  );

class TreeBuilder {
  root: XmlElement | undefined;
  private readonly open: OpenElement[] = [];
  private attributes = new Map<string, string>();
  private elements = 0;
  private insideTag = false;

  constructor(private readonly parser: SaxParser) {
    parser.onerror = () => this.refuse();
    parser.ontext = (text) => this.addText(text);
    parser.oncdata = (text) => this.addText(text);
    parser.ondoctype = () => this.refuseInstruction();
    parser.onprocessinginstruction = ({ name }) => {
      if (name.toLowerCase() !== 'xml') this.refuseInstruction();
    };
    parser.onopentagstart = () => {
      this.insideTag = true;
      this.attributes = new Map();
    };
    parser.onattribute = ({ name, local, uri, value }) => {
      const key = `${this.namespaceOf(uri)} ${local}`;
      const unbinds = name.startsWith('xmlns:') && value === '';
      if (this.attributes.has(key) || unbinds || hasTwoColons(name) || NOT_XML.test(value)) this.refuse();
      this.attributes.set(key, value);
    };
    parser.onopentag = (tag) => this.openElement(tag);
    parser.onclosetag = () => this.closeElement();
  }

  checkTagLength(): void {
    if (this.insideTag && this.parser.position - this.parser.startTagPosition > MAX_TAG_LENGTH) this.refuse();
  }

  private openElement(tag: SaxTag): void {
    this.insideTag = false;
    this.elements += 1;
    // `sax` goes on after the root element, and drops what follows a second colon.
    if ((this.open.length === 0 && this.root !== undefined) || hasTwoColons(tag.name)) this.refuse();
    if (this.elements > MAX_ELEMENTS || this.open.length >= MAX_DEPTH) {
      throw saxException('The document is larger than this server takes.');
    }
    const { attributes } = this;
    const element: OpenElement = {
      namespace: this.namespaceOf(tag.uri),
      local: tag.local,
      children: [],
      text: '',
      attribute: (namespace, local) => attributes.get(`${namespace} ${local}`),
      resolve: (name) => resolveName(name, tag.ns),
    };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  private closeElement(): void {
    const element = this.open.pop();
    if (element !== undefined && NOT_XML.test(element.text)) this.refuse();
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined) element.text += text;
  }

  /** `sax` looks prefixes up along the prototype chain, where `constructor` is a function. */
  private namespaceOf(uri: unknown): string {
    return typeof uri === 'string' ? uri : this.refuse();
  }

  private refuse(): never {
    throw notWellFormed(this.parser);
  }

  private refuseInstruction(): never {
    throw saxException('Processing instructions are not allowed within SOAP messages');
  }
}

const hasTwoColons = (name: string): boolean => name.indexOf(':') !== name.lastIndexOf(':');

function resolveName(name: string, prefixes: Readonly<Record<string, unknown>>): QualifiedName | undefined {
  const trimmed = name.trim();
  const colon = trimmed.indexOf(':');
  const namespace = colon === -1 ? (prefixes[''] ?? '') : prefixes[trimmed.slice(0, colon)];
  return typeof namespace === 'string' ? { namespace, local: trimmed.slice(colon + 1) } : undefined;
}
