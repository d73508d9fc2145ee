import { XSD } from '../wire/soap/namespaces.js';
import { type DocumentSet, type SchemaSource, WSDL } from './document-set.js';
import { keyOf, type QName, type XmlNode } from './xml-tree.js';

/** A component of a schema, and where it stands. */
export interface Component {
  readonly node: XmlNode;
  readonly schema: SchemaSource;
}

/** Everything that documents define, by name; the first definition of a name counts. */
export class Symbols {
  readonly elements = new Map<string, Component>();
  /** Simple and complex ones share their names. */
  readonly types = new Map<string, Component>();
  readonly groups = new Map<string, Component>();
  readonly messages = new Map<string, XmlNode>();
  readonly portTypes = new Map<string, XmlNode>();
  readonly bindings = new Map<string, XmlNode>();
  readonly services: XmlNode[] = [];

  constructor({ definitions, schemas }: DocumentSet) {
    for (const root of definitions) {
      const uri = root.attribute('targetNamespace') ?? '';
      const put = (map: Map<string, XmlNode>, local: string) => {
        for (const node of root.all(WSDL, local)) add(map, uri, node, node);
      };
      put(this.messages, 'message');
      put(this.portTypes, 'portType');
      put(this.bindings, 'binding');
      this.services.push(...root.all(WSDL, 'service'));
    }
    for (const schema of schemas) this.#addSchema(schema);
  }

  #addSchema(schema: SchemaSource): void {
    const put = (map: Map<string, Component>, ...locals: readonly string[]) => {
      for (const node of schema.node.all(XSD, ...locals)) add(map, schema.namespace, node, { node, schema });
    };
    put(this.elements, 'element');
    put(this.types, 'complexType', 'simpleType');
    put(this.groups, 'group');
  }
}

function add<T>(map: Map<string, T>, uri: string, node: XmlNode, value: T): void {
  const key = keyOf({ uri, local: node.attribute('name') ?? '' });
  if (!map.has(key)) map.set(key, value);
}

/** A reference in a schema; one without a namespace, in a schema that took its own from another, means that one. */
export function reference(name: QName, { node, namespace }: SchemaSource): QName {
  const isAdopted = name.uri === '' && node.attribute('targetNamespace') === undefined;
  return isAdopted ? { uri: namespace, local: name.local } : name;
}
