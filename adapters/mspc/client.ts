import { createHash } from 'node:crypto';
import { BackendFaultError, type CallOrigin } from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import { withoutSecrets } from '../../src/operation/secrets.js';
import { answerSink } from '../../src/policy/answer-sink.js';
import type { CallPolicy } from '../../src/policy/call-policy.js';
import { SINGLE_READ, SINGLE_WRITE, watched } from '../../src/policy/call-watch.js';
import type { AnswerHead, AnswerSink, HttpTransport } from '../../src/policy/http-transport.js';
import { sendable } from '../../src/policy/sendable.js';
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

/** Sends single calls to the services of one server, each with the login, and reads what comes back. */
export class MspcClient {
  private readonly headers: Readonly<Record<string, string>>;
  private readonly folder: string;

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
  }

  /** @throws every BackendError; {@link MspcFaultError} on a fault */
  async read(call: PanelCall, scope: CallScope): Promise<unknown> {
    const request = this.requestOf(call);
    return watched(scope, request.origin, SINGLE_READ, (watch) =>
      this.policy.read(request.origin, scope.signal, (end) =>
        this.transport.post({ ...request, end, watch }, (head) => this.receive(call, head)),
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
    const request = this.requestOf(call);
    return watched(scope, request.origin, SINGLE_WRITE, (watch) =>
      this.policy.write(request.origin, (end) =>
        this.transport.postOnce({ ...request, end, watch }, (head) => this.receive(call, head)),
      ),
    );
  }

  private requestOf(call: PanelCall) {
    const method = this.codec.methodOf(call.operation);
    return {
      origin: this.originOf(call),
      path: this.pathOf(call),
      headers: { ...this.headers, soapaction: method.soapAction },
      body: sendable(call.operation.method, WireError, () => method.encode(call.params)),
    };
  }

  /** Services lie below the configured address; those of a descriptor file may lie elsewhere on its host. */
  private pathOf({ operation: { service = '' } }: PanelCall): string {
    return service.startsWith('/') ? service : this.folder + service;
  }

  originOf({ operation }: PanelCall): CallOrigin {
    return { backend: this.name, method: operation.method };
  }

  private receive(call: PanelCall, head: AnswerHead): AnswerSink<unknown> {
    const origin = this.originOf(call);
    const decoder = this.codec.methodOf(call.operation).createDecoder();
    const body = byteFed(head.contentType, {
      write: (text) => decoder.write(text),
      end: () => {
        try {
          return decoder.end();
        } finally {
          if (decoder.repairs > 0) this.report.repairs(origin, decoder.repairs);
        }
      },
    });
    return answerSink(head.status, body, {
      refusal: (error) => (error instanceof SoapFault ? this.toFaultError(error, call) : null),
      malformed: (error) => (error instanceof WireError ? protocolError(error, origin) : null),
      status: (status) => statusError(status, origin),
    });
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
