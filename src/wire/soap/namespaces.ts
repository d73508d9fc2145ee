import type { XmlAttribute, XmlElement } from '../xml/reader.js';

/** @see Simple Object Access Protocol (SOAP) 1.1, section 3 */
export const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
/** @see SOAP Version 1.2 Part 1, section 5 */
export const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';
/** @see SOAP 1.1, section 5 */
export const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
/** @see XML Schema Part 1: Structures, section 2.6 */
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
/** @see XML Schema Part 2: Datatypes, section 3.1 */
export const XSD = 'http://www.w3.org/2001/XMLSchema';

/** XML Schema had other names before it was a recommendation, and old toolkits can still answer with them. */
const INSTANCE_NAMESPACES: ReadonlySet<string> = new Set([
  XSI,
  'http://www.w3.org/2000/10/XMLSchema-instance',
  'http://www.w3.org/1999/XMLSchema-instance',
]);
const SCHEMA_NAMESPACES: ReadonlySet<string> = new Set([
  XSD,
  'http://www.w3.org/2000/10/XMLSchema',
  'http://www.w3.org/1999/XMLSchema',
]);

export const isSoapNamespace = (uri: string): boolean => uri === SOAP_11 || uri === SOAP_12;

/** Whether `uri` is that of `xsi:type` and `xsi:nil`, in one of its versions. */
export const isInstanceNamespace = (uri: string): boolean => INSTANCE_NAMESPACES.has(uri);

/** Whether `uri` is that of `xsd:int` and its kin, in one of its versions. */
export const isSchemaNamespace = (uri: string): boolean => SCHEMA_NAMESPACES.has(uri);

/**
 * Whether an element says that it has no value: `xsi:nil`, which the drafts of XML Schema called `xsi:null`.
 *
 * @see XML Schema Part 1: Structures, section 2.6.2
 */
export function isNil({ ownAttributes }: XmlElement): boolean {
  for (let index = 0; index < ownAttributes.length; index += 1) {
    if (saysNil(ownAttributes[index])) return true;
  }
  return false;
}

function saysNil(attribute: XmlAttribute | undefined): boolean {
  if (attribute === undefined || !isInstanceNamespace(attribute.uri)) return false;
  if (attribute.local !== 'nil' && attribute.local !== 'null') return false;
  const value = attribute.value.trim();
  return value === 'true' || value === '1';
}
