import { SaxesParser } from 'saxes';
import { createEnomSimulator, type EnomSimulatorOptions } from '../../../../src/sandbox/enom/server.js';

export const NOW = new Date('2026-03-08T09:05:02Z');

export const LOGIN = { uid: 'resellid', pw: 'sandbox-enom' };

/** A simulator whose clock stands still at {@link NOW}. */
export const start = (options: EnomSimulatorOptions = {}) =>
  createEnomSimulator({ now: () => NOW, ...options });

export interface Target {
  readonly url: string;
}

/** Sends a command as a form with the right login, asking for XML; `params` may say otherwise. */
export function post(target: Target, command: string, params: Record<string, string> = {}) {
  const body = new URLSearchParams({ command, ...LOGIN, responsetype: 'xml', ...params });
  return fetch(target.url, { method: 'POST', body });
}

/** The answer's text to {@link post}, which is HTTP 200 and well-formed XML. */
export async function ask(target: Target, command: string, params: Record<string, string> = {}) {
  const response = await post(target, command, params);
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
  const text = await response.text();
  requireWellFormed(text);
  return text;
}

/** `nordlicht.example` as the two parameters that name a domain. */
export function named(domain: string): { sld: string; tld: string } {
  const [sld = '', ...tld] = domain.split('.');
  return { sld, tld: tld.join('.') };
}

/** The texts of all elements of exactly this name, in order; elements with others inside are not found. */
export function texts(xml: string, name: string): string[] {
  const found = [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?(?:/>|>([^<]*)</${name}>)`, 'g'))];
  return found.map(([, text]) => text ?? '');
}

/** The text of the one element of this name. */
export function text(xml: string, name: string): string {
  const found = texts(xml, name);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name} in ${xml}`);
  return found[0] ?? '';
}

/** What an answer says of its failure. */
export function refusal(xml: string): { errors: string[]; number: string; reason: string } {
  return {
    errors: [...xml.matchAll(/<Err\d+>([^<]*)<\/Err\d+>/g)].map(([, error]) => error ?? ''),
    number: text(xml, 'ResponseNumber'),
    reason: text(xml, 'ResponseString'),
  };
}

export function requireWellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}
