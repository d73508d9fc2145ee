import { NamespaceScope, type RefuseName } from './namespace-scope.js';
import { NO_ATTRIBUTES_BY_NAME } from './no-attributes.js';
import type { XmlAttribute, XmlElement } from './reader.js';
import { type Attributes, malformed } from './start-tag.js';

const XMLNS = 'xmlns';

/** The elements that are open, and the names that hold for each. */
export class ElementStack {
  readonly #elements: XmlElement[] = [];
  readonly #scopes: NamespaceScope[];

  constructor(private readonly refuse: RefuseName) {
    this.#scopes = [new NamespaceScope(undefined, refuse)];
  }

  /** The innermost. */
  get current(): XmlElement {
    const element = this.#elements.at(-1);
    if (element === undefined) throw new Error('No element is open.');
    return element;
  }

  open(name: string, attributes: Attributes): XmlElement {
    const scope = this.#scopeWith(attributes);
    const element =
      attributes.length === 0 ? this.#plainElement(scope, name) : this.#elementOf(scope, name, attributes);
    this.#scopes.push(scope);
    this.#elements.push(element);
    return element;
  }

  close(): void {
    this.#elements.pop();
    this.#scopes.pop();
  }

  resolve(prefix: string): string | undefined {
    return this.#scope.resolve(prefix);
  }

  get #scope(): NamespaceScope {
    const scope = this.#scopes.at(-1);
    if (scope === undefined) throw new Error('No scope is open.');
    return scope;
  }

  #scopeWith(attributes: Attributes): NamespaceScope {
    const outer = this.#scope;
    let scope = outer;
    for (let index = 0; index < attributes.length; index += 2) {
      const name = attributes[index] ?? '';
      if (!name.startsWith(XMLNS) || (name.length > XMLNS.length && name[XMLNS.length] !== ':')) continue;
      if (scope === outer) scope = new NamespaceScope(outer, this.refuse);
      scope.declare(name.slice(XMLNS.length + 1), attributes[index + 1] ?? '');
    }
    return scope;
  }

  #plainElement(scope: NamespaceScope, name: string): XmlElement {
    let element = scope.plain.get(name);
    if (element === undefined) {
      const { local, uri } = scope.ofElement(name);
      element = { name, local, uri, attributes: NO_ATTRIBUTES_BY_NAME };
      scope.plain.set(name, element);
    }
    return element;
  }

  #elementOf(scope: NamespaceScope, name: string, flat: Attributes): XmlElement {
    const { local, uri } = scope.ofElement(name);
    const attributes: Record<string, XmlAttribute> = Object.create(null);
    const seen: XmlAttribute[] = [];
    for (let index = 0; index < flat.length; index += 2) {
      const own = flat[index] ?? '';
      const expanded = scope.ofAttribute(own);
      const attribute = { local: expanded.local, uri: expanded.uri, value: flat[index + 1] ?? '' };
      if (
        attribute.uri !== '' &&
        seen.some((other) => other.uri === attribute.uri && other.local === attribute.local)
      ) {
        this.refuse(malformed('duplicate attribute'));
      }
      seen.push(attribute);
      attributes[own] = attribute;
    }
    return { name, local, uri, attributes };
  }
}
