import {
  BackendRefusalError,
  BadUserInputError,
  type CallOrigin,
  MethodMissingError,
  OutcomeUnknownError,
} from '../../src/errors/index.js';
import { CallAborter, type CallScope, type PanelCall } from '../../src/model/index.js';
import { type CallWatch, SINGLE_READ, SINGLE_WRITE, watched } from '../../src/policy/call-watch.js';
import { sendable } from '../../src/policy/sendable.js';
import { WireError } from '../../src/wire/wire-error.js';
import type { XmlRpcStruct, XmlRpcValue } from '../../src/wire/xmlrpc/value.js';
import type { PoaCodec } from './codec.js';
import type { PoaSettings } from './config.js';
import { readBatchEntry, readEnvelope } from './envelope.js';
import { failureToError } from './errors.js';
import { type PoaExchanges, toProtocolError } from './exchanges.js';
import { ServerMethods } from './server-methods.js';
import { XmlRpcFaultError } from './xml-rpc-fault-error.js';

const BATCH = 'pem.batchRequest';

/** Sends single calls and batches to one server, and opens the envelope of what comes back. */
export class PoaClient {
  private readonly methods: ServerMethods;

  constructor(
    private readonly name: string,
    private readonly settings: PoaSettings,
    private readonly codec: PoaCodec,
    private readonly exchanges: PoaExchanges,
  ) {
    const scope = { signal: new CallAborter() };
    this.methods = new ServerMethods((method) =>
      exchanges.read(this.originOf(method), codec.encodeListMethods(), scope, settings.timeoutMs),
    );
  }

  /**
   * Sends one call.
   *
   * @returns `result` of the envelope as it came, so that answers can be compared; `codec.readResult` reads it
   * @throws every BackendError; {@link MethodMissingError} where this release lacks the method
   */
  async call(call: PanelCall, scope: CallScope, timeoutMs = this.settings.timeoutMs): Promise<XmlRpcValue> {
    const origin = this.originOf(call.operation.method);
    try {
      const body = sendable(origin.method, WireError, () => this.codec.encodeCall(call));
      return await watched(scope, origin, SINGLE_READ, (watch) =>
        this.exchanges
          .read(origin, body, scope, timeoutMs, watch)
          .then((answer) => this.open(answer, origin, call)),
      );
    } catch (error) {
      if (
        call.operation.mayBeMissing === true &&
        error instanceof XmlRpcFaultError &&
        (await this.methods.lacks(origin.method))
      ) {
        throw new MethodMissingError(`Backend ${this.name} has no ${origin.method}.`, origin, {
          cause: error,
        });
      }
      throw error;
    }
  }

  /**
   * Sends several reads as one pem.batchRequest.
   *
   * @returns the result of each, in their order; `null` when the server did not answer one result a call
   * @throws every BackendError; a refusal is that of whichever call failed first
   */
  async batch(
    calls: readonly PanelCall[],
    scope: CallScope,
    timeoutMs = this.settings.timeoutMs,
  ): Promise<readonly XmlRpcValue[] | null> {
    const origin = this.originOf(BATCH);
    return watched(scope, origin, { effect: 'read', calls: calls.length }, (watch) =>
      this.sendBatch(origin, calls, scope, timeoutMs, watch),
    );
  }

  private async sendBatch(
    origin: CallOrigin,
    calls: readonly PanelCall[],
    scope: CallScope,
    timeoutMs: number,
    watch: CallWatch | undefined,
  ): Promise<readonly XmlRpcValue[] | null> {
    const answer = await this.exchanges.read(origin, this.codec.encodeBatch(calls), scope, timeoutMs, watch);
    const envelope = this.wellFormed(origin, () => readEnvelope(answer));
    if (!envelope.ok) throw this.toError(envelope.failure, origin, calls);
    if (!Array.isArray(envelope.result) || envelope.result.length !== calls.length) return null;
    const entries = envelope.result.map((entry: XmlRpcValue) =>
      this.wellFormed(origin, () => readBatchEntry(entry)),
    );
    return entries.every((entry) => entry.ok) ? entries.map((entry) => entry.result) : null;
  }

  /** @throws {@link BackendProtocolError} when it is not what the method answers */
  readResult(call: PanelCall, result: XmlRpcValue): unknown {
    return this.wellFormed(this.originOf(call.operation.method), () => this.codec.readResult(call, result));
  }

  /**
   * Sends one write, once. A failure in the envelope proves that nothing changed; a fault of XML-RPC proves it only
   * where the server has no such method.
   *
   * @returns what the method answers, read by its shape
   * @throws {@link NotConnectedError}, {@link BackendFaultError}, {@link OutcomeUnknownError}
   */
  async write(call: PanelCall, scope: CallScope): Promise<unknown> {
    const origin = this.originOf(call.operation.method);
    try {
      const body = this.encodeWrite(call);
      return await watched(scope, origin, SINGLE_WRITE, (watch) =>
        this.exchanges.write(origin, body, watch, (answer) =>
          this.readResult(call, this.open(answer, origin, call)),
        ),
      );
    } catch (error) {
      if (!(error instanceof XmlRpcFaultError)) throw error;
      if (await this.methods.lacks(origin.method)) {
        const { message, native } = error;
        throw new BackendRefusalError(message, origin, native, 'UNSUPPORTED', { cause: error });
      }
      throw new OutcomeUnknownError(
        `Backend ${this.name} broke off ${origin.method}, and nobody knows what came of it.`,
        origin,
        { cause: error },
      );
    }
  }

  /** @throws {@link BadUserInputError} for what cannot be sent, which says that nothing was */
  private encodeWrite(call: PanelCall): string {
    try {
      return this.codec.encodeCall(call);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new BadUserInputError(`${call.operation.method} cannot be sent: ${error.message}`, ['input']);
    }
  }

  /** @throws the failure that the envelope holds */
  private open(answer: XmlRpcValue, origin: CallOrigin, call: PanelCall): XmlRpcValue {
    const envelope = this.wellFormed(origin, () => readEnvelope(answer));
    if (envelope.ok) return envelope.result;
    throw this.toError(envelope.failure, origin, [call]);
  }

  /** @param calls - whose secrets may be quoted in the failure and must not be told */
  private toError(failure: XmlRpcStruct, origin: CallOrigin, calls: readonly PanelCall[]): Error {
    const { password, faults } = this.settings;
    const login = [this.exchanges.credentials, password?.reveal() ?? ''];
    const secrets = calls.flatMap((call) => this.codec.secretsOf(call));
    return failureToError(failure, origin, faults, [...login, ...secrets]);
  }

  private wellFormed<T>(origin: CallOrigin, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw error instanceof WireError ? toProtocolError(error, origin) : error;
    }
  }

  private originOf(method: string): CallOrigin {
    return { backend: this.name, method };
  }
}
