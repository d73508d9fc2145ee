import { BackendFaultError, MethodMissingError } from '../../../src/errors/index.js';
import type {
  Facts,
  OtherWrites,
  UnsettledWrite,
  UserError,
  WriteResult,
  WriteSession,
} from '../../../src/model/index.js';
import type { AnyOperation, Call } from '../../../src/operation/operation.js';
import { beforeChange, isOurs } from '../../../src/writes/attribution.js';
import { Turns } from '../../../src/writes/turns.js';
import type { WriteDeps } from './deps.js';
import { applied, partial, refusal, rejected, unknown } from './results.js';
import { differing, fingerprint, type Values } from './values.js';
import type { Verdict } from './verdict.js';

/** A kind of record that changes are made to. */
export interface RecordKind {
  /** One of it, as changes see it: `User 12`. */
  readonly nameOf: (nativeId: string) => string;
  /** Member of the inputs that names it. */
  readonly field: string;
  /** `null`: there is none. @throws {@link MethodMissingError} where the server has no such read */
  readonly look: (read: Call, nativeId: string) => Promise<Values | null>;
  readonly facts: (nativeId: string) => Facts;
}

export interface RecordChange {
  readonly operation: AnyOperation;
  /** New values by the panel's members, or why it cannot be done. `undefined` for a record that cannot be read. */
  readonly patch: (
    record: Values | undefined,
  ) => { readonly values: Values } | { readonly errors: readonly UserError[] };
  readonly send: (merged: Values) => Promise<Verdict>;
  /** For a change that needs nothing of what is there: it is made where the record cannot be read. */
  readonly mayBeBlind?: true;
  /** Asked before a change to what is there already, which reading back could not show. */
  readonly allow?: (record: Values) => Promise<readonly UserError[]>;
  /** What a refusal has changed nevertheless: members that the panel does not take back. */
  readonly keptByRefusal?: readonly string[];
}

/** Reads a record, merges a change into it, writes it back whole and looks what came of it. */
export class RecordChanges {
  private readonly turns: Turns;
  private readonly backend: string;

  constructor(
    { backend, settings }: WriteDeps,
    private readonly kind: RecordKind,
  ) {
    this.backend = backend;
    this.turns = new Turns(2 * settings.writeTimeoutMs);
  }

  /** One after the other on one record, so that none undoes another one's change. */
  run(session: WriteSession, nativeId: string, change: RecordChange): Promise<WriteResult> {
    return this.turns.take(nativeId, () => this.runNow(session, nativeId, change));
  }

  private async runNow(session: WriteSession, nativeId: string, change: RecordChange): Promise<WriteResult> {
    const mark = await beforeChange(session.others, this.kind.nameOf(nativeId));
    const record = await this.lookFirst(session.read, nativeId, change);
    if (record === 'missing') return rejected([cannotRead(change.operation.method)]);
    if (record === null) return rejected([refusal('NOT_FOUND', 'The panel knows none.', this.kind.field)]);
    const patch = change.patch(record);
    if ('errors' in patch) return rejected(patch.errors);
    const names = Object.keys(patch.values);
    const changing = record === undefined ? null : differing(names, record, patch.values);
    if (record !== undefined && changing?.length === 0 && change.allow !== undefined) {
      const errors = await change.allow(record);
      if (errors.length > 0) return rejected(errors);
    }
    if (record !== undefined) {
      await session.remember({
        ...mark,
        nativeId,
        names,
        before: fingerprint(names, record),
        wanted: fingerprint(names, patch.values),
      });
    }
    const verdict = await change.send({ ...record, ...patch.values });
    return this.conclude(session.read, nativeId, change, verdict, {
      wanted: patch.values,
      before: record,
      changing,
    });
  }

  /** A record that cannot be read is `undefined` where that does not matter. */
  private async lookFirst(
    read: Call,
    nativeId: string,
    { mayBeBlind }: RecordChange,
  ): Promise<Values | null | undefined | 'missing'> {
    try {
      return await this.kind.look(read, nativeId);
    } catch (error) {
      const isMissing = error instanceof MethodMissingError;
      if (mayBeBlind === true && (isMissing || error instanceof BackendFaultError)) return undefined;
      if (isMissing) return 'missing';
      throw error;
    }
  }

  private async conclude(
    read: Call,
    nativeId: string,
    change: RecordChange,
    verdict: Verdict,
    { wanted, before, changing }: Comparison,
  ): Promise<WriteResult> {
    const { operation, keptByRefusal = [] } = change;
    const facts = { ...this.kind.facts(nativeId), ...valuesOf(verdict) };
    const name = this.kind.nameOf(nativeId);
    if (verdict.is === 'accepted' && operation.success !== 'claimed') return applied(facts, name);
    if (verdict.is === 'refused') {
      return changing?.some((member) => keptByRefusal.includes(member))
        ? partial(facts, verdict.userErrors, name)
        : rejected(verdict.userErrors, valuesOf(verdict));
    }
    const now = await this.kind.look(read, nativeId);
    if (now === null) throw unknown(this.backend, operation.method);
    const kept = differing(Object.keys(wanted), now, wanted);
    const isUntouched = before !== undefined && differing(changing ?? [], now, before).length === 0;
    if (verdict.is === 'accepted') {
      if (kept.length === 0) return applied(facts, name);
      if (before === undefined) throw unknown(this.backend, operation.method);
      return isUntouched ? rejected([SILENTLY_REFUSED]) : partial(facts, [keptByPanel(kept)], name);
    }
    if (changing === null || changing.length === 0) throw unknown(this.backend, operation.method);
    if (isUntouched) return rejected(verdict.userErrors, valuesOf(verdict));
    if (kept.length === 0) return partial(facts, verdict.userErrors, name);
    throw unknown(this.backend, operation.method);
  }

  async reconcile(
    { snapshot }: UnsettledWrite,
    read: Call,
    others: OtherWrites,
  ): Promise<WriteResult | null> {
    if (snapshot === null || snapshot.before === snapshot.wanted) return null;
    const nativeId = String(snapshot.nativeId);
    const record = await this.kind.look(read, nativeId);
    if (record === null || !(await isOurs(others, snapshot))) return null;
    // Written down by `runNow`.
    const now = fingerprint(snapshot.names as readonly string[], record);
    if (now === snapshot.wanted) return applied(this.kind.facts(nativeId), this.kind.nameOf(nativeId));
    return now === snapshot.before ? rejected([]) : null;
  }
}

interface Comparison {
  readonly wanted: Values;
  readonly before: Values | undefined;
  /** Members that differ; `null` where that is not known. */
  readonly changing: readonly string[] | null;
}

const valuesOf = ({ exceeded }: Verdict): Pick<Facts, 'values'> => (exceeded ? { values: exceeded } : {});

const cannotRead = (method: string): UserError =>
  refusal('UNSUPPORTED', `This server cannot read what ${method} replaces, so nothing was sent.`);

const SILENTLY_REFUSED = refusal(
  'FORBIDDEN',
  'The panel answered that it was done and changed nothing: the gateway’s own account may not do this.',
);

const keptByPanel = (names: readonly string[]): UserError =>
  refusal('REJECTED', `The panel kept values of its own for ${names.join(', ')}.`);
