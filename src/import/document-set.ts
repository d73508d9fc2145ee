import { XSD } from '../wire/soap/namespaces.js';
import { publicAddress } from './address.js';
import { ImportError } from './import-error.js';
import { readTree, type XmlNode } from './xml-tree.js';

export const WSDL = 'http://schemas.xmlsoap.org/wsdl/';
const WSDL_2 = 'http://www.w3.org/ns/wsdl';

const MAX_DOCUMENTS = 64;

/** A schema, standing in a WSDL or alone. */
export interface SchemaSource {
  readonly node: XmlNode;
  /** Of its components; that of the schema which includes it, where it names none. */
  readonly namespace: string;
}

/** A WSDL with all that it imports. */
export interface DocumentSet {
  /** The one that was asked for comes first. */
  readonly definitions: readonly XmlNode[];
  readonly schemas: readonly SchemaSource[];
  /** The first document, as it came, where it refers to no other one; else `null`. */
  readonly whole: string | null;
}

export interface DocumentSource {
  get(url: URL): Promise<string>;
  /** Told of what is left out, a sentence each. */
  tell(note: string): void;
  /** Hosts beside that of the first document from which more may be fetched. */
  readonly allowedHosts: ReadonlySet<string>;
}

/**
 * Reads a WSDL and, once each, the documents that it imports and includes.
 *
 * Only what lies on the host of the first document is fetched, or is a file as that is: a document may not decide
 * which hosts are asked. What is passed over is told, and missed where a method needs it.
 *
 * @param root - text of the first document, which has been fetched
 * @throws {@link ImportError} if a document cannot be had or is neither WSDL nor schema
 */
export async function loadDocuments(root: string, home: URL, source: DocumentSource): Promise<DocumentSet> {
  const loader = new Loader(home, source);
  loader.whole = root;
  await loader.load(root, home);
  return loader;
}

class Loader implements DocumentSet {
  readonly definitions: XmlNode[] = [];
  readonly schemas: SchemaSource[] = [];
  whole: string | null = null;
  readonly #seen = new Set<string>();

  constructor(
    private readonly home: URL,
    private readonly source: DocumentSource,
  ) {}

  async load(text: string, url: URL, chameleon?: string): Promise<void> {
    this.#seen.add(seenKey(url, chameleon));
    const label = publicAddress(url);
    const root = readTree(text, label);
    if (root.uri === WSDL && root.local === 'definitions') {
      await this.#addDefinitions(root, url);
    } else if (root.local === 'schema') {
      await this.#addSchema(root, url, chameleon);
    } else if (root.uri === WSDL_2) {
      throw new ImportError(`${label} is WSDL 2.0; only WSDL 1.1 can be imported.`);
    } else {
      throw new ImportError(`${label} is neither a WSDL nor a schema.`);
    }
  }

  async #addDefinitions(root: XmlNode, url: URL): Promise<void> {
    this.definitions.push(root);
    for (const { children } of root.all(WSDL, 'types')) {
      for (const child of children) if (child.local === 'schema') await this.#addSchema(child, url);
    }
    for (const node of root.all(WSDL, 'import')) await this.#follow(node.attribute('location'), url);
  }

  async #addSchema(node: XmlNode, url: URL, chameleon?: string): Promise<void> {
    const namespace = node.attribute('targetNamespace') ?? chameleon ?? '';
    this.schemas.push({ node, namespace });
    for (const child of node.all(XSD, 'import', 'include', 'redefine')) {
      if (child.local === 'redefine')
        this.source.tell('A schema redefines another one: what it changes is passed over.');
      const inherits = child.local === 'import' ? undefined : namespace;
      await this.#follow(child.attribute('schemaLocation'), url, inherits);
    }
  }

  async #follow(location: string | undefined, base: URL, chameleon?: string): Promise<void> {
    // Without a location the namespace is known to whoever reads, or is told of in the same document.
    if (location === undefined || location === '') return;
    this.whole = null;
    if (!URL.canParse(location, base.href)) {
      this.source.tell('An import names no valid address, and is passed over.');
      return;
    }
    const url = new URL(location, base);
    url.hash = '';
    if (this.#seen.has(seenKey(url, chameleon))) return;
    if (!this.#isAllowed(url)) {
      this.source.tell(describeForeign(url));
      return;
    }
    if (this.#seen.size >= MAX_DOCUMENTS)
      throw new ImportError(`There are more than ${MAX_DOCUMENTS} documents.`);
    await this.load(await this.source.get(url), url, chameleon);
  }

  #isAllowed(url: URL): boolean {
    if (url.username !== '' || url.password !== '') return false;
    if (url.protocol === 'file:') return this.home.protocol === 'file:' && url.host === '';
    if (!/^https?:$/.test(url.protocol)) return false;
    return url.origin === this.home.origin || this.source.allowedHosts.has(url.host);
  }
}

/** A schema without a namespace is another one in each schema that includes it. */
const seenKey = ({ href }: URL, chameleon = ''): string => `${href} ${chameleon}`;

const describeForeign = (url: URL): string =>
  /^https?:$/.test(url.protocol)
    ? `An import from ${url.host} is passed over; --allow-host ${url.host} has it fetched.`
    : 'An import of a file is passed over: files are read for a WSDL that is a file only.';
