import { isDeepStrictEqual } from 'node:util';
import {
  BackendError,
  BackendFaultError,
  CallAbandonedError,
  NotConnectedError,
} from '../../src/errors/index.js';
import { CallAborter, type CallScope, type PanelCall } from '../../src/model/index.js';
import type { XmlRpcValue } from '../../src/wire/xmlrpc/value.js';
import type { PoaClient } from './client.js';
import { isBatchable, type ReadBatching } from './read-batching.js';

/** A call with what came of it. */
interface Answered {
  readonly call: PanelCall;
  readonly result: XmlRpcValue;
}

/** Sends the calls that one level of a query asks for: together where the server answers that, else side by side. */
export class Waves {
  constructor(
    private readonly client: PoaClient,
    private readonly batching: ReadBatching,
    private readonly timeoutMs: number,
    private readonly maxCalls: number,
    private readonly reportProbe: (answered: boolean | null) => void,
  ) {}

  /** @returns one decoded result or error a call, in their order */
  async send(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    const together = this.batching.isOn ? calls.filter(isBatchable) : [];
    const batches = chunksOf(together, this.maxCalls).filter((chunk) => chunk.length > 1);
    const batched = new Set(batches.flat());
    const results = new Map<PanelCall, unknown>();
    const answered: Answered[] = [];
    await Promise.all([
      ...batches.map((batch) => this.sendBatch(batch, scope, results)),
      ...calls
        .filter((call) => !batched.has(call))
        .map((call) => this.sendOne(call, scope, results, answered)),
    ]);
    if (this.batching.wantsProbe) this.probe(answered, scope);
    return calls.map((call) => results.get(call));
  }

  private async sendOne(
    call: PanelCall,
    scope: CallScope,
    results: Map<PanelCall, unknown>,
    answered: Answered[],
    timeoutMs = this.timeoutMs,
  ): Promise<void> {
    try {
      const result = await this.client.call(call, scope, timeoutMs);
      results.set(call, this.client.readResult(call, result));
      answered.push({ call, result });
    } catch (error) {
      results.set(call, error);
    }
  }

  /**
   * One call that fails takes the batch with it, so a failed batch is sent once more as single calls. Both together keep
   * the deadline of one call. A batch that failed because one of its calls is refused did what it should.
   */
  private async sendBatch(
    batch: readonly PanelCall[],
    scope: CallScope,
    results: Map<PanelCall, unknown>,
  ): Promise<void> {
    const halfMs = this.timeoutMs / 2;
    const answers = await this.client.batch(batch, scope, halfMs).catch((error: unknown) => error);
    if (answers instanceof NotConnectedError || answers instanceof CallAbandonedError) {
      for (const call of batch) results.set(call, answers);
      return;
    }
    if (answers instanceof Error && !(answers instanceof BackendError)) throw answers;
    if (!Array.isArray(answers)) {
      await Promise.all(batch.map((call) => this.sendOne(call, scope, results, [], halfMs)));
      if (!batch.some((call) => results.get(call) instanceof BackendFaultError))
        this.batching.recordFailure();
      return;
    }
    for (const [index, call] of batch.entries()) {
      try {
        results.set(call, this.client.readResult(call, answers[index] ?? null));
      } catch (error) {
        results.set(call, error);
      }
    }
  }

  /**
   * Sends two reads whose answers are known, and differ, once more as a batch: only if the same answers come back, in
   * their order, does this server answer batches. Nobody waits for it.
   */
  private probe(answered: readonly Answered[], { credentials }: CallScope): void {
    const batchable = answered.filter(({ call }) => isBatchable(call));
    const first = batchable[0];
    const second = batchable.find(
      ({ result }) => first !== undefined && !isDeepStrictEqual(result, first.result),
    );
    if (first === undefined || second === undefined) return;
    this.batching.beginProbe();
    const scope: CallScope = { credentials, signal: new CallAborter() };
    this.client
      .batch([first.call, second.call], scope)
      .then(
        (results) => isDeepStrictEqual(results, [first.result, second.result]),
        // A refusal is an answer; silence is not.
        (error: unknown) => (error instanceof BackendFaultError ? false : null),
      )
      .then((verdict) => {
        this.batching.endProbe(verdict);
        this.reportProbe(verdict);
      });
  }
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
