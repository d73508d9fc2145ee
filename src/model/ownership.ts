import type { NodeType } from './global-id.js';
import type { NodeRecord, Told } from './node.js';
import type { NodeRecords, Wanted } from './panel.js';

/** An object of one backend; the native id of a domain is its name here, as it is in global ids. */
export interface ObjectRef {
  readonly type: NodeType;
  readonly nativeId: string;
}

/** How the objects of a type lead to what they belong to, one step up. */
export interface OwnerRule<R> {
  /** As far as the record says: `undefined` where it does not, `null` where it says that there is nothing above. */
  told(record: R): ObjectRef | null | undefined;
  /** Asks the panel where the record does not say; `null` where it cannot tell. Absent: no call of the panel can. */
  ask?(record: R): Promise<ObjectRef | null>;
}

/** To whom the objects of a panel belong. What has no rule belongs to the provider alone. */
export interface Ownership {
  /** What the scope of a caller lists for a panel of this kind: the tops of what it may see. */
  readonly root: 'Account' | 'Domain';
  readonly rules: { readonly [T in NodeType]?: OwnerRule<NodeRecords[T]> };
}

/** The object that a member of a record names, as rules tell it. */
export const refTo = (type: NodeType, nativeId: Told<string>): ObjectRef | null | undefined =>
  typeof nativeId === 'string' ? { type, nativeId } : nativeId;

/**
 * The rule of a type whose records name their owner in one member.
 *
 * @param find - how the port finds such an object; its answer tells the member where a record does not
 */
export function ownedBy<R extends NodeRecord>(
  type: NodeType,
  memberOf: (record: R) => Told<string>,
  find: ((nativeId: string, wanted: Wanted) => Promise<R | null>) | undefined,
): OwnerRule<R> {
  return {
    told: (record) => refTo(type, memberOf(record)),
    async ask({ nativeId }) {
      const record = await find?.(nativeId, { resources: false });
      return (record && refTo(type, memberOf(record))) ?? null;
    },
  };
}
