import type { ArrayShape, Optional, Shape, StructShape } from './shape.js';

/**
 * The TypeScript types that follow from a shape.
 *
 * `InputOf` is what a caller hands to the encoder: required members must be there. `OutputOf` is what the
 * decoder hands back: only members marked `key` are certain, since releases leave out what their documents
 * promise; every other one is `null` when it is absent or nil.
 */
interface Scalars {
  int: number;
  int64: bigint;
  double: number;
  decimal: string;
  boolean: boolean;
  string: string;
  dateTime: string;
  bytes: Uint8Array;
  any: unknown;
}

type IsOptional<S> = S extends Optional<Shape> ? true : false;

export type InputOf<S> =
  S extends StructShape<infer M>
    ? { readonly [K in keyof M as IsOptional<M[K]> extends true ? never : K]: InputOf<M[K]> } & {
        readonly [K in keyof M as IsOptional<M[K]> extends true ? K : never]?: InputOf<M[K]> | undefined;
      }
    : S extends ArrayShape<infer E>
      ? ReadonlyArray<InputOf<E>>
      : S extends { kind: infer K extends keyof Scalars }
        ? Scalars[K]
        : never;

export type OutputOf<S> =
  S extends StructShape<infer M>
    ? { readonly [K in keyof M]: M[K] extends { key: true } ? OutputOf<M[K]> : OutputOf<M[K]> | null }
    : S extends ArrayShape<infer E>
      ? ReadonlyArray<S extends { rowByRow: true } ? OutputOf<E> | Error : OutputOf<E>>
      : S extends { kind: infer K extends keyof Scalars }
        ? Scalars[K]
        : S extends null
          ? null
          : never;
