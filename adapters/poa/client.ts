import {
  BackendFaultError,
  BackendProtocolError,
  BackendRefusalError,
  BackendUnavailableError,
  BadUserInputError,
  type CallOrigin,
  MethodMissingError,
  OutcomeUnknownError,
} from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import { answerSink } from '../../src/policy/answer-sink.js';
import type { CallPolicy } from '../../src/policy/call-policy.js';
import { type CallWatch, SINGLE_READ, SINGLE_WRITE, watched } from '../../src/policy/call-watch.js';
import type { AnswerHead, AnswerSink, HttpTransport } from '../../src/policy/http-transport.js';
import { sendable } from '../../src/policy/sendable.js';
import { WireError } from '../../src/wire/wire-error.js';
import { byteFed } from '../../src/wire/xml/byte-fed.js';
import { createResponseDecoder } from '../../src/wire/xmlrpc/decode.js';
import { XmlRpcFault } from '../../src/wire/xmlrpc/fault.js';
import type { XmlRpcValue } from '../../src/wire/xmlrpc/value.js';
import type { PoaCodec } from './codec.js';
import type { PoaSettings } from './config.js';
import { readBatchEntry, readEnvelope } from './envelope.js';
import { failureToError } from './errors.js';
import { ServerMethods } from './server-methods.js';
import { XmlRpcFaultError } from './xml-rpc-fault-error.js';

const BATCH = 'pem.batchRequest';

/** Sends single calls and batches to one server, and opens the envelope of what comes back. */
export class PoaClient {
  private readonly headers: Readonly<Record<string, string>>;
  private readonly methods: ServerMethods;

  constructor(
    private readonly name: string,
    private readonly settings: PoaSettings,
    private readonly codec: PoaCodec,
    private readonly transport: HttpTransport,
    private readonly policy: CallPolicy,
    private readonly reportRepairs: (origin: CallOrigin, repairs: number) => void,
  ) {
    const { username, password } = settings;
    this.headers = {
      'content-type': 'text/xml; charset=utf-8',
      accept: 'text/xml',
      ...(username === undefined
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${username}:${password?.reveal() ?? ''}`).toString('base64')}`,
          }),
    };
    this.methods = new ServerMethods((method) =>
      this.send(this.originOf(method), codec.encodeListMethods(), {
        credentials: null,
        signal: new AbortController().signal,
      }),
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
      return await watched(scope, origin, SINGLE_READ, async (watch) => {
        const answer = await this.send(origin, body, scope, timeoutMs, watch);
        const envelope = this.wellFormed(origin, () => readEnvelope(answer));
        if (envelope.ok) return envelope.result;
        throw failureToError(envelope.failure, origin, this.settings.faults, this.secretsOf(call));
      });
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
    const answer = await this.send(origin, this.codec.encodeBatch(calls), scope, timeoutMs, watch);
    const envelope = this.wellFormed(origin, () => readEnvelope(answer));
    if (!envelope.ok) {
      const secrets = calls.flatMap((call) => this.secretsOf(call));
      throw failureToError(envelope.failure, origin, this.settings.faults, secrets);
    }
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
      return await watched(scope, origin, SINGLE_WRITE, (watch) => this.sendOnce(origin, call, body, watch));
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

  private sendOnce(
    origin: CallOrigin,
    call: PanelCall,
    body: string,
    watch: CallWatch | undefined,
  ): Promise<unknown> {
    return this.policy.write(origin, async (end) => {
      const answer = await this.transport.postOnce(
        { origin, headers: this.headers, body, end, watch },
        (head) => this.receive(origin, head, false),
      );
      const envelope = this.wellFormed(origin, () => readEnvelope(answer));
      if (envelope.ok) return this.readResult(call, envelope.result);
      throw failureToError(envelope.failure, origin, this.settings.faults, this.secretsOf(call));
    });
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

  private send(
    origin: CallOrigin,
    body: string,
    scope: CallScope,
    timeoutMs = this.settings.timeoutMs,
    watch?: CallWatch,
  ): Promise<XmlRpcValue> {
    return this.policy.read(
      origin,
      scope.signal,
      (end) =>
        this.transport.post({ origin, headers: this.headers, body, end, watch }, (head) =>
          this.receive(origin, head),
        ),
      timeoutMs,
    );
  }

  private receive(origin: CallOrigin, head: AnswerHead, keepFaultText = true): AnswerSink<XmlRpcValue> {
    if (head.status === 401 || head.status === 403) {
      throw new BackendFaultError(`Backend ${this.name} refused the gateway’s login.`, origin, {
        backend: this.name,
        method: origin.method,
        code: `HTTP ${head.status}`,
        message: null,
      });
    }
    const decoder = createResponseDecoder();
    const body = byteFed(head.contentType, {
      write: (text) => decoder.write(text),
      end: () => {
        const answer = decoder.end();
        if (decoder.repairs > 0) this.reportRepairs(origin, decoder.repairs);
        return answer;
      },
    });
    return answerSink(head.status, body, {
      refusal: (error) =>
        error instanceof XmlRpcFault ? new XmlRpcFaultError(error, origin, keepFaultText) : null,
      malformed: (error) => (error instanceof WireError ? toProtocolError(error, origin) : null),
      status: (status) => toStatusError(status, origin),
    });
  }

  private wellFormed<T>(origin: CallOrigin, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw error instanceof WireError ? toProtocolError(error, origin) : error;
    }
  }

  /** All that may be quoted in a failure of this call and must not be told. */
  private secretsOf(call: PanelCall): readonly string[] {
    const { password } = this.settings;
    const credentials = this.headers.authorization?.slice('Basic '.length);
    return [credentials ?? '', password?.reveal() ?? '', ...this.codec.secretsOf(call)];
  }

  private originOf(method: string): CallOrigin {
    return { backend: this.name, method };
  }
}

const toProtocolError = (error: WireError, origin: CallOrigin): BackendProtocolError =>
  new BackendProtocolError(
    `Backend ${origin.backend} answered ${origin.method} with something that is no valid answer: ${error.message}.`,
    origin,
    { cause: error },
  );

function toStatusError(status: number, origin: CallOrigin): Error {
  const message = `Backend ${origin.backend} answered with HTTP ${status}.`;
  return status >= 500
    ? new BackendUnavailableError(message, origin)
    : new BackendProtocolError(message, origin);
}
