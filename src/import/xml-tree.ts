import { isSchemaNamespace } from '../wire/soap/namespaces.js';
import { WireError } from '../wire/wire-error.js';
import { createNamespaceReader, type XmlElement } from '../wire/xml/reader.js';
import { ImportError } from './import-error.js';

/** A name in a namespace, `''` for none. */
export interface QName {
  readonly uri: string;
  readonly local: string;
}

export const keyOf = ({ uri, local }: QName): string => `{${uri}}${local}`;

/** An element of a document that is read once and looked up in often. */
export class XmlNode implements QName {
  readonly children: XmlNode[] = [];
  text = '';

  constructor(
    readonly local: string,
    readonly uri: string,
    /** By local name, those of no namespace; others as `{uri}local`. */
    private readonly attributes: ReadonlyMap<string, string>,
    /** Namespaces by prefix, those of the elements around it included; `''` is the default one. */
    private readonly scope: ReadonlyMap<string, string>,
  ) {}

  attribute(name: string, uri = ''): string | undefined {
    return this.attributes.get(uri === '' ? name : keyOf({ uri, local: name }));
  }

  /** An attribute that holds a name; a prefix that nothing declares is in no namespace. */
  nameIn(attribute: string): QName | undefined {
    const text = this.attribute(attribute);
    return text === undefined ? undefined : this.resolve(text);
  }

  resolve(text: string): QName {
    const [, prefix = '', local = ''] = /^\s*(?:([^:\s]*):)?([^:\s]*)/.exec(text) ?? [];
    return { uri: this.scope.get(prefix) ?? '', local };
  }

  /** Children of this name, in any namespace of XML Schema if `uri` is one. */
  all(uri: string, ...locals: readonly string[]): XmlNode[] {
    return this.children.filter((child) => isOf(uri, child.uri) && locals.includes(child.local));
  }

  one(uri: string, local: string): XmlNode | undefined {
    return this.all(uri, local)[0];
  }
}

const isOf = (uri: string, found: string): boolean =>
  found === uri || (isSchemaNamespace(uri) && isSchemaNamespace(found));

/** A WSDL of 41 services has some ten thousand elements. */
const LIMITS = { maxDepth: 64, maxElements: 500_000, maxTextLength: 1_000_000, maxRepairs: 100 };

/**
 * Reads a whole document. Refuses document types, so that no entity is ever defined.
 *
 * @param label - what the document is called in an error
 * @throws {@link ImportError}
 */
export function readTree(text: string, label: string): XmlNode {
  const open: Array<{ node: XmlNode; scope: ReadonlyMap<string, string> }> = [];
  let root: XmlNode | undefined;
  const reader = createNamespaceReader(
    {
      open(element) {
        const around = open.at(-1);
        const scope = scopeOf(element, around?.scope ?? new Map());
        const node = new XmlNode(element.local, element.uri, attributesOf(element), scope);
        around?.node.children.push(node);
        root ??= node;
        open.push({ node, scope });
      },
      text(piece) {
        const node = open.at(-1)?.node;
        if (node !== undefined) node.text += piece;
      },
      close() {
        open.pop();
      },
    },
    LIMITS,
  );
  try {
    reader.write(text);
    reader.end();
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new ImportError(`${label} cannot be read: ${error.message}.`);
  }
  if (root === undefined) throw new ImportError(`${label} is empty.`);
  return root;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

function scopeOf(
  { attributes }: XmlElement,
  around: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = Object.values(attributes).filter(({ uri }) => uri === XMLNS);
  if (declared.length === 0) return around;
  const own = declared.map(({ local, value }): [string, string] => [local === 'xmlns' ? '' : local, value]);
  return new Map([...around, ...own]);
}

const attributesOf = ({ attributes }: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    Object.values(attributes)
      .filter(({ uri }) => uri !== XMLNS)
      .map(({ uri, local, value }) => [uri === '' ? local : keyOf({ uri, local }), value.trim()]),
  );
