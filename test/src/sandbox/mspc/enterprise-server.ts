import { onTestFinished } from 'vitest';
import type { MspcSimulatorOptions } from '../../../../src/sandbox/mspc/options.js';
import { createMspcSimulator } from '../../../../src/sandbox/mspc/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';

export const NAMESPACE = 'http://smbsaas/MSPC/enterpriseserver';
export const ADMIN = 'serveradmin:sandbox-mspc';
export const RESELLER = 'kuestenhost:sandbox-secret-kuestenhost';
export const CUSTOMER = 'nordlicht:sandbox-secret-nordlicht';
export const DEMO = 'schnupper:sandbox-secret-schnupper';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What is between the tags of the result; `undefined` where there is no result. */
  readonly result: string | undefined;
  /** The faultstring as written, if there is one. */
  readonly fault: string | undefined;
}

export interface CallOptions {
  /** `user:password`. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly namespace?: string;
}

export interface TestServer {
  readonly simulator: Simulator;
  /** Calls `method` of esUsers, esPackages or esAuthentication, whichever `service` says. */
  call(service: string, method: string, args: string, options?: CallOptions): Promise<Answer>;
  users(method: string, args: string, as?: string): Promise<Answer>;
  packages(method: string, args: string, as?: string): Promise<Answer>;
  /** Sends a body as it is, to esUsers unless the path says otherwise. */
  post(body: string | Buffer, headers: Record<string, string>, path?: string): Promise<Answer>;
}

export const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString('base64')}`;

/** A SOAP 1.1 request around one method element. */
export const envelope = (method: string, args: string, namespace = NAMESPACE): string =>
  `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><${method} xmlns="${namespace}">${args}</${method}></s:Body></s:Envelope>`;

/** A simulator that ends with the test. */
export async function startServer(options: MspcSimulatorOptions = {}): Promise<TestServer> {
  const simulator = await createMspcSimulator(options);
  onTestFinished(() => simulator.close());

  const post: TestServer['post'] = async (body, headers, path = 'esUsers.asmx') => {
    const response = await fetch(new URL(path, simulator.url), { method: 'POST', body, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      result: /Response xmlns="[^"]*"><(\w+Result)>(.*)<\/\1><\/\w+Response>/s.exec(text)?.[2],
      fault: /<faultstring>(.*)<\/faultstring>/s.exec(text)?.[1],
    };
  };
  const call: TestServer['call'] = (service, method, args, { as = ADMIN, headers, namespace } = {}) =>
    post(
      envelope(method, args, namespace),
      {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${namespace ?? NAMESPACE}/${method}"`,
        authorization: basic(as),
        ...headers,
      },
      `${service}.asmx`,
    );
  return {
    simulator,
    post,
    call,
    users: (method, args, as = ADMIN) => call('esUsers', method, args, { as }),
    packages: (method, args, as = ADMIN) => call('esPackages', method, args, { as }),
  };
}

/** The texts of all elements of this name, in document order. */
export function textsOf(xml: string | undefined, name: string): string[] {
  return Array.from(
    (xml ?? '').matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g')),
    ([, text = '']) => text,
  );
}

/** The contents of all rows of a DataSet's table. */
export function rowsOf(xml: string | undefined, table: string): string[] {
  return Array.from(
    (xml ?? '').matchAll(new RegExp(`<${table} diffgr:id[^>]*>(.*?)</${table}>`, 'gs')),
    ([, row = '']) => row,
  );
}
