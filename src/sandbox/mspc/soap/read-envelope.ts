import { readXml, UnreadableXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { SoapFault, serverFault } from './soap-fault.js';

const ENVELOPE_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';
const SECURITY_NAMESPACE =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const ADDRESSING_NAMESPACES = [
  'http://schemas.xmlsoap.org/ws/2004/08/addressing',
  'http://www.w3.org/2005/08/addressing',
];

export interface Envelope {
  /** The first element of the body, if there is any. */
  readonly call: XmlElement | undefined;
  /** `MessageID` of WS-Addressing, to be answered in `RelatesTo`. */
  readonly messageId: string | undefined;
}

/**
 * Reads a SOAP 1.1 request.
 *
 * @throws {@link UnreadableXml} if the body is not XML in the charset that `contentType` states (UTF-8 without)
 * @throws {@link SoapFault} for another root element, for headers that must be understood and are not, and for
 *   signed messages
 */
export function readEnvelope(body: Buffer, contentType: string): Envelope {
  const root = readXml(decode(body, contentType));
  if (root.local !== 'Envelope' || root.namespace !== ENVELOPE_NAMESPACE) throw versionMismatch(root);
  const headers = childrenNamed(root, 'Header').flatMap(({ children }) => children);
  for (const header of headers) refuseUnknown(header);
  const messageId = headers.find(
    ({ local, namespace }) => local === 'MessageID' && ADDRESSING_NAMESPACES.includes(namespace),
  );
  return { call: childrenNamed(root, 'Body')[0]?.children[0], messageId: messageId?.text.trim() };
}

function decode(body: Buffer, contentType: string): string {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    throw new UnreadableXml(`The bytes are not in the encoding '${charset}'.`);
  }
}

function childrenNamed(root: XmlElement, local: string): XmlElement[] {
  return root.children.filter((child) => child.local === local && child.namespace === ENVELOPE_NAMESPACE);
}

function versionMismatch(root: XmlElement): SoapFault {
  return new SoapFault('VersionMismatch', [
    {
      type: 'System.InvalidOperationException',
      message: `Possible SOAP version mismatch: Envelope namespace ${root.namespace} was unexpected. Expecting ${ENVELOPE_NAMESPACE}.`,
    },
  ]);
}

function refuseUnknown(header: XmlElement): void {
  if (header.namespace === SECURITY_NAMESPACE) {
    throw serverFault('The message must be signed and encrypted.', 'System.ApplicationException');
  }
  const mustUnderstand = header.attributes.find(
    ({ local, namespace }) => local === 'mustUnderstand' && namespace === ENVELOPE_NAMESPACE,
  );
  if (mustUnderstand?.value === '1' && !ADDRESSING_NAMESPACES.includes(header.namespace)) {
    throw new SoapFault('MustUnderstand', [
      {
        type: 'System.Web.Services.Protocols.SoapHeaderException',
        message: `SOAP header ${header.local} was not understood.`,
      },
    ]);
  }
}
