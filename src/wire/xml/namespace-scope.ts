import type { XmlName } from './known-names.js';
import { malformed } from './start-tag.js';

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** Throws, knowing where the reader is. */
export type RefuseName = (problem: string) => never;

/**
 * What prefixes stand for, from an element that declares some to its end.
 *
 * @see Namespaces in XML 1.0 (third edition), sections 3 to 6
 */
export class NamespaceScope {
  /** Of elements without a prefix; `undefined` while nobody has declared it. */
  #default: string | undefined;
  /** From the first declaration of a prefix on. */
  #prefixes: Map<string, string> | undefined;

  /** @param depth - of the element that declares something */
  constructor(
    readonly outer: NamespaceScope | undefined,
    readonly depth: number,
    private readonly refuse: RefuseName,
  ) {
    this.#default = outer === undefined ? undefined : outer.#default;
  }

  /** @param prefix - `''` for the default namespace */
  declare(prefix: string, uri: string): void {
    if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) {
      this.refuse(malformed('a declaration of what "xml" stands for'));
    }
    if (prefix === 'xmlns' || uri === XMLNS_NAMESPACE) {
      this.refuse(malformed('a declaration of what "xmlns" stands for'));
    }
    if (prefix === '') {
      this.#default = uri;
      return;
    }
    if (uri === '') this.refuse(malformed('a prefix that is declared to stand for nothing'));
    this.#prefixes ??= new Map();
    this.#prefixes.set(prefix, uri);
  }

  /** @returns `undefined` for a prefix that nobody has declared */
  resolve(prefix: string): string | undefined {
    if (prefix === '') return this.#default;
    for (let scope: NamespaceScope | undefined = this; scope !== undefined; scope = scope.outer) {
      const uri = scope.#prefixes?.get(prefix);
      if (uri !== undefined) return uri;
    }
    if (prefix === 'xml') return XML_NAMESPACE;
    return prefix === 'xmlns' ? XMLNS_NAMESPACE : undefined;
  }

  /** The namespace of an element: without a prefix it is the default one. */
  ofElement(name: XmlName): string {
    return name.prefix === '' && name.isQualified ? (this.#default ?? '') : this.#ofPrefix(name);
  }

  /** The namespace of an attribute: without a prefix it is none. */
  ofAttribute(name: XmlName): string {
    return name.prefix === '' && name.isQualified ? '' : this.#ofPrefix(name);
  }

  #ofPrefix({ prefix, isQualified }: XmlName): string {
    if (!isQualified) this.refuse(malformed('a name whose colons make no prefix'));
    return this.resolve(prefix) ?? this.refuse(malformed('unbound namespace prefix'));
  }
}
