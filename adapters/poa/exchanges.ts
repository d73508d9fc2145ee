import {
  BackendFaultError,
  BackendProtocolError,
  BackendUnavailableError,
  type CallOrigin,
} from '../../src/errors/index.js';
import type { CallScope } from '../../src/model/index.js';
import type { CallEnd } from '../../src/policy/call-end.js';
import type { CallPolicy } from '../../src/policy/call-policy.js';
import type { CallWatch } from '../../src/policy/call-watch.js';
import type { AnswerHead, HttpTransport } from '../../src/policy/http-transport.js';
import { type AnswerRules, PanelAnswer } from '../../src/policy/panel-answer.js';
import { WireError } from '../../src/wire/wire-error.js';
import { byteFed } from '../../src/wire/xml/byte-fed.js';
import { createResponseDecoder } from '../../src/wire/xmlrpc/decode.js';
import { XmlRpcFault } from '../../src/wire/xmlrpc/fault.js';
import type { XmlRpcValue } from '../../src/wire/xmlrpc/value.js';
import type { PoaSettings } from './config.js';
import { XmlRpcFaultError } from './xml-rpc-fault-error.js';

type Rules = AnswerRules<XmlRpcValue, CallOrigin>;

/** Sends XML-RPC as it is to one server, with the login, and reads the value that comes back. */
export class PoaExchanges {
  private readonly headers: Readonly<Record<string, string>>;
  private readonly ofReads: Rules;
  private readonly ofWrites: Rules;

  constructor(
    { username, password }: PoaSettings,
    private readonly transport: HttpTransport,
    private readonly policy: CallPolicy,
    reportRepairs: (origin: CallOrigin, repairs: number) => void,
  ) {
    this.headers = {
      'content-type': 'text/xml; charset=utf-8',
      accept: 'text/xml',
      ...(username === undefined
        ? {}
        : {
            authorization: `Basic ${Buffer.from(`${username}:${password?.reveal() ?? ''}`).toString('base64')}`,
          }),
    };
    const rulesWith = (keepFaultText: boolean): Rules => ({
      refusal: (error, origin) =>
        error instanceof XmlRpcFault ? new XmlRpcFaultError(error, origin, keepFaultText) : null,
      malformed: (error, origin) => (error instanceof WireError ? toProtocolError(error, origin) : null),
      status: toStatusError,
      repairs: (count, origin) => reportRepairs(origin, count),
    });
    this.ofReads = rulesWith(true);
    this.ofWrites = rulesWith(false);
  }

  /** The login as it goes over the wire, which a server may quote; empty where there is none. */
  get credentials(): string {
    return this.headers.authorization?.slice('Basic '.length) ?? '';
  }

  /** @throws every BackendError; {@link XmlRpcFaultError} on a fault */
  read(
    origin: CallOrigin,
    body: string,
    { signal }: Pick<CallScope, 'signal'>,
    timeoutMs: number,
    watch?: CallWatch,
  ): Promise<XmlRpcValue> {
    return this.policy.read(
      origin,
      signal,
      (end) =>
        this.transport.post({ origin, headers: this.headers, body, end, watch }, (head) =>
          this.receive(head, origin, this.ofReads),
        ),
      timeoutMs,
    );
  }

  /**
   * Sends a write once, under the policy's deadline.
   *
   * @param open - what the answer comes to, which decides whether it is known what came of the write
   */
  write<T>(
    origin: CallOrigin,
    body: string,
    watch: CallWatch | undefined,
    open: (answer: XmlRpcValue) => T,
  ): Promise<T> {
    const attempt = (end: CallEnd) =>
      this.transport.postOnce({ origin, headers: this.headers, body, end, watch }, (head) =>
        this.receive(head, origin, this.ofWrites),
      );
    return this.policy.write(origin, (end) => attempt(end).then(open));
  }

  private receive(
    { status, contentType }: AnswerHead,
    origin: CallOrigin,
    rules: Rules,
  ): PanelAnswer<XmlRpcValue, CallOrigin> {
    if (status === 401 || status === 403) {
      const native = { ...origin, code: `HTTP ${status}`, message: null };
      throw new BackendFaultError(`Backend ${origin.backend} refused the gateway’s login.`, origin, native);
    }
    const decoder = createResponseDecoder();
    return new PanelAnswer({ status, body: byteFed(contentType, decoder), decoder, asked: origin, rules });
  }
}

export const toProtocolError = (error: WireError, origin: CallOrigin): BackendProtocolError =>
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
