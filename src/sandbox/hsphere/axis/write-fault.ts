import { escapeText } from './escape.js';
import type { AxisFault } from './fault.js';
import { AXIS } from './namespaces.js';
import { envelope } from './write-reply.js';

export interface FaultSettings {
  /** The host name that each fault's detail tells. */
  readonly hostname: string;
  /** `axis.development.system`: the detail also holds a stack trace. */
  readonly development: boolean;
}

/** Writes a fault envelope, to be sent with status 500. */
export function writeFault(fault: AxisFault, { hostname, development }: FaultSettings): string {
  let prefixes = 0;
  const inAxis = (local: string, content: string): string => {
    prefixes += 1;
    return `<ns${prefixes}:${local} xmlns:ns${prefixes}="${AXIS}">${content}</ns${prefixes}:${local}>`;
  };
  const code = faultCode(fault.code);
  if (code.includes('ns1:')) prefixes += 1;
  const text = escapeText(fault.message);
  const parts = [
    code,
    `<faultstring>${text}</faultstring>`,
    '<detail>',
    ...(development ? [inAxis('stackTrace', `${text}\n${STACK}`)] : []),
    inAxis('hostname', escapeText(hostname)),
    '</detail>',
  ];
  // Faults from before a service was chosen are indented, since the options that say otherwise are the service's.
  const separator = isBeforeService(fault) ? '\n   ' : '';
  return envelope(`<soapenv:Fault>${separator}${parts.join(separator)}${separator}</soapenv:Fault>`);
}

const isBeforeService = ({ code }: AxisFault): boolean =>
  code === 'axis:Client.NoSOAPAction' || code === 'axis:Server.NoService';

function faultCode(code: string): string {
  return code.startsWith('axis:')
    ? `<faultcode xmlns:ns1="${AXIS}">${code.replace('axis:', 'ns1:')}</faultcode>`
    : `<faultcode>${code}</faultcode>`;
}

/** What Java would add: frames of the service, of Axis and of the servlet container. */
const STACK = [
  'psoft.hsphere.axis.AdminServices.call(AdminServices.java:1)',
  'org.apache.axis.providers.java.RPCProvider.invokeMethod(RPCProvider.java:397)',
  'org.apache.axis.providers.java.RPCProvider.processMessage(RPCProvider.java:186)',
  'org.apache.axis.server.AxisServer.invoke(AxisServer.java:281)',
  'org.apache.axis.transport.http.AxisServlet.doPost(AxisServlet.java:699)',
]
  .map((frame) => `\tat ${frame}\n`)
  .join('');
