import type { ShapeMap } from '../mounted/descriptor-text.js';
import { XSD } from '../wire/soap/namespaces.js';
import { builtinType } from './builtin-types.js';
import { addParticle, type Content, documentationOf, emptyContent, type TypeSource } from './content.js';
import type { SchemaSource } from './document-set.js';
import { arrayContent, isEncodedArray, nested } from './encoded-arrays.js';
import { ImportError } from './import-error.js';
import { restricted } from './simple-types.js';
import { type Component, reference, type Symbols } from './symbols.js';
import { unsendable } from './unsendable.js';
import { UnsupportedError } from './unsupported-error.js';
import { keyOf, type QName, type XmlNode } from './xml-tree.js';

/** Types in types; deeper ones are mistakes. */
const MAX_NESTING = 64;
/** Of all methods together; a WSDL of 41 services has some thousands. */
const MAX_SHAPES = 100_000;

/** Kinds, which no type of a file may be called. */
const TAKEN = [
  'int',
  'int64',
  'double',
  'decimal',
  'boolean',
  'string',
  'dateTime',
  'bytes',
  'any',
  'array',
  'struct',
];

/** Types of a WSDL as shapes; those with members or values keep their names, and become types of the file. */
export class SchemaTypes implements TypeSource {
  /** By their names in the file, in the order in which they were first needed. */
  readonly types = new Map<string, ShapeMap>();
  readonly #names = new Map<string, string>();
  readonly #inline = new Map<string, ShapeMap>();
  readonly #open = new Set<string>();
  #shapes = 0;

  /**
   * @param encoded - whether values state their types, as in SOAP's encoding
   * @param tell - told what is lost, a sentence each, at times more than once
   */
  constructor(
    private readonly symbols: Symbols,
    readonly encoded: boolean,
    private readonly tell: (note: string) => void,
  ) {}

  element = (name: QName): Component | undefined => this.symbols.elements.get(keyOf(name));
  group = (name: QName): Component | undefined => this.symbols.groups.get(keyOf(name));

  /** @throws {@link UnsupportedError} for a type that cannot be expressed */
  shapeOf(name: QName): ShapeMap {
    const builtin = builtinType(name, this.encoded);
    if (builtin !== undefined) return builtin;
    const key = keyOf(name);
    const known = this.#names.get(key);
    if (known !== undefined) return { type: known };
    const inline = this.#inline.get(key);
    if (inline !== undefined) return { ...inline };
    const component = this.symbols.types.get(key);
    if (component === undefined) throw new UnsupportedError(`its type ${name.local} is defined nowhere`);
    if (this.#open.has(`type ${key}`)) return this.#cut(name.local);
    const shape = this.within(`type ${key}`, () => this.#typeOf(component, name));
    if (shape.type !== 'struct' && shape.values === undefined) {
      this.#inline.set(key, shape);
      return { ...shape };
    }
    const fileName = this.#freeName(name.local);
    this.types.set(fileName, shape);
    this.#names.set(key, fileName);
    return { type: fileName };
  }

  elementType(node: XmlNode, schema: SchemaSource): ShapeMap {
    const type = node.nameIn('type');
    if (type !== undefined) return this.shapeOf(reference(type, schema));
    const inner = node.one(XSD, 'complexType') ?? node.one(XSD, 'simpleType');
    if (inner === undefined) return { type: 'any' };
    const name = node.attribute('name') ?? '';
    const key = `element ${name} ${schema.namespace}`;
    // Only one that others refer to can be in itself; the same name elsewhere is another element.
    if (!schema.node.children.includes(node)) return this.#typeOf({ node: inner, schema }, undefined);
    if (this.#open.has(key)) return this.#cut(name);
    return this.within(key, () => this.#typeOf({ node: inner, schema }, undefined));
  }

  /** What an element is that has no members: a text, or anything; `undefined` for one that has some. */
  valueOf({ node, schema }: Component): ShapeMap | undefined {
    const type = node.nameIn('type');
    const found = type === undefined ? undefined : this.symbols.types.get(keyOf(reference(type, schema)));
    const inner = type === undefined ? node.one(XSD, 'complexType') : found?.node;
    const hasMembers = inner?.local === 'complexType' && inner.one(XSD, 'simpleContent') === undefined;
    return hasMembers ? undefined : this.elementType(node, schema);
  }

  /** What stands in an element whose type is complex: the parameters of a call, or its answer. */
  contentOf({ node, schema }: Component): Content {
    const type = node.nameIn('type');
    const found = type === undefined ? undefined : this.symbols.types.get(keyOf(reference(type, schema)));
    const inner = type === undefined ? node.one(XSD, 'complexType') : found?.node;
    if (inner?.local !== 'complexType')
      throw new UnsupportedError('its message is an element without members');
    const content = emptyContent();
    this.#collect(content, { node: inner, schema: found?.schema ?? schema });
    return content;
  }

  within<T>(key: string, read: () => T): T {
    this.#shapes += 1;
    if (this.#shapes > MAX_SHAPES) throw new ImportError('The types of the WSDL are too many.');
    if (this.#open.has(key)) throw new UnsupportedError('a type is made of itself');
    if (this.#open.size >= MAX_NESTING) throw new UnsupportedError('its types are nested too deeply');
    this.#open.add(key);
    try {
      return read();
    } finally {
      this.#open.delete(key);
    }
  }

  #cut(name: string): ShapeMap {
    this.tell(`${name} contains itself: where it comes again it is of any shape.`);
    const shape = { type: 'any', description: `${name} again.` };
    return this.encoded ? unsendable(shape, 'a type that contains itself') : shape;
  }

  #freeName(local: string): string {
    const name = /^[A-Za-z_]/.test(local)
      ? local.replaceAll(/[^\w.-]/g, '_')
      : `_${local.replaceAll(/[^\w.-]/g, '_')}`;
    let free = TAKEN.includes(name) ? `${name}_` : name;
    for (let count = 2; this.types.has(free); count += 1) free = `${name}_${count}`;
    return free;
  }

  /** @param name - `undefined` for a type that has none */
  #typeOf(component: Component, name: QName | undefined): ShapeMap {
    const { node } = component;
    const shape = node.local === 'simpleType' ? this.#simple(component) : this.#complex(component, name);
    const description = documentationOf(node);
    return description === '' ? shape : { description, ...shape };
  }

  #simple({ node, schema }: Component): ShapeMap {
    const restriction = node.one(XSD, 'restriction');
    // Lists and unions of simple types are written as text.
    if (restriction === undefined) return { type: 'string' };
    const name = restriction.nameIn('base');
    const inner = restriction.one(XSD, 'simpleType');
    const base =
      name === undefined
        ? inner && this.#simple({ node: inner, schema })
        : this.shapeOf(reference(name, schema));
    const shape = restricted(
      { ...(this.types.get(base?.type ?? '') ?? base ?? { type: 'string' }) },
      restriction,
    );
    return this.encoded && shape.values !== undefined ? unsendable(shape, 'an enumeration') : shape;
  }

  #complex(component: Component, name: QName | undefined): ShapeMap {
    const { node, schema } = component;
    const simple = node.one(XSD, 'simpleContent');
    const derivation = derivationOf(simple ?? node.one(XSD, 'complexContent'));
    const base = derivation?.nameIn('base');
    if (derivation !== undefined && base !== undefined && isEncodedArray(base)) {
      const content = arrayContent(derivation);
      return nested(
        content === undefined ? { type: 'any' } : this.shapeOf(content.type),
        content?.dimensions ?? 1,
      );
    }
    const label = name?.local ?? 'a type without a name';
    const attributes = attributesOf(derivation ?? node);
    if (attributes.length > 0) this.tell(`${label} has attributes, which are passed over.`);
    const marked = (shape: ShapeMap): ShapeMap =>
      attributes.some((attribute) => attribute.attribute('use') === 'required')
        ? unsendable(shape, 'a type with required attributes')
        : shape;
    if (simple !== undefined)
      return marked(base === undefined ? { type: 'string' } : this.shapeOf(reference(base, schema)));
    const content = emptyContent();
    this.#collect(content, component);
    return marked(this.#shapeOfContent(content, component, name, label));
  }

  #shapeOfContent(content: Content, { node }: Component, name: QName | undefined, label: string): ShapeMap {
    const { members, constraints, any, isDataSet } = content;
    const [only, ...others] = Object.entries(members);
    if (isDataSet)
      return unsendable(
        { type: 'any', description: 'A DataSet: its tables by name, each a list of rows.' },
        'a DataSet',
      );
    if (node.attribute('mixed') === 'true') return unsendable({ type: 'any' }, 'text with elements in it');
    if (only === undefined && any !== 'none') return { type: 'any' };
    if (any !== 'none') this.tell(`${label} takes any elements beside its own, which are passed over.`);
    if (content.isUnordered)
      this.tell(`${label} repeats a group of elements: their order among each other is lost.`);
    if (only !== undefined && others.length === 0 && any === 'none' && only[1].inline === true) {
      return { type: 'array', of: itemOf(only[1]), item: only[0] };
    }
    if (this.encoded && name === undefined) return unsendable({ type: 'any' }, 'a type without a name');
    const shape: ShapeMap = { type: 'struct', members };
    if (constraints.length > 0) shape.constraints = constraints;
    if (this.encoded) Object.assign(shape, { typeName: name?.local, typeNamespace: name?.uri });
    if (node.attribute('abstract') === 'true') return unsendable(shape, 'an abstract type');
    if (content.isUnordered) return unsendable(shape, 'a repeated group of elements');
    return any === 'required' ? unsendable(shape, 'elements of any kind') : shape;
  }

  /** Members of the type that it extends come first. */
  #collect(content: Content, { node, schema }: Component): void {
    const derivation = derivationOf(node.one(XSD, 'complexContent'));
    const name = derivation?.local === 'extension' ? derivation.nameIn('base') : undefined;
    const base = name === undefined ? undefined : this.symbols.types.get(keyOf(reference(name, schema)));
    if (name !== undefined && base === undefined && builtinType(name, this.encoded) === undefined) {
      throw new UnsupportedError(`its type ${name.local} is defined nowhere`);
    }
    if (name !== undefined && base !== undefined)
      this.within(`base ${keyOf(name)}`, () => this.#collect(content, base));
    for (const child of (derivation ?? node).children) addParticle(content, child, schema, this);
  }
}

/** An item has the namespace of the elements that repeat. */
function itemOf({ of, namespace }: ShapeMap): ShapeMap {
  // What repeats is a shape.
  const item = { ...(of as ShapeMap) };
  return namespace === undefined ? item : { ...item, namespace };
}

const derivationOf = (content: XmlNode | undefined): XmlNode | undefined =>
  content?.one(XSD, 'extension') ?? content?.one(XSD, 'restriction');

const attributesOf = (node: XmlNode): XmlNode[] =>
  node.all(XSD, 'attribute', 'attributeGroup', 'anyAttribute');
