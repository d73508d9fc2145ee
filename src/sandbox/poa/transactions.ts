import type { Data } from './data.js';
import { Refusal } from './refusal.js';

interface OpenTransaction {
  /** What the calls of the transaction see and change. */
  readonly data: Data;
  readonly requestId: string | undefined;
  /** Milliseconds since the epoch; infinite without a time-out. */
  readonly endsAt: number;
}

export interface Beginning {
  readonly txnId?: string | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly requestId?: string | undefined;
}

/**
 * The transactions that are open. Each works on a fork of the panel's data: others see nothing of it before the
 * commit. An id that has ended, in whatever way, stays invalid.
 *
 * @see POA Public API Reference 5.3, "Using Transactions"
 */
export class Transactions {
  private readonly open = new Map<string, OpenTransaction>();
  private readonly ended = new Set<string>();
  private begun = 0;

  constructor(
    private readonly data: Data,
    private readonly now: () => number,
  ) {}

  /** @returns the id: the caller's own, else a generated one. */
  begin({ txnId = this.freeId(), timeoutSeconds, requestId }: Beginning): string {
    if (txnId === '') throw Refusal.invalidArguments('txn_id is empty');
    if (timeoutSeconds !== undefined && timeoutSeconds <= 0) {
      throw Refusal.invalidArguments('timeout is not positive');
    }
    if (this.isTaken(txnId)) throw Refusal.invalidArguments(`Transaction ${txnId} has been used`);
    this.open.set(txnId, {
      data: this.data.fork(),
      requestId,
      endsAt: timeoutSeconds === undefined ? Number.POSITIVE_INFINITY : this.now() + timeoutSeconds * 1_000,
    });
    return txnId;
  }

  /** What the calls of an open transaction work on. */
  dataOf(txnId: string): Data {
    return this.find(txnId).data;
  }

  commit(txnId: string): void {
    const { data, requestId } = this.find(txnId);
    this.end(txnId);
    if (data.conflicts()) {
      throw Refusal.noTransaction(`Transaction ${txnId} was rolled back: its data changed meanwhile`);
    }
    if (requestId !== undefined) data.taskRequests.put({ id: requestId, tasks: [] });
    data.commit();
  }

  rollback(txnId: string): void {
    this.find(txnId);
    this.end(txnId);
  }

  private find(txnId: string): OpenTransaction {
    const transaction = this.open.get(txnId);
    if (transaction === undefined) throw Refusal.noTransaction(`Transaction ${txnId} is not open`);
    if (transaction.endsAt <= this.now()) {
      this.end(txnId);
      throw Refusal.noTransaction(`Transaction ${txnId} was rolled back: its time-out has passed`);
    }
    return transaction;
  }

  private end(txnId: string): void {
    this.open.delete(txnId);
    this.ended.add(txnId);
  }

  private isTaken(txnId: string): boolean {
    return this.open.has(txnId) || this.ended.has(txnId);
  }

  private freeId(): string {
    do this.begun += 1;
    while (this.isTaken(`txn-${this.begun}`));
    return `txn-${this.begun}`;
  }
}
