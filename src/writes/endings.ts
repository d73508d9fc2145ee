import { StoreUnavailableError } from './store-unavailable-error.js';
import { isSettled, type RecordId, type WriteRecord, type WriteRecordStore } from './write-record.js';

/** Told what went wrong beside the request that is being answered. */
export type Report = (message: string, error: unknown) => void;

/** Enough for an hour of a busy day without a store; beyond that a record reads UNKNOWN after its lease. */
const MAX_KEPT = 10_000;
/** Of a store that goes away those that were on their way to it count, which are the first that fail. */
const MAX_WITHDRAWN = 1_000;
const MAX_TRIES = 5;

/**
 * How runs of this process ended. A store that is away just then must not turn what is known into what nobody knows,
 * so an ending that could not be kept is tried again, and meanwhile told from here.
 */
export class Endings {
  private readonly unkept = new Map<string, WriteRecord>();
  /** How runs end of which nobody knows whether they have a record. */
  private readonly withdrawn = new Map<string, WriteRecord>();

  constructor(
    private readonly store: WriteRecordStore,
    private readonly report: Report,
  ) {}

  /** The ending of the run that holds this record, if the store has not been told. */
  of({ run }: WriteRecord): WriteRecord | undefined {
    return this.unkept.get(run) ?? this.withdrawn.get(run);
  }

  /** Keeps how a run ended, now or as soon as the store is back. */
  async keep(ended: WriteRecord): Promise<void> {
    try {
      await this.write(ended);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      if (this.unkept.size < MAX_KEPT) this.unkept.set(ended.run, ended);
      this.report('how a write ended could not be recorded', error);
    }
  }

  /**
   * Makes the record of a run, unless there is one. Where no answer comes the run has ended: a record that was made all
   * the same would keep its key from everybody until its lease ends.
   *
   * @returns the record that is there instead
   * @throws {@link StoreUnavailableError}
   */
  async begin(record: WriteRecord): Promise<WriteRecord | null> {
    try {
      return await this.store.insert(record);
    } catch (error) {
      if (this.withdrawn.size < MAX_WITHDRAWN) {
        const { run, startedAt } = record;
        this.withdrawn.set(run, { ...record, state: 'REJECTED', endedAt: startedAt, leaseUntil: 0 });
      }
      throw error;
    }
  }

  /** Tries again what could not be kept. @throws {@link StoreUnavailableError} while the store is away */
  async retry(): Promise<void> {
    for (const ended of [...this.unkept.values()]) {
      await this.write(ended);
      this.unkept.delete(ended.run);
    }
    for (const ended of [...this.withdrawn.values()]) {
      const there = await this.current(ended);
      if (there?.run === ended.run) await this.store.replace(there, ended);
      this.withdrawn.delete(ended.run);
    }
  }

  /**
   * What a run knows of its own end counts more than whatever others have concluded meanwhile from a lease that had
   * passed: it has the panel's answer. Left alone is a record that another run has taken over, or that others have
   * settled while this run has nothing to tell.
   */
  private async write(ended: WriteRecord): Promise<void> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const there = await this.current(ended);
      if (there === null) {
        if ((await this.store.insert(ended)) === null) return;
      } else if (there.run !== ended.run || (isSettled(there) && !isSettled(ended))) return;
      else if (await this.store.replace(there, ended)) return;
    }
    this.report('how a write ended was not recorded: its record keeps changing', undefined);
  }

  private current({ principalId, key }: RecordId): Promise<WriteRecord | null> {
    return this.store.get({ principalId, key });
  }
}
