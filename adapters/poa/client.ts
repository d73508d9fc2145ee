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
import type { CallPolicy } from '../../src/policy/call-policy.js';
import type { AnswerHead, HttpTransport } from '../../src/policy/http-transport.js';
import { sendable } from '../../src/policy/sendable.js';
import { WireError } from '../../src/wire/wire-error.js';
import { createByteDecoder } from '../../src/wire/xml/charset.js';
import { createResponseDecoder } from '../../src/wire/xmlrpc/decode.js';
import { XmlRpcFault } from '../../src/wire/xmlrpc/fault.js';
import type { XmlRpcValue } from '../../src/wire/xmlrpc/value.js';
import type { PoaCodec } from './codec.js';
import type { PoaSettings } from './config.js';
import { readBatchEntry, readEnvelope } from './envelope.js';
import { failureToError } from './errors.js';
import { XmlRpcFaultError } from './xml-rpc-fault-error.js';

const BATCH = 'pem.batchRequest';
const LIST_METHODS = 'system.listMethods';

/** Sends single calls and batches to one server, and opens the envelope of what comes back. */
export class PoaClient {
  private readonly headers: Readonly<Record<string, string>>;
  private methods: Promise<ReadonlySet<string> | null> | undefined;

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
      const answer = await this.send(origin, body, scope, timeoutMs);
      const envelope = this.wellFormed(origin, () => readEnvelope(answer));
      if (envelope.ok) return envelope.result;
      throw failureToError(envelope.failure, origin, this.settings.faults, this.secretsOf(call));
    } catch (error) {
      if (
        call.operation.mayBeMissing === true &&
        error instanceof XmlRpcFaultError &&
        (await this.lacks(origin.method))
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
    const answer = await this.send(origin, this.codec.encodeBatch(calls), scope, timeoutMs);
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

  /** Whether the server itself says that it has no such method; `false` when it does not tell. */
  private async lacks(method: string): Promise<boolean> {
    this.methods ??= this.listMethods();
    return (await this.methods)?.has(method) === false;
  }

  /** Asked once: the methods of a server change when it is upgraded, and then the gateway is started anew. */
  private async listMethods(): Promise<ReadonlySet<string> | null> {
    const scope: CallScope = { credentials: null, signal: new AbortController().signal };
    try {
      const names = await this.send(this.originOf(LIST_METHODS), this.codec.encodeListMethods(), scope);
      return Array.isArray(names) ? new Set(names.filter((name) => typeof name === 'string')) : null;
    } catch (error) {
      // A server that cannot list its methods leaves the refusal as it was; one that is down is asked again.
      if (!(error instanceof BackendFaultError)) this.methods = undefined;
      return null;
    }
  }

  /**
   * Sends one write, once. A failure in the envelope proves that nothing changed; a fault of XML-RPC proves it only
   * where the server has no such method.
   *
   * @returns what the method answers, read by its shape
   * @throws {@link NotConnectedError}, {@link BackendFaultError}, {@link OutcomeUnknownError}
   */
  async write(call: PanelCall): Promise<unknown> {
    const origin = this.originOf(call.operation.method);
    try {
      return await this.sendOnce(origin, call);
    } catch (error) {
      if (!(error instanceof XmlRpcFaultError)) throw error;
      if (await this.lacks(origin.method)) {
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

  private sendOnce(origin: CallOrigin, call: PanelCall): Promise<unknown> {
    const body = this.encodeWrite(call);
    return this.policy.write(origin, async (signal) => {
      const answer = await this.transport.postOnce(
        { origin, headers: this.headers, body, signal },
        (head, chunks) => this.receive(origin, head, chunks, false),
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
  ): Promise<XmlRpcValue> {
    return this.policy.read(
      origin,
      scope.signal,
      (signal) =>
        this.transport.post({ origin, headers: this.headers, body, signal }, (head, chunks) =>
          this.receive(origin, head, chunks),
        ),
      timeoutMs,
    );
  }

  private async receive(
    origin: CallOrigin,
    head: AnswerHead,
    chunks: AsyncIterable<Uint8Array>,
    keepFaultText = true,
  ): Promise<XmlRpcValue> {
    if (head.status === 401 || head.status === 403) {
      throw new BackendFaultError(`Backend ${this.name} refused the gateway’s login.`, origin, {
        backend: this.name,
        method: origin.method,
        code: `HTTP ${head.status}`,
        message: null,
      });
    }
    try {
      const answer = await this.decode(origin, head, chunks);
      if (head.status === 200) return answer;
    } catch (error) {
      if (error instanceof XmlRpcFault) throw new XmlRpcFaultError(error, origin, keepFaultText);
      if (!(error instanceof WireError)) throw error;
      if (head.status === 200) throw toProtocolError(error, origin);
    }
    throw head.status >= 500
      ? new BackendUnavailableError(`Backend ${this.name} answered with HTTP ${head.status}.`, origin)
      : new BackendProtocolError(`Backend ${this.name} answered with HTTP ${head.status}.`, origin);
  }

  private async decode(
    origin: CallOrigin,
    head: AnswerHead,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<XmlRpcValue> {
    const bytes = createByteDecoder(head.contentType);
    const decoder = createResponseDecoder();
    for await (const chunk of chunks) decoder.write(bytes.write(chunk));
    decoder.write(bytes.end());
    const answer = decoder.end();
    if (decoder.repairs > 0) this.reportRepairs(origin, decoder.repairs);
    return answer;
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
