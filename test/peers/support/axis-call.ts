import type { AxisPeer } from './axis.js';
import { post, type RawReply } from './post.js';

/** One hand-written call. */
export interface AxisCall {
  action: string;
  /** Parameters after the token, as XML. */
  args?: string;
  /** `<login>:<password>` of the token, which is element `at`; default the administrator, null sends none. */
  login?: string | null;
  /** Account that the token names; 0, the default, is the login's only one. */
  accountId?: number;
  /** Members of the token after its password. */
  role?: string;
  /** Children of the body after the token. */
  more?: string;
  /** Namespace of the action's element; default the service's name. */
  namespace?: string;
  /** What stands between the elements. */
  indent?: string;
  headers?: Record<string, string>;
}

const ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';

/** A parameter with its type, as the engine wants it: `long`, `int`, `double`, `boolean`, `string`. */
export function param(name: string, type: string, value: string | number | boolean): string {
  return `<${name} xsi:type="xsd:${type}">${value}</${name}>`;
}

/** Sends a SOAP 1.1 envelope with the token by reference, the way the vendor's examples do. */
export function callAxis(peer: AxisPeer, call: AxisCall): Promise<RawReply> {
  const { action, args = '', login = 'admin:admin-pass', accountId = 0, namespace = 'AdminServices' } = call;
  const [user, password] = login?.split(':') ?? [];
  const token =
    `<multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="${ENCODING}" xsi:type="ns2:AuthToken">` +
    `${param('accountId', 'int', accountId)}<login xsi:type="xsd:string">${user}</login>` +
    `<password xsi:type="xsd:string">${password}</password>` +
    `${call.role ?? '<role xsi:type="ns2:Role" xsi:nil="true"/>'}</multiRef>`;
  const body =
    `<ns1:${action} soapenv:encodingStyle="${ENCODING}" xmlns:ns1="${namespace}">${call.indent ?? ''}` +
    `${login === null ? '' : '<at href="#id0"/>'}${args}</ns1:${action}>` +
    `${login === null ? '' : token}${call.more ?? ''}`;
  return post(
    peer.url,
    '<?xml version="1.0" encoding="UTF-8"?>' +
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
      ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ` xmlns:soapenc="${ENCODING}" xmlns:ns2="urn:AdminServices">` +
      `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
    { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', ...call.headers },
  );
}

/** signupUser's parameters after the token, in the order of the vendor's example. */
export function signupArgs(login: string, password = 'secret1'): string {
  const pair = ['type_domain', 'empty_domain']
    .map((text) => `<item xsi:type="xsd:string">${text}</item>`)
    .join('');
  const item = `<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]">${pair}</item>`;
  return [
    param('planId', 'int', 7003) + param('periodId', 'int', 0),
    param('login', 'string', login) +
      param('password', 'string', password) +
      param('descr', 'string', 'test'),
    `<ci xsi:type="ns2:ContactInfo">${param('email', 'string', 'ada@example.test')}</ci>`,
    '<bi xsi:type="ns2:ContactInfo" xsi:nil="true"/><pi xsi:type="ns2:PaymentInfo" xsi:nil="true"/>',
    param('validateUser', 'boolean', true) + param('mod', 'string', 'empty'),
    `<otherParams xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[7]">${item}</otherParams>`,
  ].join('');
}
