import type { AsmxPeer } from './asmx.js';
import { post, type RawReply } from './post.js';

export const ASMX_NAMESPACE = 'http://smbsaas/MSPC/enterpriseserver';

/** One hand-written call. */
export interface AsmxCall {
  /** `<service>.<method>` */
  to: string;
  /** Content of the method's element. */
  args?: string;
  /** `<user>:<password>`; default the panel's administrator. */
  login?: string;
  headers?: Record<string, string>;
}

/** Sends a SOAP 1.1 envelope of fixed text around the arguments. */
export function callAsmx(
  peer: AsmxPeer,
  { to, args = '', login = 'serveradmin:serveradmin', headers = {} }: AsmxCall,
): Promise<RawReply> {
  const [service, method] = to.split('.');
  const element = `<${method} xmlns="${ASMX_NAMESPACE}">${args}</${method}>`;
  return post(
    `${peer.url}/${service}.asmx`,
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
      `<soap:Body>${element}</soap:Body></soap:Envelope>`,
    {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: `"${ASMX_NAMESPACE}/${method}"`,
      authorization: `Basic ${Buffer.from(login).toString('base64')}`,
      ...headers,
    },
  );
}
