import { isDeepStrictEqual } from 'node:util';
import {
  BackendError,
  BackendFaultError,
  CallAbandonedError,
  NotConnectedError,
} from '../../src/errors/index.js';
import { CallAborter, type CallScope, type PanelCall } from '../../src/model/index.js';
import { sideBySide } from '../../src/policy/side-by-side.js';
import type { XmlRpcValue } from '../../src/wire/xmlrpc/value.js';
import type { PoaClient } from './client.js';
import { isBatchable, type ReadBatching } from './read-batching.js';

/** A call with its answer as it came. */
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
  send(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    // Most waves are one call, which can neither share a batch nor show whether there are any.
    if (calls.length > 1) {
      if (this.batching.isOn) return this.sendTogether(calls, scope);
      if (this.batching.isUndecided) return this.sendAndProbe(calls, scope);
    }
    return this.sendSingly(calls, scope);
  }

  private async sendTogether(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    const batches = chunksOf(calls.filter(isBatchable), this.maxCalls).filter((chunk) => chunk.length > 1);
    if (batches.length === 0) return this.sendSingly(calls, scope);
    const batched = new Set(batches.flat());
    const single = calls.filter((call) => !batched.has(call));
    const answers = await Promise.all([
      ...batches.map((batch) => this.sendBatch(batch, scope)),
      this.sendSingly(single, scope),
    ]);
    const results = answers.flat();
    const resultOf = new Map([...batches, single].flat().map((call, index) => [call, results[index]]));
    return calls.map((call) => resultOf.get(call));
  }

  private async sendAndProbe(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    const answered: Answered[] = [];
    const results = await this.sendSingly(calls, scope, this.timeoutMs, answered);
    // Another wave may have begun one meanwhile.
    if (this.batching.wantsProbe) this.probe(answered, scope);
    return results;
  }

  /** @param answered - gets those calls that can be batched, once they are answered */
  private sendSingly(
    calls: readonly PanelCall[],
    scope: CallScope,
    timeoutMs = this.timeoutMs,
    answered?: Answered[],
  ): Promise<ReadonlyArray<unknown>> {
    return sideBySide(calls, async (call) => {
      const result = await this.client.call(call, scope, timeoutMs);
      const read = this.client.readResult(call, result);
      if (answered !== undefined && isBatchable(call)) answered.push({ call, result });
      return read;
    });
  }

  /**
   * One call that fails takes the batch with it, so a failed batch is sent once more as single calls. Both together keep
   * the deadline of one call. A batch that failed because one of its calls is refused did what it should.
   */
  private async sendBatch(batch: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    const halfMs = this.timeoutMs / 2;
    const answers = await this.client.batch(batch, scope, halfMs).catch((error: unknown) => error);
    if (answers instanceof NotConnectedError || answers instanceof CallAbandonedError) {
      return batch.map(() => answers);
    }
    if (answers instanceof Error && !(answers instanceof BackendError)) throw answers;
    if (Array.isArray(answers)) return batch.map((call, index) => this.read(call, answers[index] ?? null));
    const results = await this.sendSingly(batch, scope, halfMs);
    if (!results.some((result) => result instanceof BackendFaultError)) this.batching.recordFailure();
    return results;
  }

  /** What a batch answered to one of its calls, or why that is no answer. */
  private read(call: PanelCall, answer: XmlRpcValue): unknown {
    try {
      return this.client.readResult(call, answer);
    } catch (error) {
      return error;
    }
  }

  /**
   * Sends two reads whose answers are known, and differ, once more as a batch: only if the same answers come back, in
   * their order, does this server answer batches. Nobody waits for it.
   */
  private probe(answered: readonly Answered[], { credentials }: CallScope): void {
    const first = answered[0];
    const second = answered.find(
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
