import type { Shape, StructShape } from './shape.js';

/**
 * The values of all secret members of a call, so that they can be kept out of what is said about it.
 *
 * @param params - as `shape` says, or anything else: what does not fit is passed over
 */
export function secretsOf(shape: Shape, params: unknown): readonly string[] {
  if (params === null || params === undefined) return [];
  if (shape.secret === true) return typeof params === 'string' && params !== '' ? [params] : [];
  if (shape.kind === 'array' && Array.isArray(params)) {
    const { of } = shape as { of: Shape };
    return params.flatMap((item: unknown) => secretsOf(of, item));
  }
  if (shape.kind === 'struct' && typeof params === 'object') {
    const { members } = shape as StructShape;
    const record = params as Readonly<Record<string, unknown>>;
    return Object.entries(members).flatMap(([name, member]) => secretsOf(member, record[name]));
  }
  return [];
}

/**
 * What is said about a call, without its secrets: panels quote what they refuse, and at times as it was sent, escaped
 * for a form or for XML.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf));
  // The longest first: one secret may be the beginning of another.
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, form) => rest.replaceAll(form, '***'), text);
}

/** A secret as it is, and in the ways in which senders and servers write it. */
function formsOf(secret: string): readonly string[] {
  // A lone surrogate has no form in a URL; it is replaced there as it is on the wire.
  const percent = encodeURIComponent(Buffer.from(secret, 'utf8').toString('utf8'));
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const xmlText = xml.replaceAll('>', '&gt;');
  return [
    secret,
    percent,
    percent.replaceAll('%20', '+'),
    new URLSearchParams([['', secret]]).toString().slice(1),
    xml,
    xmlText,
    xmlText.replaceAll('"', '&quot;'),
    xmlText.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    xmlText.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  ];
}
