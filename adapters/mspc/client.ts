import { createHash } from 'node:crypto';
import { BackendFaultError, type CallOrigin } from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import { withoutSecrets } from '../../src/operation/secrets.js';
import type { CallPolicy } from '../../src/policy/call-policy.js';
import type { AnswerHead, HttpTransport } from '../../src/policy/http-transport.js';
import { sendable } from '../../src/policy/sendable.js';
import type { DocumentMethod } from '../../src/wire/soap/document/index.js';
import { SoapFault } from '../../src/wire/soap/fault.js';
import { WireError } from '../../src/wire/wire-error.js';
import { createByteDecoder } from '../../src/wire/xml/charset.js';
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
    return this.policy.read(request.origin, scope.signal, (signal) =>
      this.transport.post({ ...request, signal }, (head, chunks) => this.receive(call, head, chunks)),
    );
  }

  /**
   * Sends one write, once. A negative number is an answer like others: what it means depends on the method.
   *
   * @throws {@link MspcFaultError} on a fault, which proves that nothing happened only when it blames the caller
   * @throws {@link NotConnectedError}, {@link BackendFaultError} on a refused login, {@link OutcomeUnknownError}
   */
  async write(call: PanelCall): Promise<unknown> {
    const request = this.requestOf(call);
    return this.policy.write(request.origin, (signal) =>
      this.transport.postOnce({ ...request, signal }, (head, chunks) => this.receive(call, head, chunks)),
    );
  }

  private requestOf(call: PanelCall) {
    const method = this.codec.methodOf(call.operation);
    return {
      origin: this.originOf(call),
      path: this.folder + (call.operation.service ?? ''),
      headers: { ...this.headers, soapaction: method.soapAction },
      body: sendable(call.operation.method, WireError, () => method.encode(call.params)),
    };
  }

  originOf({ operation }: PanelCall): CallOrigin {
    return { backend: this.name, method: operation.method };
  }

  /** Looks at the body before the status: faults come with status 500. */
  private async receive(
    call: PanelCall,
    head: AnswerHead,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<unknown> {
    const origin = this.originOf(call);
    try {
      const answer = await this.decode(origin, this.codec.methodOf(call.operation), head, chunks);
      if (head.status === 200) return answer;
    } catch (error) {
      if (error instanceof SoapFault) throw this.toFaultError(error, call);
      if (!(error instanceof WireError)) throw error;
      if (head.status === 200) throw protocolError(error, origin);
    }
    throw statusError(head.status, origin);
  }

  private async decode(
    origin: CallOrigin,
    method: DocumentMethod,
    head: AnswerHead,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<unknown> {
    const bytes = createByteDecoder(head.contentType);
    const decoder = method.createDecoder();
    for await (const chunk of chunks) decoder.write(bytes.write(chunk));
    decoder.write(bytes.end());
    try {
      return decoder.end();
    } finally {
      if (decoder.repairs > 0) this.report.repairs(origin, decoder.repairs);
    }
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
