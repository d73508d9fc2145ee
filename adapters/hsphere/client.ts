import {
  BackendFaultError,
  BackendProtocolError,
  BackendUnavailableError,
  BadUserInputError,
  type CallOrigin,
} from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { withoutSecrets } from '../../src/operation/secrets.js';
import type { CallPolicy } from '../../src/policy/call-policy.js';
import { SINGLE_READ, SINGLE_WRITE, watched } from '../../src/policy/call-watch.js';
import type { AnswerHead, HttpTransport } from '../../src/policy/http-transport.js';
import { type AnswerRules, PanelAnswer } from '../../src/policy/panel-answer.js';
import { sendable } from '../../src/policy/sendable.js';
import { createReplyDecoder, type EncodedReply } from '../../src/wire/soap/encoded/index.js';
import { SoapFault } from '../../src/wire/soap/fault.js';
import { WireError } from '../../src/wire/wire-error.js';
import { byteFed } from '../../src/wire/xml/byte-fed.js';
import { type HsphereCodec, SEARCHES } from './codec.js';
import type { HsphereSettings } from './config.js';
import { faultToError, isMisfitOfParameters } from './errors.js';

/** What only the log is told. */
export interface HsphereReports {
  repairs(origin: CallOrigin, count: number): void;
  /** @param text - the faultstring, without the secrets of the call */
  fault(origin: CallOrigin, code: string | null, text: string): void;
}

/** What all requests of one method have in common. */
interface Method {
  readonly origin: CallOrigin;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends single calls to one service, and reads what comes back. */
export class HsphereClient {
  private readonly headers: Readonly<Record<string, string>>;
  /** Whether this panel's search actions take the login; `undefined` until one has answered. */
  private searchesTakeToken: boolean | undefined;
  private readonly methods = new Map<AnyOperation, Method>();
  private readonly rules: AnswerRules<EncodedReply, PanelCall>;

  constructor(
    private readonly name: string,
    private readonly settings: HsphereSettings,
    private readonly codec: HsphereCodec,
    private readonly transport: HttpTransport,
    private readonly policy: CallPolicy,
    private readonly report: HsphereReports,
  ) {
    this.headers = {
      'content-type': 'text/xml; charset=utf-8',
      accept: 'text/xml',
      soapaction: `"${settings.soapAction ?? ''}"`,
    };
    this.rules = {
      refusal: (error, call) => (error instanceof SoapFault ? this.toFaultError(error, call) : null),
      malformed: (error, call) =>
        error instanceof WireError ? toProtocolError(error, this.originOf(call)) : null,
      status: (status, call) => toStatusError(status, this.originOf(call)),
      repairs: (count, call) => report.repairs(this.originOf(call), count),
    };
    if (settings.searchToken !== 'auto') this.searchesTakeToken = settings.searchToken === 'on';
  }

  /** @throws every BackendError */
  async read(call: PanelCall, scope: CallScope): Promise<unknown> {
    if (call.operation.effect !== 'read') throw new Error(`${call.operation.method} is not a read.`);
    const reply = SEARCHES.has(call.operation)
      ? await this.search(call, scope)
      : await this.exchange(call, true, scope);
    return this.readResult(call, reply);
  }

  /**
   * Sends one write, once.
   *
   * @returns what the action answers, read by its shape
   * @throws {@link BadUserInputError} for what XML cannot carry: nothing was sent
   * @throws {@link NotConnectedError}, {@link BackendFaultError}, {@link OutcomeUnknownError}
   */
  async write(call: PanelCall, scope: CallScope): Promise<unknown> {
    if (call.operation.effect === 'read') throw new Error(`${call.operation.method} is not a write.`);
    const { origin, path, headers } = this.methodOf(call.operation);
    const body = this.encodeWrite(call);
    return watched(scope, origin, SINGLE_WRITE, (watch) =>
      this.policy.write(origin, async (end) => {
        const request = { origin, path, headers, body, end, watch };
        const reply = await this.transport.postOnce(request, (head) => this.receive(call, head));
        return this.readResult(call, reply);
      }),
    );
  }

  /** A method of a descriptor file may be another service's, beside the configured one or elsewhere on its host. */
  private methodOf(operation: AnyOperation): Method {
    const known = this.methods.get(operation);
    if (known !== undefined) return known;
    const { method, service = '', wire } = operation;
    const headers =
      wire?.action === undefined ? this.headers : { ...this.headers, soapaction: `"${wire.action}"` };
    const path = new URL(service, this.settings.url).pathname;
    const made = { origin: { backend: this.name, method }, headers, path };
    this.methods.set(operation, made);
    return made;
  }

  private encodeWrite(call: PanelCall): string {
    try {
      return this.codec.encodeCall(call, true);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new BadUserInputError(`Backend ${this.name} cannot be sent this input: ${error.message}.`);
    }
  }

  private readResult(call: PanelCall, reply: EncodedReply): unknown {
    try {
      return this.codec.readResult(call, reply);
    } catch (error) {
      throw error instanceof WireError ? toProtocolError(error, this.originOf(call)) : error;
    }
  }

  /**
   * Whether the login belongs to a search is documented both ways. Sent to a method that does not take it, it is one
   * parameter too many, which the engine tells apart from a refusal; left out of one that does, it is null, and
   * nobody can tell.
   */
  private async search(call: PanelCall, scope: CallScope): Promise<EncodedReply> {
    const attempt = async (withToken: boolean) => {
      const reply = await this.exchange(call, withToken, scope);
      this.searchesTakeToken = withToken;
      return reply;
    };
    if (this.searchesTakeToken !== undefined) return attempt(this.searchesTakeToken);
    try {
      return await attempt(true);
    } catch (error) {
      if (isMisfitOfParameters(error)) return attempt(false);
      throw error;
    }
  }

  private exchange(call: PanelCall, withToken: boolean, scope: CallScope): Promise<EncodedReply> {
    const { origin, path, headers } = this.methodOf(call.operation);
    const body = sendable(origin.method, WireError, () => this.codec.encodeCall(call, withToken));
    return watched(scope, origin, SINGLE_READ, (watch) =>
      this.policy.read(origin, scope.signal, (end) =>
        this.transport.post({ origin, path, headers, body, end, watch }, (head) => this.receive(call, head)),
      ),
    );
  }

  private receive(call: PanelCall, head: AnswerHead): PanelAnswer<EncodedReply, PanelCall> {
    const decoder = createReplyDecoder();
    const body = byteFed(head.contentType, decoder);
    return new PanelAnswer({ status: head.status, body, decoder, asked: call, rules: this.rules });
  }

  private toFaultError(fault: SoapFault, call: PanelCall): BackendFaultError {
    const origin = this.originOf(call);
    const text = withoutSecrets(fault.faultString ?? '', this.codec.secretsOf(call));
    this.report.fault(origin, fault.faultCode?.local ?? null, text.slice(0, MAX_LOGGED_TEXT));
    return faultToError(fault, origin, this.settings.faults);
  }

  private originOf({ operation }: PanelCall): CallOrigin {
    return this.methodOf(operation).origin;
  }
}

const MAX_LOGGED_TEXT = 2_000;

function toStatusError(status: number, origin: CallOrigin): Error {
  const { backend } = origin;
  if (status === 401 || status === 403) {
    const native = { ...origin, code: `HTTP ${status}`, message: null };
    return new BackendFaultError(`Backend ${backend} refused the gateway’s login.`, origin, native);
  }
  const message = `Backend ${backend} answered with HTTP ${status}.`;
  return status >= 500
    ? new BackendUnavailableError(message, origin)
    : new BackendProtocolError(message, origin);
}

const toProtocolError = (error: WireError, origin: CallOrigin): BackendProtocolError =>
  new BackendProtocolError(
    `Backend ${origin.backend} answered ${origin.method} with something that is no valid answer: ${error.message}.`,
    origin,
    { cause: error },
  );
