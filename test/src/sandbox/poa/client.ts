import { createRequire } from 'node:module';
import type { Simulator } from '../../../../src/sandbox/simulator.js';

interface XmlRpcClient {
  methodCall(method: string, params: unknown[], done: (error: unknown, value: unknown) => void): void;
}
interface XmlRpcPackage {
  createClient(options: object): XmlRpcClient;
}

// The package ships no types.
const xmlrpc = createRequire(import.meta.url)('xmlrpc') as XmlRpcPackage;

const CREDENTIALS = { user: 'api', pass: 'sandbox-poa' };
export const AUTHORIZATION = `Basic ${btoa(`${CREDENTIALS.user}:${CREDENTIALS.pass}`)}`;

/** What the panel answers, as a client that knows nothing of it reads it. */
export interface Answer {
  readonly status: number;
  readonly result?: unknown;
  readonly error_message?: string;
  readonly extype_id?: number;
  readonly module_id?: string;
  readonly properties?: { readonly reason?: string };
}

export type Call = (method: string, ...params: unknown[]) => Promise<Answer>;

/** Calls a simulator with the client of the xmlrpc package; XML-RPC faults reject. */
export function clientOf({ url }: Simulator, path = '/'): Call {
  const { hostname, port } = new URL(url);
  const client = xmlrpc.createClient({ host: hostname, port, path, basic_auth: CREDENTIALS });
  return (method, ...params) =>
    new Promise((resolve, reject) => {
      client.methodCall(method, params, (error, value) => {
        if (error) reject(error);
        else resolve(value as Answer); // What it is not, the assertions find out.
      });
    });
}

/** Posts a body as it stands. */
export function post(
  { url }: Simulator,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { authorization: AUTHORIZATION, ...headers }, body });
}

/** A request as text; `params` is what stands inside `<params>`. */
export function callText(method: string, params = ''): string {
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`;
}

/** One struct parameter as text; the values are given with their type element. */
export function structParam(members: Readonly<Record<string, string>>): string {
  const text = Object.entries(members).map(
    ([name, value]) => `<member><name>${name}</name><value>${value}</value></member>`,
  );
  return `<param><value><struct>${text.join('')}</struct></value></param>`;
}
