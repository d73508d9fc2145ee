import { BackendFaultError, BackendProtocolError, MethodMissingError } from '../errors/index.js';
import {
  mentionOf,
  type NodeRecords,
  type NodeType,
  type ObjectRef,
  type OwnerRule,
  type Ownership,
} from '../model/index.js';

/** Most steps from an object up to what a scope lists. */
export const MOST_STEPS = 8;

export interface OwnerWalkOptions {
  readonly backend: string;
  readonly ownership: Ownership;
  /** What the caller's scope lists, in canonical form. */
  readonly roots: ReadonlySet<string>;
}

/**
 * Finds out whether objects of one backend lie below what a scope lists, one owner after the other. Each step is asked
 * for once, however many objects lead over it, so a walk lives for one request.
 */
export class OwnerWalk {
  private readonly owners = new Map<string, Promise<ObjectRef | null>>();

  constructor(private readonly options: OwnerWalkOptions) {}

  isRoot({ type, nativeId }: ObjectRef): boolean {
    return type === this.options.ownership.root && this.options.roots.has(nativeId);
  }

  /** As far as records say without a call; `undefined` where the panel has to be asked. */
  saysNow<T extends NodeType>(type: T, record: NodeRecords[T]): boolean | undefined {
    let ref = refOf(type, record);
    let known: NodeRecords[NodeType] = record;
    for (let steps = 0; steps <= MOST_STEPS; steps++) {
      if (this.isRoot(ref)) return true;
      const rule = this.ruleOf(ref.type);
      const owner = rule === undefined ? null : rule.told(known);
      if (owner === null || owner === undefined) return owner === null ? false : undefined;
      ref = owner;
      known = mentionOf(this.options.backend, ref.type, ref.nativeId);
    }
    return false;
  }

  /**
   * Whether an object is something that the scope lists, or lies below it; not so, where an owner cannot be read.
   *
   * @throws {@link BackendUnavailableError}, {@link BackendTimeoutError} when the panel does not answer
   */
  async leadsToRoot<T extends NodeType>(type: T, record: NodeRecords[T]): Promise<boolean> {
    let ref = refOf(type, record);
    let known: NodeRecords[NodeType] | undefined = record;
    for (let steps = 0; !this.isRoot(ref); steps++) {
      if (steps === MOST_STEPS) return false;
      const owner = await this.ownerOf(ref, known);
      if (owner === null) return false;
      ref = owner;
      known = undefined;
    }
    return true;
  }

  private ownerOf(ref: ObjectRef, known?: NodeRecords[NodeType]): Promise<ObjectRef | null> {
    const key = `${ref.type}:${ref.nativeId}`;
    let owner = this.owners.get(key);
    if (owner === undefined) {
      owner = this.askOwner(ref, known ?? mentionOf(this.options.backend, ref.type, ref.nativeId));
      this.owners.set(key, owner);
    }
    return owner;
  }

  private async askOwner({ type }: ObjectRef, record: NodeRecords[NodeType]): Promise<ObjectRef | null> {
    const rule = this.ruleOf(type);
    if (rule === undefined) return null;
    const told = rule.told(record);
    if (told !== undefined) return told;
    return (await nullIfUnreadable(rule.ask?.(record))) ?? null;
  }

  private ruleOf(type: NodeType): OwnerRule<NodeRecords[NodeType]> | undefined {
    // The rule of a type is given records of that type alone.
    return this.options.ownership.rules[type] as OwnerRule<NodeRecords[NodeType]> | undefined;
  }
}

const refOf = (type: NodeType, record: NodeRecords[NodeType]): ObjectRef => ({
  type,
  // The id of a domain is its name; its native id is a number that its panel has for it.
  nativeId: (type === 'Domain' && 'name' in record ? record.name : record.nativeId) ?? '',
});

/**
 * What a panel refuses to tell, or tells so that nobody can read it, is as good as not there: where the owner is not
 * known, telling the failure from a miss would say that there is something.
 */
export async function nullIfUnreadable<T>(answer: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await answer) ?? null;
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

export const isUnreadable = (error: unknown): boolean =>
  error instanceof BackendFaultError ||
  error instanceof BackendProtocolError ||
  error instanceof MethodMissingError;
