import { EdgeError } from '../edge-error.js';

const TAKEN = new Set(['*/*', 'application/*', 'application/json']);

/** @throws {@link EdgeError} 406 when a client takes no JSON (RFC 9110, 12.5.1) */
export function checkAccept(accept: string | undefined): void {
  if (accept === undefined || TAKEN.has(accept) || takesJson(accept)) return;
  throw new EdgeError(406, 'NOT_ACCEPTABLE', 'Answers are application/json, which Accept rules out.');
}

/** The most specific range that covers JSON decides, and one with a weight of zero rules it out. */
function takesJson(accept: string): boolean {
  const weights = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(range, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  const range = ['application/json', 'application/*', '*/*'].find((known) => weights.has(known));
  return range !== undefined && (weights.get(range) ?? 0) > 0;
}
