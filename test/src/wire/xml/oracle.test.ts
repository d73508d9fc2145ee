import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { WireError } from '../../../../src/wire/wire-error.js';
import { createNamespaceReader, createXmlReader } from '../../../../src/wire/xml/reader.js';
import { cutAtRandom } from './chunks.js';
import { recordOf } from './events.js';

/** What was told, runs of text joined; `null` for a document that was refused. */
type Told = readonly string[] | null;

const joining = () => {
  const told: string[] = [];
  return {
    told,
    tell: (event: string) => told.push(event),
    text(piece: string) {
      const last = told.at(-1);
      if (last?.startsWith('text ')) told[told.length - 1] = last + piece;
      else if (piece !== '') told.push(`text ${piece}`);
    },
  };
};

/** The reader under test. */
function ours(chunks: readonly string[], xmlns: boolean): Told {
  const { told, tell, text } = joining();
  const attributesOf = (attributes: Readonly<Record<string, string | { uri: string; value: string }>>) =>
    Object.entries(attributes).map(([name, value]) =>
      typeof value === 'string' ? `${name}=${value}` : `${name} in ${value.uri}=${value.value}`,
    );
  const reader = xmlns
    ? createNamespaceReader({
        open: ({ name, uri, local, attributes }) =>
          tell(`open ${name} ${local} ${uri} ${attributesOf(attributes).join(';')}`),
        text,
        close: ({ name }) => tell(`close ${name}`),
      })
    : createXmlReader({
        open: (name, attributes) => tell(`open ${name} ${attributesOf(recordOf(attributes)).join(';')}`),
        text,
        close: (name) => tell(`close ${name}`),
      });
  try {
    for (const chunk of chunks) reader.write(chunk);
    reader.end();
    return told;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return null;
  }
}

/** A parser that others wrote and keep, as strict as it can be. */
function theirs(xml: string, xmlns: boolean): Told {
  const { told, tell, text } = joining();
  const parser = new SaxesParser({ xmlns, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let depth = 0;
  let refused = false;
  parser.on('error', () => {
    refused = true;
  });
  parser.on('doctype', () => {
    refused = true;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    const attributes = Object.entries(
      tag.attributes as Record<string, string | { uri: string; value: string }>,
    )
      .map(([name, value]) =>
        typeof value === 'string' ? `${name}=${value}` : `${name} in ${value.uri}=${value.value}`,
      )
      .join(';');
    tell(
      xmlns
        ? `open ${tag.name} ${tag.local ?? ''} ${tag.uri ?? ''} ${attributes}`
        : `open ${tag.name} ${attributes}`,
    );
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    tell(`close ${tag.name}`);
  });
  const inside = (piece: string) => {
    if (depth > 0) text(piece);
  };
  parser.on('text', inside);
  parser.on('cdata', inside);
  parser.write(xml).close();
  return refused ? null : told;
}

const scraps = fc.constantFrom(
  ...['<', '>', '/', '/>', '</', '<a>', '</a>', '<b>', '</b>', '<a/>', '<p:a>', '</p:a>', '<a:b:c/>', '<é/>'],
  ...[
    '<a ',
    'b="c"',
    "b='c'",
    ' b = "1"',
    'p:b="2"',
    ' xmlns="u"',
    ' xmlns:p="u"',
    ' xmlns:q="u"',
    ' q:b="2"',
  ],
  ...[
    ' xmlns:p=""',
    ' xmlns:xml="u"',
    ' xml:lang="de"',
    ' xmlns:xmlns="u"',
    '"',
    "'",
    '=',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
  ],
  ...[
    '&lt;',
    '&amp;',
    '&#10;',
    '&#x41;',
    ']]>',
    ']]',
    '<![CDATA[',
    '<![CDATA[x]]>',
    '<!--',
    '-->',
    '<!-- x -->',
    '--',
  ],
  ...[
    '<?',
    '?>',
    '<?p?>',
    '<?p x?>',
    '<?xml version="1.0"?>',
    "<?xml version='1.1' encoding='UTF-8'?>",
    '<?XML?>',
  ],
  ...['text', 'ä', '😀', '-', '.', '1', ':', '\ufeff', '\u00b7'],
);
const soup = fc.array(scraps, { maxLength: 14 }).map((parts) => parts.join(''));
/** Often well-formed, so that what is told is compared, and not only that both refuse. */
const tree: fc.Arbitrary<string> = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('a', 'b', 'p:a', 'é', '_x-1.y'),
      fc.subarray([
        ' b="1"',
        " c = 'x &lt; y'",
        ' xmlns="u"',
        ' xmlns:p="v"',
        ' d="\n\t\r\n&#13;"',
        ' p:e=""',
      ]),
      fc.array(fc.oneof({ depthSize: 'small' }, scraps, tie('element')), { maxLength: 4 }),
    )
    .map(([name, attributes, content]) =>
      content.length === 0
        ? `<${name}${attributes.join('')}/>`
        : `<${name}${attributes.join('')}>${content.join('')}</${name} >`,
    ),
})).element;
const documents = fc.oneof(
  soup,
  tree,
  tree.map((xml) => `<?xml version="1.0" encoding="utf-8"?>\n<!-- x -->${xml}\n`),
  soup.map((xml) => `<r xmlns:p="w">${xml}</r>`),
);
/**
 * What is read otherwise on purpose: ampersands that are mended, and the names of instructions, in which namespaces
 * forbid the colons that XML allows.
 */
const isOurOwn = (xml: string): boolean => /&(?!(?:lt|amp|#10|#x41|#13);)|<\?[^\s?]*:/.test(xml);

describe.each([
  ['without namespaces', false],
  ['with namespaces', true],
])('the XML reader %s, beside a parser of others', (_, xmlns) => {
  it('tells the same of every document, or refuses it as well, however it arrives', () => {
    let told = 0;
    fc.assert(
      fc.property(
        documents
          .filter((xml) => !isOurOwn(xml))
          .chain((xml) => fc.tuple(fc.constant(xml), cutAtRandom(xml))),
        ([xml, chunks]) => {
          const expected = theirs(xml, xmlns);
          expect(ours(chunks, xmlns)).toEqual(expected);
          expect(ours([xml], xmlns)).toEqual(expected);
          if (expected !== null) told += 1;
        },
      ),
      { numRuns: 6_000 },
    );
    expect(told).toBeGreaterThan(300);
  });
});
