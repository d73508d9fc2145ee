import type { XmlName } from './known-names.js';
import { NamespaceScope, type RefuseName, XMLNS_NAMESPACE } from './namespace-scope.js';
import type { NamespaceHandlers, XmlAttribute, XmlElement } from './reader.js';
import { type Attributes, malformed } from './start-tag.js';
import type { TokenHandlers } from './tokenizer.js';

const XMLNS = 'xmlns';
const NONE: readonly XmlAttribute[] = [];

/** Whether an attribute says what a prefix, or the lack of one, stands for. */
const isDeclaration = ({ prefix, text }: XmlName): boolean => prefix === XMLNS || text === XMLNS;

/** The prefix that a declaration is of, `''` for the default namespace. */
const declaredPrefix = ({ prefix, local }: XmlName): string => (prefix === '' ? '' : local);

class OpenElement implements XmlElement {
  constructor(
    readonly name: string,
    readonly local: string,
    readonly uri: string,
    readonly ownAttributes: readonly XmlAttribute[],
    private readonly written: Attributes,
  ) {}

  /** Made when it is asked for, which few do. */
  get attributes(): Readonly<Record<string, XmlAttribute>> {
    const byName: Record<string, XmlAttribute> = Object.create(null);
    let own = 0;
    for (const { name, value } of this.written) {
      const attribute = isDeclaration(name) ? undefined : this.ownAttributes[own++];
      byName[name.text] = attribute ?? { local: declaredPrefix(name) || XMLNS, uri: XMLNS_NAMESPACE, value };
    }
    return byName;
  }
}

/** The elements that are open, and the names that hold for each: what the tokenizer tells, told with namespaces. */
export class ElementStack implements TokenHandlers {
  readonly #elements: XmlElement[] = [];
  #scope: NamespaceScope;

  constructor(
    private readonly handlers: NamespaceHandlers,
    private readonly refuse: RefuseName,
  ) {
    this.#scope = new NamespaceScope(undefined, 0, refuse);
  }

  open(name: XmlName, attributes: Attributes): void {
    if (attributes.length > 0) this.#declare(attributes);
    const uri = this.#scope.ofElement(name);
    const own = attributes.length === 0 ? NONE : this.#ownOf(attributes);
    const element = new OpenElement(name.text, name.local, uri, own, attributes);
    this.#elements.push(element);
    this.handlers.open(element);
  }

  text(text: string): void {
    this.handlers.text(text);
  }

  close(): void {
    const depth = this.#elements.length;
    const element = this.#elements[depth - 1];
    if (element === undefined) throw new Error('No element is open.');
    this.handlers.close(element);
    this.#elements.pop();
    if (this.#scope.depth === depth) this.#scope = this.#scope.outer ?? this.#scope;
  }

  resolve(prefix: string): string | undefined {
    return this.#scope.resolve(prefix);
  }

  /** Of an element that is about to be opened. */
  #declare(attributes: Attributes): void {
    const depth = this.#elements.length + 1;
    for (const { name, value } of attributes) {
      if (!isDeclaration(name)) continue;
      if (this.#scope.depth < depth) this.#scope = new NamespaceScope(this.#scope, depth, this.refuse);
      this.#scope.declare(declaredPrefix(name), value);
    }
  }

  #ownOf(attributes: Attributes): readonly XmlAttribute[] {
    let own: XmlAttribute[] | undefined;
    for (const { name, value } of attributes) {
      if (name.text === XMLNS) continue;
      const uri = this.#scope.ofAttribute(name);
      if (name.prefix === XMLNS) continue;
      own ??= [];
      if (uri !== '' && own.some((other) => other.uri === uri && other.local === name.local)) {
        this.refuse(malformed('duplicate attribute'));
      }
      own.push({ local: name.local, uri, value });
    }
    return own ?? NONE;
  }
}
