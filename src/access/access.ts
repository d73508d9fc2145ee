import type { NodeRecords, NodeType, ObjectRef, PanelCall } from '../model/index.js';

/** What a change is about, with the path of the argument that names it. */
export interface Subject extends ObjectRef {
  readonly field: readonly string[];
}

/** What the caller of one request may see and change. */
export interface Access {
  /** Whether anything of a backend can be shown at all; of the others not even calls are made. */
  reaches(backend: string): boolean;
  /** Whether an object may be shown, as far as that can be said without a call; `undefined`: it takes one. */
  saysNow(type: NodeType, record: NodeRecords[NodeType]): boolean | undefined;
  /**
   * Whether an object may be shown.
   *
   * @throws {@link BackendUnavailableError}, {@link BackendTimeoutError} when its panel does not answer
   */
  shows(type: NodeType, record: NodeRecords[NodeType]): Promise<boolean>;
  /**
   * Looks an object up by what names it. What cannot be shown is not asked for where its name alone says so, and a
   * refusal is a miss unless the object is the caller's: otherwise it would tell that there is something.
   */
  lookUp<T>(backend: string, named: ObjectRef, read: () => Promise<T | null>): Promise<T | null>;
  /**
   * Lets a change pass whose targets, all of them, exist and lie in the caller's scope. The panel is asked anew.
   *
   * @throws {@link ForbiddenError}, the same for what is not there, what is another's and what cannot be read
   */
  assertChange(backend: string, subjects: readonly Subject[]): Promise<void>;
  /**
   * Lets one call of the native layer pass, by the owner that its operation names.
   *
   * @throws {@link ForbiddenError} where that is not the caller's, or the operation names none
   */
  assertCall(backend: string, call: PanelCall): Promise<void>;
  /** After a change: who owns what on this backend is asked anew. */
  forget(backend: string): void;
}

/** Of callers without a scope. */
export const OPEN_ACCESS: Access = {
  reaches: () => true,
  saysNow: () => true,
  shows: async () => true,
  lookUp: (_backend, _named, read) => read(),
  assertChange: async () => undefined,
  assertCall: async () => undefined,
  forget: () => undefined,
};
