import type { SimulatedRequest } from '../listener.js';
import { missing, Refusal } from './refusal.js';

const SECRET = /^pw$|pass|token|secret|card|cvv/i;
const FORM = 'application/x-www-form-urlencoded';

/** What is kept of a hostile request in the record of calls; no honest one comes near. */
const MAX_RECORDED_PARAMETERS = 200;
const MAX_RECORDED_LENGTH = 300;

/** The parameters of a request; their names have no case. */
export class Parameters {
  private readonly values = new Map<string, string>();

  /** A name sent twice has both values, joined by a comma, as ASP reads it. */
  constructor(sent: Iterable<readonly [string, string]>) {
    const collected = new Map<string, string[]>();
    for (const [name, value] of sent) {
      const key = name.toLowerCase();
      const values = collected.get(key);
      if (values === undefined) collected.set(key, [value]);
      else values.push(value);
    }
    for (const [key, values] of collected) this.values.set(key, values.join(', '));
  }

  /** The value, blanks around it cut; `undefined` where the parameter was not sent. */
  get(name: string): string | undefined {
    return this.values.get(name.toLowerCase())?.trim();
  }

  /** The value as it was sent, blanks kept: passwords. */
  raw(name: string): string | undefined {
    return this.values.get(name.toLowerCase());
  }

  /** @throws {@link Refusal} where the parameter is absent or empty */
  required(name: string): string {
    const value = this.get(name);
    if (value === undefined || value === '') throw new Refusal(missing(name));
    return value;
  }

  /** A whole number; `undefined` where the value is absent, empty or anything else. */
  integer(name: string): number | undefined {
    const value = this.get(name) ?? '';
    return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  }

  /** 1 or 0 as a boolean; `undefined` where the value is anything else. */
  flag(name: string): boolean | undefined {
    const value = this.get(name);
    return value === '1' ? true : value === '0' ? false : undefined;
  }
}

export interface EnomRequest {
  readonly parameters: Parameters;
  /** The URL held the login or a password, which then stands in every access log on the way. */
  readonly credentialsInUrl: boolean;
  /** The parameters by the names that were sent, secrets replaced, hostile lengths cut. */
  readonly recorded: Readonly<Record<string, string>>;
}

/** Reads the query string and, from a POST, the form; a name in both has the query's value. */
export function readRequest({ verb, query, headers, body }: SimulatedRequest): EnomRequest {
  const inUrl = [...new URLSearchParams(query)];
  const isForm = verb === 'POST' && headers['content-type']?.toLowerCase().startsWith(FORM) === true;
  const namesInUrl = new Set(inUrl.map(([name]) => name.toLowerCase()));
  const inBody = isForm
    ? [...new URLSearchParams(body.toString('utf8'))].filter(([name]) => !namesInUrl.has(name.toLowerCase()))
    : [];
  const credentialsInUrl = inUrl.some(([name]) => name.toLowerCase() === 'uid' || SECRET.test(name));
  const sent = [...inUrl, ...inBody];
  return { parameters: new Parameters(sent), credentialsInUrl, recorded: record(sent) };
}

function record(sent: readonly (readonly [string, string])[]): Record<string, string> {
  const cut = (text: string) => text.slice(0, MAX_RECORDED_LENGTH);
  return Object.fromEntries(
    sent
      .slice(0, MAX_RECORDED_PARAMETERS)
      .map(([name, value]) => [cut(name), SECRET.test(name) ? '***' : cut(value)]),
  );
}
