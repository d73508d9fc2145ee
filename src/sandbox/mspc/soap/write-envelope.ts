import { randomUUID } from 'node:crypto';
import type { SimulatedAnswer } from '../../listener.js';
import { escapeText, writeElement } from '../xml/write-xml.js';
import type { SoapFault } from './soap-fault.js';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';
const NAMESPACES =
  'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
const ADDRESSING = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
const ANONYMOUS = `${ADDRESSING}/role/anonymous`;

export interface AnswerHeader {
  readonly action: string;
  /** The request's message id; one is invented where it had none. */
  readonly relatesTo: string | undefined;
}

/**
 * A SOAP 1.1 answer around the content of its body.
 *
 * @param header - for WS-Addressing headers, as the real server's message pipeline adds them
 */
export function writeEnvelope(status: number, body: string, header?: AnswerHeader): SimulatedAnswer {
  const headers = header === undefined ? '' : writeElement('soap:Header', writeAddressing(header));
  const namespaces = header === undefined ? NAMESPACES : `${NAMESPACES} xmlns:wsa="${ADDRESSING}"`;
  return {
    status,
    contentType: 'text/xml; charset=utf-8',
    body: DECLARATION + writeElement('soap:Envelope', headers + writeElement('soap:Body', body), namespaces),
    headers: { 'cache-control': 'private, max-age=0' },
  };
}

function writeAddressing({ action, relatesTo }: AnswerHeader): string {
  return (
    writeElement('wsa:Action', escapeText(action)) +
    writeElement('wsa:MessageID', `urn:uuid:${randomUUID()}`) +
    writeElement('wsa:RelatesTo', escapeText(relatesTo ?? `urn:uuid:${randomUUID()}`)) +
    writeElement('wsa:To', ANONYMOUS)
  );
}

/**
 * A fault, with HTTP 500.
 *
 * @param stackTrace - whether the text tells what ran where, as it does for callers on the same machine
 */
export function writeFault(fault: SoapFault, stackTrace: boolean): SimulatedAnswer {
  const faultstring = stackTrace ? withStackTrace(fault) : fault.message;
  const body = writeElement(
    'soap:Fault',
    writeElement('faultcode', `soap:${fault.code}`) +
      writeElement('faultstring', escapeText(faultstring)) +
      writeElement('detail', ''),
  );
  return writeEnvelope(500, body);
}

const FRAME = String.raw`   at MSPC.EnterpriseServer.Dispatcher.Invoke(Object[] values) in D:\Build\MSPC\EnterpriseServer\Dispatcher.cs:line 212`;

function withStackTrace({ chain }: SoapFault): string {
  const inner = chain.length > 1 ? `\n${FRAME}\n   --- End of inner exception stack trace ---` : '';
  return `${chain.map(({ type, message }) => `${type}: ${message}`).join(' ---> ')}${inner}\n${FRAME}`;
}
