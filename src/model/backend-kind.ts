import type { z } from 'zod';
import type { Log } from '../log/index.js';
import type { AnyOperation } from '../operation/operation.js';
import type { Backend } from './backend.js';

/** What the gateway lends to every backend. */
export interface BackendDeps {
  /** Its lines already name the backend. */
  readonly log: Log;
  /** Milliseconds since 1970; the system's clock when absent. */
  readonly now?: () => number;
}

/** A kind of panel: the settings that one of them needs, and how it is made from them. */
export interface BackendKindModule<Schema extends z.ZodObject = z.ZodObject> {
  /** Of an entry under `backends`, without its `kind`; extends `backendSettings` of `src/config`. */
  readonly schema: Schema;
  /** Every method that the vendor's documents describe. */
  readonly operations: readonly AnyOperation[];
  /** Methods that they only name; absent: there are none. */
  readonly namedOnly?: readonly string[];
  /** Makes no call: a panel that is down does not keep the gateway from starting. */
  create(name: string, settings: z.output<Schema>, deps: BackendDeps): Backend;
}

/** By the word that `kind` has in the configuration. */
export type BackendKinds = Readonly<Record<string, BackendKindModule>>;
