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

/** What is said about a call, without its secrets: panels quote what they refuse. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '***')), text);
