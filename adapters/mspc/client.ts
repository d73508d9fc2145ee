import { createHash } from 'node:crypto';
import { BackendFaultError, type CallOrigin } from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { withoutSecrets } from '../../src/operation/secrets.js';
import type { CallPolicy } from '../../src/policy/call-policy.js';
import { SINGLE_READ, SINGLE_WRITE, watched } from '../../src/policy/call-watch.js';
import type { AnswerHead, HttpTransport } from '../../src/policy/http-transport.js';
import { type AnswerRules, PanelAnswer } from '../../src/policy/panel-answer.js';
import { sendable } from '../../src/policy/sendable.js';
import type { DocumentMethod } from '../../src/wire/soap/document/index.js';
import { SoapFault } from '../../src/wire/soap/fault.js';
import { WireError } from '../../src/wire/wire-error.js';
import { byteFed } from '../../src/wire/xml/byte-fed.js';
import type { MspcCodec } from './codec.js';
import type { MspcSettings } from './config.js';
import { MspcFaultError, protocolError, statusError } from './errors.js';

/** What only the log is told. */
export interface MspcReports {
  repairs(origin: CallOrigin, count: number): void;
  /** @param text - the faultstring, without the login's password and the secrets of the call */
  fault(origin: CallOrigin, code: string | null, text: string | null): void;
}

/** What all requests of one method have in common. */
interface Method {
  readonly codec: DocumentMethod;
  readonly origin: CallOrigin;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends single calls to the services of one server, each with the login, and reads what comes back. */
export class MspcClient {
  private readonly headers: Readonly<Record<string, string>>;
  private readonly folder: string;
  private readonly methods = new Map<AnyOperation, Method>();
  private readonly rules: AnswerRules<unknown, PanelCall>;

  constructor(
    private readonly name: string,
    private readonly settings: MspcSettings,
    private readonly codec: MspcCodec,
    private readonly transport: HttpTransport,
    private readonly policy: CallPolicy,
    private readonly report: MspcReports,
  ) {
    this.headers = {
      'content-type': 'text/xml; charset=utf-8',
      accept: 'text/xml',
      // With a capital B and no other scheme: the server compares letter by letter.
      authorization: `Basic ${Buffer.from(`${settings.username}:${passwordOf(settings)}`).toString('base64')}`,
    };
    this.folder = new URL(settings.url).pathname.replace(/\/?$/, '/');
    this.rules = {
      refusal: (error, call) => (error instanceof SoapFault ? this.toFaultError(error, call) : null),
      malformed: (error, call) =>
        error instanceof WireError ? protocolError(error, this.originOf(call)) : null,
      status: (status, call) => statusError(status, this.originOf(call)),
      repairs: (count, call) => report.repairs(this.originOf(call), count),
    };
  }

  /**
   * Sends one read.
   *
   * @throws at once {@link BadUserInputError} for what cannot be sent; by the promise every BackendError,
   *   {@link MspcFaultError} on a fault
   */
  read(call: PanelCall, scope: CallScope): Promise<unknown> {
    const { origin, path, headers } = this.methodOf(call.operation);
    const body = this.encode(call);
    return watched(scope, origin, SINGLE_READ, (watch) =>
      this.policy.read(origin, scope.signal, (end) =>
        this.transport.post({ origin, path, headers, body, end, watch }, (head) => this.receive(call, head)),
      ),
    );
  }

  /**
   * Sends one write, once. A negative number is an answer like others: what it means depends on the method.
   *
   * @throws {@link MspcFaultError} on a fault, which proves that nothing happened only when it blames the caller
   * @throws {@link NotConnectedError}, {@link BackendFaultError} on a refused login, {@link OutcomeUnknownError}
   */
  async write(call: PanelCall, scope: CallScope): Promise<unknown> {
    const { origin, path, headers } = this.methodOf(call.operation);
    const body = this.encode(call);
    return watched(scope, origin, SINGLE_WRITE, (watch) =>
      this.policy.write(origin, (end) =>
        this.transport.postOnce({ origin, path, headers, body, end, watch }, (head) =>
          this.receive(call, head),
        ),
      ),
    );
  }

  originOf({ operation }: PanelCall): CallOrigin {
    return this.methodOf(operation).origin;
  }

  private methodOf(operation: AnyOperation): Method {
    const known = this.methods.get(operation);
    if (known !== undefined) return known;
    const codec = this.codec.methodOf(operation);
    const made = {
      codec,
      origin: { backend: this.name, method: operation.method },
      path: this.pathOf(operation),
      headers: { ...this.headers, soapaction: codec.soapAction },
    };
    this.methods.set(operation, made);
    return made;
  }

  /** Services lie below the configured address; those of a descriptor file may lie elsewhere on its host. */
  private pathOf({ service = '' }: AnyOperation): string {
    return service.startsWith('/') ? service : this.folder + service;
  }

  private encode({ operation, params }: PanelCall): string {
    return sendable(operation.method, WireError, () => this.methodOf(operation).codec.encode(params));
  }

  private receive(call: PanelCall, { status, contentType }: AnswerHead): PanelAnswer<unknown, PanelCall> {
    const decoder = this.methodOf(call.operation).codec.createDecoder();
    const body = byteFed(contentType, decoder);
    return new PanelAnswer({ status, body, decoder, asked: call, rules: this.rules });
  }

  private toFaultError(fault: SoapFault, call: PanelCall): BackendFaultError {
    const origin = this.originOf(call);
    const { password } = this.settings;
    const credentials = this.headers.authorization?.slice('Basic '.length) ?? '';
    const secrets = [credentials, password.reveal(), ...this.codec.secretsOf(call)];
    const text = fault.faultString === null ? null : withoutSecrets(fault.faultString, secrets);
    this.report.fault(origin, fault.faultCode?.local ?? null, text?.slice(0, MAX_LOGGED_TEXT) ?? null);
    return new MspcFaultError(fault, origin);
  }
}

const passwordOf = ({ password, passwordForm }: MspcSettings): string =>
  passwordForm === 'clear'
    ? password.reveal()
    : createHash('sha1').update(password.reveal(), 'utf8').digest('base64');

const MAX_LOGGED_TEXT = 2_000;
