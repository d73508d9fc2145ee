import { SaxesParser } from 'saxes';
import type { TappedExchange } from '../support/tapped-panel.js';

/** What a request says, whichever protocol it is of. */
export interface ReadRequest {
  /** Names of elements, attributes or fields. */
  readonly names: readonly string[];
  /** Texts of elements, values of attributes or fields. */
  readonly texts: readonly string[];
}

/**
 * Reads a request as it went over the wire, by parsers that the gateway has no part in.
 *
 * @throws Error on one that is not UTF-8, or not well-formed
 */
export function readRequest({ sent, headers }: TappedExchange): ReadRequest {
  const body = new TextDecoder('utf-8', { fatal: true }).decode(sent);
  if (!(headers['content-type'] ?? '').includes('urlencoded')) return readXml(body);
  const fields = [...new URLSearchParams(body)];
  return { names: fields.map(([name]) => name), texts: fields.map(([, value]) => value) };
}

function readXml(body: string): ReadRequest {
  const names: string[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type declaration');
  });
  for (const event of ['comment', 'processinginstruction'] as const) {
    parser.on(event, () => {
      throw new Error(`a ${event}`);
    });
  }
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name, ...Object.keys(attributes));
    texts.push(...Object.values(attributes).map(({ value }) => value));
    open.push('');
  });
  const collect = (piece: string) => {
    const text = open.pop();
    if (text !== undefined) open.push(text + piece);
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('closetag', () => {
    texts.push(open.pop() ?? '');
  });
  parser.write(body).close();
  return { names, texts };
}
