import type { ShapeMap } from '../mounted/descriptor-text.js';
import { isSchemaNamespace, XSD } from '../wire/soap/namespaces.js';
import type { SchemaSource } from './document-set.js';
import { withSecrecy } from './secret-names.js';
import { type Component, reference } from './symbols.js';
import { UnsupportedError } from './unsupported-error.js';
import { type QName, type XmlNode } from './xml-tree.js';

const DIFFGRAM = 'urn:schemas-microsoft-com:xml-diffgram-v1';

/** A rule between members, as a descriptor file has it. */
export type Rule =
  | { readonly rule: string; readonly members: readonly string[] }
  | { readonly rule: string; readonly sets: ReadonlyArray<readonly string[]> };

/** What stands in an element, in its order. */
export interface Content {
  readonly members: Record<string, ShapeMap>;
  readonly constraints: Rule[];
  /** Whether any element may stand there beside, and whether one has to. */
  any: 'none' | 'optional' | 'required';
  /** A schema stands in it: it is a DataSet. */
  isDataSet: boolean;
  /** Elements may come in another order than the members have. */
  isUnordered: boolean;
}

export const emptyContent = (): Content => ({
  members: {},
  constraints: [],
  any: 'none',
  isDataSet: false,
  isUnordered: false,
});

/** What reading particles needs of whoever knows all types. */
export interface TypeSource {
  readonly encoded: boolean;
  element(name: QName): Component | undefined;
  group(name: QName): Component | undefined;
  /** The type of an element that is declared. */
  elementType(node: XmlNode, schema: SchemaSource): ShapeMap;
  /** Runs while a component is open, so that nothing contains itself. */
  within<T>(key: string, read: () => T): T;
}

/** Whether what is read may be left out, or come again, for what stands around it. */
interface Around {
  readonly isOptional: boolean;
  readonly isRepeated: boolean;
}

const ONCE: Around = { isOptional: false, isRepeated: false };

/**
 * Adds the elements that a particle allows.
 *
 * @param node - a sequence, a choice, `all`, a group, or something else, which is passed over
 * @throws {@link UnsupportedError}
 * @see XML Schema Part 1: Structures, sections 3.7 to 3.9
 */
export function addParticle(
  content: Content,
  node: XmlNode,
  schema: SchemaSource,
  source: TypeSource,
  around: Around = ONCE,
): void {
  if (!isSchemaNamespace(node.uri) || node.attribute('maxOccurs') === '0') return;
  const place: Around = {
    isOptional: around.isOptional || node.attribute('minOccurs') === '0',
    isRepeated: around.isRepeated || isMany(node),
  };
  switch (node.local) {
    case 'sequence':
    case 'all':
      if (place.isRepeated && node.children.length > 1) content.isUnordered = true;
      for (const child of node.children) addParticle(content, child, schema, source, place);
      return;
    case 'choice':
      addChoice(content, node, schema, source, place);
      return;
    case 'group':
      addGroup(content, node, schema, source, place);
      return;
    case 'element':
      addElement(content, node, schema, source, place);
      return;
    case 'any':
      if (node.attribute('namespace') === DIFFGRAM) content.isDataSet = true;
      content.any = place.isOptional && content.any !== 'required' ? 'optional' : 'required';
  }
}

const isMany = (node: XmlNode): boolean => {
  const most = node.attribute('maxOccurs') ?? '1';
  return most === 'unbounded' || Number(most) > 1;
};

function addChoice(
  content: Content,
  node: XmlNode,
  schema: SchemaSource,
  source: TypeSource,
  place: Around,
): void {
  const before = new Set(Object.keys(content.members));
  for (const child of node.children)
    addParticle(content, child, schema, source, { ...place, isOptional: true });
  if (place.isRepeated) content.isUnordered = true;
  const members = Object.keys(content.members).filter((name) => !before.has(name));
  if (place.isRepeated || members.length < 2) return;
  const isPlain = node.children.every(({ local }) => local === 'element' || local === 'annotation');
  if (!isPlain) {
    const sets = node.children.filter(({ local }) => local !== 'annotation').map(branchOf);
    const needsOne = !place.isOptional && sets.every((set) => set.some((name) => !name.endsWith('?')));
    if (needsOne && sets.length > 1) content.constraints.push({ rule: 'exactlyOneSet', sets });
    return;
  }
  const canBeEmpty = node.all(XSD, 'element').some((child) => child.attribute('minOccurs') === '0');
  content.constraints.push({
    rule: place.isOptional || canBeEmpty ? 'atMostOneOf' : 'exactlyOneOf',
    members,
  });
}

/** Elements of one branch of a choice, those that may be left out with a question mark; none where it is deeper. */
function branchOf(node: XmlNode): readonly string[] {
  const inner =
    node.local === 'sequence' ? node.children.filter(({ local }) => local !== 'annotation') : [node];
  if (inner.some(({ local }) => local !== 'element')) return [];
  return inner.map((element) => {
    const name = element.attribute('name') ?? element.nameIn('ref')?.local ?? '';
    const isOptional = element.attribute('minOccurs') === '0' || node.attribute('minOccurs') === '0';
    return isOptional ? `${name}?` : name;
  });
}

function addGroup(
  content: Content,
  node: XmlNode,
  schema: SchemaSource,
  source: TypeSource,
  place: Around,
): void {
  const ref = node.nameIn('ref');
  const group = ref === undefined ? undefined : source.group(reference(ref, schema));
  if (group === undefined) throw new UnsupportedError('a group of elements is defined nowhere');
  source.within(`group ${group.node.attribute('name')}`, () => {
    for (const child of group.node.children) addParticle(content, child, group.schema, source, place);
  });
}

function addElement(
  content: Content,
  node: XmlNode,
  schema: SchemaSource,
  source: TypeSource,
  place: Around,
): void {
  const ref = node.nameIn('ref');
  if (ref !== undefined && isSchemaNamespace(ref.uri)) {
    content.isDataSet = true;
    return;
  }
  const found = ref === undefined ? { node, schema } : source.element(reference(ref, schema));
  const name = found?.node.attribute('name') ?? '';
  if (found === undefined || name === '') throw new UnsupportedError('an element is defined nowhere');
  if (Object.hasOwn(content.members, name)) throw new UnsupportedError(`two elements are called ${name}`);
  const type = withSecrecy(name, source.elementType(found.node, found.schema));
  const namespace = source.encoded ? undefined : elementNamespace(found, schema, ref !== undefined);
  const isNillable = found.node.attribute('nillable') === 'true';
  const shape: ShapeMap = {
    ...(place.isRepeated ? { type: 'array', inline: true, of: type } : type),
    ...notesOf(node, found.node),
    ...(namespace === undefined ? {} : { namespace }),
  };
  if (place.isOptional || isNillable || place.isRepeated) shape.optional = true;
  if (place.isRepeated && !place.isOptional) delete shape.optional;
  const needsNil = isNillable && !place.isOptional && !place.isRepeated;
  // In the encoding whatever can be null is nil when it is left out; only numbers and booleans have to say so.
  if (needsNil && (!source.encoded || NEVER_NULL.has(type.type))) shape.nil = true;
  // Unlike assignment, this makes of `__proto__` a member like the others.
  Object.defineProperty(content.members, name, {
    value: shape,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const NEVER_NULL: ReadonlySet<string> = new Set(['int', 'int64', 'double', 'decimal', 'boolean']);

function elementNamespace({ node, schema }: Component, around: SchemaSource, isReference: boolean): string {
  if (isReference) return schema.namespace;
  const form = node.attribute('form') ?? around.node.attribute('elementFormDefault');
  return form === 'qualified' ? around.namespace : '';
}

function notesOf(...nodes: readonly XmlNode[]): { description?: string; default?: string } {
  const texts = nodes.map((node) => documentationOf(node)).filter((text) => text !== '');
  const standard = nodes.map((node) => node.attribute('default')).find((text) => text !== undefined);
  const [description] = texts;
  return {
    ...(description === undefined ? {} : { description }),
    ...(standard === undefined ? {} : { default: standard }),
  };
}

const MAX_DESCRIPTION = 2_000;

/** The words for people that a component of a schema has. */
export const documentationOf = (node: XmlNode): string =>
  readable(node.one(XSD, 'annotation')?.one(XSD, 'documentation')?.text ?? '');

/** A text on one line, without what a terminal takes for a command. */
export const readable = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_DESCRIPTION);
