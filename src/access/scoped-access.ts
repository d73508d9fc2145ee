import { ForbiddenError } from '../errors/index.js';
import {
  type Backend,
  mentionOf,
  type NodeRecords,
  type NodeType,
  type ObjectRef,
  type Ownership,
  type Panel,
  type PanelCall,
  type Principal,
} from '../model/index.js';
import type { Access, Subject } from './access.js';
import { nullIfUnreadable, OwnerWalk } from './owner-walk.js';
import { ownersNamed } from './owners-named.js';
import { canonicalRoot } from './scope-roots.js';

/** The panels of one request. */
export interface RequestPanels {
  /** A backend that the caller may use. */
  backend(name: string): Backend | undefined;
  /** The port as the request has it. */
  panel(backend: string): Panel;
  /** A port whose reads share nothing with those before. */
  freshPanel(backend: string): Panel;
}

/** What a port is asked for when only its being there matters. */
const NO_MORE = { resources: false } as const;

/** Sees what lies below the roots that its scope lists, on the backends that its scope names. */
export class ScopedAccess implements Access {
  /** Canonical roots by backend; a scope is short, and read once a request. */
  private readonly roots = new Map<string, ReadonlySet<string>>();
  private readonly walks = new Map<string, OwnerWalk | null>();

  constructor(
    private readonly scope: NonNullable<Principal['scope']>,
    private readonly panels: RequestPanels,
  ) {}

  reaches(backend: string): boolean {
    return this.walkOf(backend) !== null;
  }

  saysNow(type: NodeType, record: NodeRecords[NodeType]): boolean | undefined {
    const walk = this.walkOf(record.backend);
    return walk === null ? false : walk.saysNow(type, record);
  }

  async shows(type: NodeType, record: NodeRecords[NodeType]): Promise<boolean> {
    return (await this.walkOf(record.backend)?.leadsToRoot(type, record)) ?? false;
  }

  async lookUp<T>(
    backend: string,
    { type, nativeId }: ObjectRef,
    read: () => Promise<T | null>,
  ): Promise<T | null> {
    const says = this.saysNow(type, mentionOf(backend, type, nativeId));
    if (says === false) return null;
    return says === true ? read() : nullIfUnreadable(read());
  }

  async assertChange(backend: string, subjects: readonly Subject[]): Promise<void> {
    const panel = this.reaches(backend) ? this.panels.freshPanel(backend) : null;
    const walk = panel && this.walkFrom(backend, panel);
    if (panel === null || walk === null || subjects.length === 0) throw forbidden(subjects[0]?.field);
    const lies = await Promise.all(subjects.map((subject) => liesInScope(walk, panel, subject)));
    // The first in the order of the input, whichever was answered first.
    const foreign = subjects.find((_, index) => lies[index] === false);
    if (foreign !== undefined) throw forbidden(foreign.field);
  }

  async assertCall(backendName: string, { operation, params }: PanelCall): Promise<void> {
    const backend = this.panels.backend(backendName);
    const named = backend === undefined ? null : ownersNamed(backend, operation, params);
    const field = operation.owner === undefined ? undefined : ['input', ...operation.owner.param.split('.')];
    if (!this.reaches(backendName) || named === null || named.length === 0) throw forbidden(field);
    const isRead = operation.effect === 'read';
    const panel = isRead ? this.panels.panel(backendName) : this.panels.freshPanel(backendName);
    const walk = isRead ? this.walkOf(backendName) : this.walkFrom(backendName, panel);
    if (walk === null) throw forbidden(field);
    const lies = await Promise.all(named.map((ref) => liesInScope(walk, panel, ref)));
    if (lies.includes(false)) throw forbidden(field);
  }

  forget(backend: string): void {
    this.walks.delete(backend);
  }

  private walkOf(backend: string): OwnerWalk | null {
    let walk = this.walks.get(backend);
    if (walk === undefined) {
      walk = this.rootsOn(backend) === null ? null : this.walkFrom(backend, this.panels.panel(backend));
      this.walks.set(backend, walk);
    }
    return walk;
  }

  private walkFrom(backend: string, { ownership }: Panel): OwnerWalk | null {
    const roots = this.canonicalRoots(backend, ownership?.root);
    return ownership === undefined || roots.size === 0 ? null : new OwnerWalk({ backend, ownership, roots });
  }

  /** As the scope has them; `null` where it does not name the backend, or the caller may not use it. */
  private rootsOn(backend: string): readonly string[] | null {
    return Object.hasOwn(this.scope, backend) && this.panels.backend(backend) !== undefined
      ? (this.scope[backend] ?? null)
      : null;
  }

  private canonicalRoots(name: string, type: Ownership['root'] | undefined): ReadonlySet<string> {
    const known = this.roots.get(name);
    if (known !== undefined) return known;
    const backend = this.panels.backend(name);
    const roots = new Set<string>();
    for (const root of this.rootsOn(name) ?? []) {
      const id = backend && type && canonicalRoot(backend, type, root);
      if (id) roots.add(id);
    }
    this.roots.set(name, roots);
    return roots;
  }
}

/**
 * Whether an object is there and lies in the scope. It is read, even where its name alone would lead to a root: the
 * number of someone else's bundle behind the name of an own domain must not pass.
 */
async function liesInScope(walk: OwnerWalk, panel: Panel, { type, nativeId }: ObjectRef): Promise<boolean> {
  if (walk.isRoot({ type, nativeId })) return true;
  const found: Promise<NodeRecords[NodeType] | null> | undefined = panel.find[type]?.(nativeId, NO_MORE);
  const record = await nullIfUnreadable(found);
  return record !== null && walk.leadsToRoot(type, record);
}

const forbidden = (field?: readonly string[]): ForbiddenError =>
  field === undefined
    ? new ForbiddenError('You may not do this: it is not known to concern what is yours.')
    : new ForbiddenError(`You may not do this: ${field.join('.')} names nothing of yours.`, field);
