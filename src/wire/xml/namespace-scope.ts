import type { XmlElement } from './reader.js';
import { malformed } from './start-tag.js';

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** A name with its namespace. */
export interface ExpandedName {
  readonly local: string;
  readonly uri: string;
}

/** Throws, knowing where the reader is. */
export type RefuseName = (problem: string) => never;

/**
 * What prefixes stand for, from an element that declares some to its end.
 *
 * @see Namespaces in XML 1.0 (third edition), sections 3 to 6
 */
export class NamespaceScope {
  readonly #own = new Map<string, string>();
  /** Elements without attributes, by name: all of one name under the same declarations are told as one. */
  readonly plain = new Map<string, XmlElement>();

  constructor(
    private readonly outer: NamespaceScope | undefined,
    private readonly refuse: RefuseName,
  ) {}

  /** @param prefix - `''` for the default namespace */
  declare(prefix: string, uri: string): void {
    if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) {
      this.refuse(malformed('a declaration of what "xml" stands for'));
    }
    if (prefix === 'xmlns' || uri === XMLNS_NAMESPACE) {
      this.refuse(malformed('a declaration of what "xmlns" stands for'));
    }
    if (prefix !== '' && uri === '') this.refuse(malformed('a prefix that is declared to stand for nothing'));
    this.#own.set(prefix, uri);
  }

  /** @returns `undefined` for a prefix that nobody has declared */
  resolve(prefix: string): string | undefined {
    for (let scope: NamespaceScope | undefined = this; scope !== undefined; scope = scope.outer) {
      const uri = scope.#own.get(prefix);
      if (uri !== undefined) return uri;
    }
    if (prefix === 'xml') return XML_NAMESPACE;
    return prefix === 'xmlns' ? XMLNS_NAMESPACE : undefined;
  }

  /** An element's name: without a prefix it is in the default namespace. */
  ofElement(name: string): ExpandedName {
    const colon = name.indexOf(':');
    if (colon === -1) return { local: name, uri: this.resolve('') ?? '' };
    return this.#prefixed(name, colon);
  }

  /** An attribute's name: without a prefix it is in no namespace. */
  ofAttribute(name: string): ExpandedName {
    const colon = name.indexOf(':');
    if (colon !== -1) return this.#prefixed(name, colon);
    return { local: name, uri: name === 'xmlns' ? XMLNS_NAMESPACE : '' };
  }

  #prefixed(name: string, colon: number): ExpandedName {
    const local = name.slice(colon + 1);
    if (colon === 0 || local === '' || local.includes(':')) {
      this.refuse(malformed('a name whose colons make no prefix'));
    }
    const prefix = name.slice(0, colon);
    const uri = this.resolve(prefix);
    if (uri === undefined) return this.refuse(malformed('unbound namespace prefix'));
    return { local, uri };
  }
}
