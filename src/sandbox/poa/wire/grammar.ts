import { SaxesParser } from 'saxes';

/** Deeper than any documented call: an operation of a batch nests its parameters some 20 elements deep. */
const MAX_DEPTH = 100;

/** Which elements may stand in which, in XML-RPC without extensions: the server knows neither i8 nor nil. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  '': ['methodCall'],
  methodCall: ['methodName', 'params'],
  params: ['param'],
  param: ['value'],
  value: ['int', 'i4', 'boolean', 'string', 'double', 'dateTime.iso8601', 'base64', 'struct', 'array'],
  struct: ['member'],
  member: ['name', 'value'],
  array: ['data'],
  data: ['value'],
};

/** Elements whose children come once each and in this order; a `<methodCall>` may do without `<params>`. */
const SEQUENCES: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  methodCall: { least: 1, most: 2 },
  param: { least: 1, most: 1 },
  value: { least: 0, most: 1 },
  member: { least: 2, most: 2 },
  array: { least: 1, most: 1 },
};

interface Open {
  readonly name: string;
  readonly children: string[];
  hasText: boolean;
}

/**
 * Checks that `text` is well-formed XML and is built as a methodCall: the reader that comes after it takes
 * tag soup, and a sandbox that does so would hide what a client writes wrong.
 *
 * @throws Error that names what is wrong and where, never the content.
 * @see http://xmlrpc.com/spec.md, "Payload format"
 */
export function checkMethodCall(text: string): void {
  const parser = new SaxesParser();
  const open: Open[] = [{ name: '', children: [], hasText: false }];
  const refuse = (problem: string): never => {
    throw new Error(`${problem} (line ${parser.line})`);
  };
  const addText = (piece: string) => {
    const around = open.at(-1);
    if (around !== undefined && /\S/.test(piece)) around.hasText = true;
  };

  parser.on('error', (error) => refuse(error.message.replace(/^[\d:]+ /, '')));
  parser.on('doctype', () => refuse('a DOCTYPE is not accepted'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) refuse('the encoding is not UTF-8');
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name }) => {
    const around = open.at(-1);
    if (around !== undefined && !CHILDREN[around.name]?.includes(name)) {
      refuse(around.name === '' ? 'not a methodCall' : `unexpected element in <${around.name}>`);
    }
    around?.children.push(name);
    open.push({ name, children: [], hasText: false });
    if (open.length > MAX_DEPTH) refuse('nested too deeply');
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) checkContent(closed, refuse);
  });
  parser.write(text).close();
}

function checkContent(element: Open, refuse: (problem: string) => never): void {
  const { name, children, hasText } = element;
  const sequence = SEQUENCES[name];
  if (sequence !== undefined) {
    const { least, most } = sequence;
    if (children.length < least || children.length > most)
      refuse(`too few or too many elements in <${name}>`);
    if (most > 1 && children.some((child, place) => child !== CHILDREN[name]?.[place])) {
      refuse(`wrong order in <${name}>`);
    }
  }
  const mayHoldText = CHILDREN[name] === undefined || (name === 'value' && children.length === 0);
  if (hasText && !mayHoldText) refuse(`stray text in <${name}>`);
}
