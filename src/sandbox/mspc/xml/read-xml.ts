import { SaxesParser } from 'saxes';
import type { XmlElement } from './xml-element.js';

/** What keeps a hostile request from costing more than its bytes; real requests stay far below. */
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 50_000;
const MAX_ATTRIBUTES = 64;

/** The request is no XML that the server takes; `message` is made for the client's eyes. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads a whole document into elements. Comments and processing instructions are dropped.
 *
 * @throws {@link UnreadableXml} if it is not well formed, has a DOCTYPE (as ASP.NET refuses them), or is nested
 *   deeper than 64, holds more than 50,000 elements or more than 64 attributes on one
 */
export function readXml(text: string): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let attributes = 0;

  const parser = new SaxesParser({ xmlns: true });
  const refuse = (message: string): never => {
    throw new UnreadableXml(`${message} Line ${parser.line}, position ${parser.column + 1}.`);
  };
  parser.on('error', () => refuse('The document is not well formed.'));
  parser.on('doctype', () => refuse('For security reasons DTD is prohibited in this XML document.'));
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) refuse('Too many attributes.');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > MAX_ELEMENTS) refuse('Too many elements.');
    if (open.length >= MAX_DEPTH) refuse('Nested too deeply.');
    const element: OpenElement = {
      local: tag.local,
      namespace: tag.uri,
      attributes: Object.values(tag.attributes).map(({ local, uri, value }) => ({
        local,
        namespace: uri,
        value,
      })),
      children: [],
      text: '',
      line: parser.line,
      column: parser.column + 1,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (data: string) => {
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.text += data;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (root === undefined) throw new UnreadableXml('Root element is missing.');
  return root;
}
