import type { HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';

/** Envelopes as text, and the few looks at answers that the tests share: no codec, on purpose. */

const ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface PostOptions {
  /** Path and query; default: the service's. */
  readonly path?: string;
  /** `null` sends no SOAPAction. */
  readonly soapAction?: string | null;
  readonly contentType?: string;
}

export async function post(
  simulator: HsphereSimulator,
  body: string | Uint8Array,
  { path, soapAction = '', contentType = 'text/xml; charset=utf-8' }: PostOptions = {},
): Promise<Posted> {
  const response = await fetch(path === undefined ? simulator.url : new URL(path, simulator.url), {
    method: 'POST',
    headers: {
      'content-type': contentType,
      ...(soapAction === null ? {} : { soapaction: soapAction }),
    },
    body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:soapenc="${ENCODING}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/** An operation element and whatever stands beside it in the body. */
export const operation = (action: string, parameters: string, beside = '', namespace = 'AdminServices') =>
  envelope(
    `<ns1:${action} soapenv:encodingStyle="${ENCODING}" xmlns:ns1="${namespace}">${parameters}</ns1:${action}>${beside}`,
  );

interface TokenParts {
  readonly accountId?: number;
  readonly login?: string;
  readonly password?: string;
  readonly role?: string;
}

/** An AuthToken as a multi-reference element of its own, `id="id0"`. */
export const token = ({
  accountId = 0,
  login = 'admin',
  password = 'sandbox-hsphere',
  role = '<role xsi:type="ns2:Role" xsi:nil="true"/>',
}: TokenParts = {}): string =>
  `<multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="${ENCODING}" xsi:type="ns2:AuthToken" ` +
  `xmlns:ns2="urn:AdminServices"><accountId xsi:type="xsd:int">${accountId}</accountId>` +
  `<login xsi:type="xsd:string">${login}</login><password xsi:type="xsd:string">${password}</password>${role}</multiRef>`;

export const roleOf = (login: string, accountId = 0): string =>
  `<role xsi:type="ns2:Role"><accountId xsi:type="xsd:int">${accountId}</accountId>` +
  `<login xsi:type="xsd:string">${login}</login></role>`;

export const AT = '<at href="#id0"/>';

type Xsd = 'int' | 'long' | 'double' | 'boolean' | 'string';
export const typed = (name: string, type: Xsd, value: string | number | bigint | boolean): string =>
  `<${name} xsi:type="xsd:${type}">${value}</${name}>`;

export const accountId = (id: number | bigint): string => typed('accountId', 'long', id);

/** Calls an action with the administrator's token. */
export const call = (simulator: HsphereSimulator, action: string, parameters = '', as: TokenParts = {}) =>
  post(simulator, operation(action, `${AT}${parameters}`, token(as)));

/** The faultstring, its predefined entities resolved; `undefined` for an answer that is no fault. */
export function faultString({ text }: Posted): string | undefined {
  const content = /<faultstring>([\s\S]*?)<\/faultstring>/.exec(text)?.[1];
  return content
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

export const faultCode = ({ text }: Posted): string | undefined => /<faultcode[^>]*>([^<]*)</.exec(text)?.[1];

/** Text of the first element with this name, following one reference. */
export function returned({ text }: Posted, name: string): string | undefined {
  const [, attributes = '', content] = new RegExp(`<${name}( [^>]*?)?(?:/>|>([^<]*))`).exec(text) ?? [];
  const id = /href="#([^"]+)"/.exec(attributes)?.[1];
  return id === undefined ? content : multiRef(text, id);
}

/** The content of the multi-reference element with this id. */
export const multiRef = (text: string, id: string): string | undefined =>
  new RegExp(`<multiRef id="${id}"[^>]*>([\\s\\S]*?)</multiRef>`).exec(text)?.[1];

/** What the members of an array hold, in order, following references: text, or the markup of a bean. */
export function members({ text }: Posted, name: string, member = name): (string | undefined)[] {
  const array = new RegExp(`<${name} [^>]*arrayType=[^>]*>([\\s\\S]*)</${name}></`).exec(text)?.[1] ?? '';
  return [...array.matchAll(new RegExp(`<${member}([^>]*?)(?:/>|>([^<]*)</${member}>)`, 'g'))].map(
    ([, attributes = '', content]) => {
      const id = /href="#([^"]+)"/.exec(attributes)?.[1];
      return id === undefined ? content : multiRef(text, id);
    },
  );
}

/** What an action answers that has no result. */
export const emptyReply = (action: string): RegExp =>
  new RegExp(
    `<soapenv:Body><(ns\\d+):${action}Response soapenv:encodingStyle="[^"]+" xmlns:\\1="AdminServices"/></soapenv:Body>`,
  );
