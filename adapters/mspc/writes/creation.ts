import {
  type Facts,
  type NodeType,
  type OtherWrites,
  type Snapshot,
  toGlobalId,
  type UnsettledWrite,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { ifTold } from './if-told.js';
import { applied, partial, refusal, rejected, unknown } from './results.js';
import type { Verdict } from './verdict.js';

/** Something that gets its number from the panel, in a list that can be read before and afterwards. */
export interface Creation {
  readonly type: NodeType;
  /** Field of the payload that answers it. */
  readonly field: string;
  /** What it is made below. */
  readonly place: CreationPlace;
  /** Numbers of those in that place that look like the one that is made; `null` when not all rows can be read. */
  readonly list: (read: Call, match: Snapshot) => Promise<readonly number[] | null>;
}

export interface CreationPlace {
  /** The place, as changes see it. */
  readonly nameOf: (match: Snapshot) => string;
  /** Of the input that names it. */
  readonly field: string;
  /** What the panel knows of it; `null` when it knows none. Asked where the list does not say. */
  readonly look: (read: Call, match: Snapshot) => Promise<unknown>;
}

/** Makes something, and finds it when the panel does not say whether it was made. */
export class Creations {
  constructor(
    private readonly backend: string,
    private readonly creation: Creation,
  ) {}

  /** @param match - what `list` goes by; kept with the record */
  async run(
    session: WriteSession,
    method: string,
    match: Snapshot,
    send: () => Promise<Verdict>,
  ): Promise<WriteResult> {
    const { place, list } = this.creation;
    const before = (await ifTold(list(session.read, match))) ?? null;
    // A panel refuses the list of a place that is not there, and nobody could tell what came of sending it all the same.
    if (before === null && (await ifTold(place.look(session.read, match))) === null) {
      return rejected([refusal('NOT_FOUND', 'The panel knows none.', place.field)]);
    }
    const snapshot = { ...match, change: place.nameOf(match), before };
    await session.remember(snapshot);
    const verdict = await send();
    const { exceeded } = verdict;
    if (verdict.is === 'accepted') return this.made(verdict.number, exceeded);
    if (verdict.is === 'refused') {
      return rejected(verdict.userErrors, exceeded ? { values: exceeded } : undefined);
    }
    const found = await this.find(session.read, snapshot, session.others, session.requestId);
    if (found === null) throw unknown(this.backend, method);
    if (found === 'none') return rejected(verdict.userErrors, exceeded ? { values: exceeded } : undefined);
    return partial(this.facts(found, exceeded), verdict.userErrors, this.nameOf(found));
  }

  async reconcile(
    { snapshot, requestId }: UnsettledWrite,
    read: Call,
    others: OtherWrites,
  ): Promise<WriteResult | null> {
    const found = snapshot === null ? null : await this.find(read, snapshot, others, requestId);
    if (found === null) return null;
    return found === 'none' ? rejected([]) : this.made(found, null);
  }

  /** The one that is new and nobody else's; `null` where that cannot be told. */
  private async find(
    read: Call,
    snapshot: Snapshot,
    others: OtherWrites,
    requestId: string,
  ): Promise<number | 'none' | null> {
    const before = snapshot.before as readonly number[] | null;
    const now = (await ifTold(this.creation.list(read, snapshot))) ?? null;
    if (before === null || now === null) return null;
    const added = now.filter((id) => !before.includes(id));
    if (added.length === 0) return 'none';
    if (await others.contested(String(snapshot.change))) return null;
    const authors = await Promise.all(added.map((id) => others.author(this.nameOf(id))));
    // It may have died when it had noted what it made and not yet that it was done.
    const own = added.find((_, index) => authors[index] !== null && requestId.endsWith(authors[index] ?? ''));
    if (own !== undefined) return own;
    const unexplained = added.filter((_, index) => authors[index] === null);
    if (unexplained.length > 1) return null;
    return unexplained[0] ?? 'none';
  }

  private made(id: number, exceeded: Verdict['exceeded']): WriteResult {
    return applied(this.facts(id, exceeded), this.nameOf(id));
  }

  private facts(id: number, exceeded: Verdict['exceeded']): Facts {
    const { type, field } = this.creation;
    return {
      nodes: { [field]: toGlobalId(this.backend, type, String(id)) },
      ...(exceeded ? { values: exceeded } : {}),
    };
  }

  private nameOf(id: number): string {
    return `${this.creation.type} ${id}`;
  }
}
