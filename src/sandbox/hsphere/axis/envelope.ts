import { AxisFault, javaException, saxException } from './fault.js';
import { SOAP_ENCODING, SOAP_ENVELOPE } from './namespaces.js';
import { References } from './references.js';
import type { XmlElement } from './xml-element.js';

export interface Envelope {
  /** The element that names the action. */
  readonly operation: XmlElement;
  readonly references: References;
}

/**
 * Finds the operation of a SOAP 1.1 envelope: the first child of the body that is not marked as no root of the
 * serialization, wherever the multi-reference elements stand.
 *
 * @throws {@link AxisFault} for another root, another SOAP version, no body, or a header that must be understood
 */
export function readEnvelope(root: XmlElement): Envelope {
  if (root.local !== 'Envelope') throw saxException(`Bad envelope tag:  ${root.local}`);
  if (root.namespace !== SOAP_ENVELOPE) throw new AxisFault('soapenv:VersionMismatch', 'Version Mismatch');
  refuseMandatoryHeaders(root);
  const body = root.children.find((child) => isSoap(child, 'Body'));
  const operation = body?.children.find(isSerializationRoot);
  if (body === undefined || operation === undefined) {
    throw javaException('java.lang.Exception', 'Body not found.');
  }
  return { operation, references: new References(body) };
}

const isSoap = (element: XmlElement, local: string): boolean =>
  element.namespace === SOAP_ENVELOPE && element.local === local;

const isSerializationRoot = (child: XmlElement): boolean =>
  child.attribute(SOAP_ENCODING, 'root') !== '0' && child.attribute('', 'id') === undefined;

function refuseMandatoryHeaders(root: XmlElement): void {
  const headers = root.children.find((child) => isSoap(child, 'Header'))?.children ?? [];
  const mandatory = headers.filter((header) => header.attribute(SOAP_ENVELOPE, 'mustUnderstand') === '1');
  if (mandatory.length === 0) return;
  const names = mandatory.map(({ namespace, local }) => `{${namespace}}${local}`).join(' ');
  throw new AxisFault('soapenv:MustUnderstand', `Did not understand "MustUnderstand" header(s):${names}`);
}
