import { createHash } from 'node:crypto';
import type { AnyOperation } from '../operation/operation.js';
import type { Shape, StructShape } from '../operation/shape.js';

/** How long answers are kept, by the type of the graph whose state they show; a type that is not named is not cached. */
export type TtlByType = Readonly<Record<string, number | undefined>>;

/** What of an operation decides how its answers are kept. */
export interface Caching {
  readonly ttlMs: number;
  /** Another one whenever answers are read in another way: processes of several releases may share a store. */
  readonly shapeDigest: string;
}

/**
 * Whether, and for how long, answers of an operation may be kept: those of reads that say whose state they show, where
 * all of these types are opted in. Never those of a read that takes a secret or tells whether one is right, and never
 * those whose members no document tells, among which there could be one.
 *
 * @param ttlMs - milliseconds by type
 * @returns `null`: never
 */
export function cachingOf(operation: AnyOperation, ttlMs: TtlByType): Caching | null {
  const { effect, shows = [], checksCredentials, params, result } = operation;
  if (effect !== 'read' || shows.length === 0 || checksCredentials === true) return null;
  if (someShape(params, isSecret) || result === null || someShape(result, isUndescribed)) return null;
  const ttls = shows.map(({ type }) => (Object.hasOwn(ttlMs, type) ? (ttlMs[type] ?? 0) : 0));
  const least = Math.min(...ttls);
  return least > 0 ? { ttlMs: least, shapeDigest: digestOf(result) } : null;
}

const isSecret = ({ secret }: Shape): boolean => secret === true;
const isUndescribed = (shape: Shape): boolean =>
  shape.kind === 'any' || (shape.kind === 'struct' && (shape as StructShape).open === true);

function someShape(shape: Shape, test: (shape: Shape) => boolean): boolean {
  if (test(shape)) return true;
  if (shape.kind === 'array') return someShape((shape as { readonly of: Shape }).of, test);
  if (shape.kind !== 'struct') return false;
  return Object.values((shape as StructShape).members).some((member) => someShape(member, test));
}

const digestOf = (shape: Shape): string =>
  createHash('sha256').update(JSON.stringify(shape, bigintAsText)).digest('base64url');

const bigintAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value}n` : value;
