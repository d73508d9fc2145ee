import type { ShapeMap } from '../mounted/descriptor-text.js';
import { isSchemaNamespace, SOAP_ENCODING } from '../wire/soap/namespaces.js';
import { unsendable } from './unsendable.js';
import type { QName } from './xml-tree.js';

const APACHE = 'http://xml.apache.org/xml-soap';
const MICROSOFT = 'http://microsoft.com/wsdl/types/';

const WHOLE = { type: 'string', pattern: '^[+-]?[0-9]+$' } as const;
const TEXT: ShapeMap = { type: 'string' };

/** Types of XML Schema by their local names; those of any length stay text, since no number here holds them. */
const SIMPLE: Readonly<Record<string, ShapeMap>> = {
  boolean: { type: 'boolean' },
  int: { type: 'int' },
  short: { type: 'int', min: -32_768, max: 32_767 },
  byte: { type: 'int', min: -128, max: 127 },
  unsignedByte: { type: 'int', min: 0, max: 255 },
  unsignedShort: { type: 'int', min: 0, max: 65_535 },
  long: { type: 'int64' },
  unsignedInt: { type: 'int64', min: 0, max: 4_294_967_295 },
  integer: WHOLE,
  unsignedLong: WHOLE,
  nonNegativeInteger: WHOLE,
  nonPositiveInteger: WHOLE,
  positiveInteger: WHOLE,
  negativeInteger: WHOLE,
  decimal: { type: 'decimal' },
  float: { type: 'double' },
  double: { type: 'double' },
  dateTime: { type: 'dateTime' },
  timeInstant: { type: 'dateTime' },
  base64Binary: { type: 'bytes' },
  base64: { type: 'bytes' },
  anyType: { type: 'any' },
  'ur-type': { type: 'any' },
};

const TEXTS: ReadonlySet<string> = new Set(
  (
    'string normalizedString token language Name NCName NMTOKEN NMTOKENS ID IDREF IDREFS ENTITY ENTITIES anyURI QName ' +
    'NOTATION anySimpleType duration date time gYear gYearMonth gMonth gMonthDay gDay hexBinary'
  ).split(' '),
);

/** Types whose kind stands for them in the encoding already. */
const IMPLIED: ReadonlySet<string> = new Set([
  'string',
  'int',
  'long',
  'double',
  'boolean',
  'dateTime',
  'base64Binary',
  'anyType',
  'ur-type',
]);

/**
 * A type that no schema has to define: those of XML Schema, of SOAP's encoding, and what Apache and Microsoft add.
 *
 * @param encoded - whether values state their types, so that the exact one has to be kept
 * @returns `undefined` for any other
 * @see XML Schema Part 2: Datatypes, section 3; SOAP 1.1, section 5.2
 */
export function builtinType({ uri, local }: QName, encoded: boolean): ShapeMap | undefined {
  if (uri === SOAP_ENCODING && local === 'Array') return { type: 'array', of: { type: 'any' }, item: 'item' };
  if (isSchemaNamespace(uri) || uri === SOAP_ENCODING) {
    const shape =
      (Object.hasOwn(SIMPLE, local) ? SIMPLE[local] : undefined) ?? (TEXTS.has(local) ? TEXT : undefined);
    if (shape === undefined || !encoded) return shape && { ...shape };
    const isImplied = IMPLIED.has(local) && isSchemaNamespace(uri);
    return isImplied
      ? { ...shape }
      : { ...shape, wireType: `${uri === SOAP_ENCODING ? 'soapenc' : 'xsd'}:${local}` };
  }
  if (uri === APACHE) return apacheType(local);
  if (uri === MICROSOFT && local === 'guid') return { ...TEXT };
  if (uri === MICROSOFT && local === 'char') return { ...SIMPLE.unsignedShort, type: 'int' };
  return undefined;
}

function apacheType(local: string): ShapeMap {
  if (local === 'Vector') return { type: 'array', of: { type: 'any' }, item: 'item' };
  if (local !== 'Map') return unsendable({ type: 'any' }, `a ${local} of Apache's`);
  const entry = { type: 'struct', members: { key: 'any', value: 'any' }, typeName: 'mapItem' };
  return unsendable({ type: 'array', of: entry, item: 'item' }, "a Map of Apache's");
}
