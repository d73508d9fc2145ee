import {
  BackendFaultError,
  BackendProtocolError,
  BackendUnavailableError,
  BadUserInputError,
  type CallOrigin,
} from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { secretsOf } from '../../src/operation/secrets.js';
import type { CallPolicy } from '../../src/policy/call-policy.js';
import { SINGLE_READ, SINGLE_WRITE, watched } from '../../src/policy/call-watch.js';
import type { AnswerHead, HttpTransport } from '../../src/policy/http-transport.js';
import { type AnswerRules, PanelAnswer } from '../../src/policy/panel-answer.js';
import { sendable } from '../../src/policy/sendable.js';
import { type Answer, fieldText, type ResponseDecoder } from '../../src/wire/httpxml/index.js';
import { WireError } from '../../src/wire/wire-error.js';
import { byteFed } from '../../src/wire/xml/byte-fed.js';
import { codecOf, type OperationCodec } from './codec.js';
import type { EnomSettings } from './config.js';
import { refusalToError } from './errors.js';
import { RefusedCommand, readClaim } from './refused-command.js';

const HEADERS = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'text/xml',
};

/** What only the log is told. */
export interface EnomReports {
  repairs(origin: CallOrigin, count: number): void;
  /** An answer that was taken although it does not say that it is whole. */
  notDone(origin: CallOrigin): void;
}

/** What all requests of one command have in common. */
interface Command {
  readonly origin: CallOrigin;
  readonly codec: OperationCodec;
  /** The body as far as it is the same for all. */
  readonly fields: string;
}

/** What one answer is to. */
interface Asked {
  readonly origin: CallOrigin;
  readonly decoder: ResponseDecoder<unknown>;
}

/** Sends commands to one account, the login in the body of each, and opens the envelope of what comes back. */
export class EnomClient {
  /** What every body has after its command; without `responsetype` the answer would be plain text. */
  private readonly login: string;
  private readonly commands = new Map<AnyOperation, Command>();
  private readonly rules: AnswerRules<Answer<unknown>, Asked>;

  constructor(
    private readonly name: string,
    private readonly settings: EnomSettings,
    private readonly transport: HttpTransport,
    private readonly policy: CallPolicy,
    report: EnomReports,
  ) {
    const { uid, pw } = settings;
    this.login = [fieldText('uid', uid), fieldText('pw', pw.reveal()), 'responsetype=xml'].join('&');
    this.rules = {
      malformed: (error, { origin }) => (error instanceof WireError ? toProtocolError(error, origin) : null),
      status: (status, { origin }) => this.statusError(origin, status),
      isRefusal: ({ refusal }) => refusal !== undefined,
      answered: ({ origin, decoder }) => {
        if (!decoder.isDone) report.notDone(origin);
      },
      repairs: (count, { origin }) => report.repairs(origin, count),
    };
  }

  /**
   * Sends one command.
   *
   * @returns its result, decoded by its operation's shape; every error by the promise, none at once
   * @throws every BackendError; {@link BackendNotFoundError} where the account has no such object
   */
  call(call: PanelCall, scope: CallScope): Promise<unknown> {
    try {
      return this.read(call, scope);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * Sends one write, once.
   *
   * @returns its result, decoded by its operation's shape
   * @throws {@link NotConnectedError}, {@link BackendFaultError} with a `RefusedCommand` as its cause,
   *   {@link OutcomeUnknownError}, {@link BadUserInputError} for what cannot be sent
   */
  async write(call: PanelCall, scope: CallScope): Promise<unknown> {
    const body = this.writeBodyOf(call);
    const { origin, codec } = this.commandOf(call.operation);
    return watched(scope, origin, SINGLE_WRITE, (watch) =>
      this.policy.write(origin, async (end) => {
        const answer = await this.transport.postOnce({ origin, headers: HEADERS, body, end, watch }, (head) =>
          this.receive(origin, codec, head, true),
        );
        return this.open(call, origin, answer);
      }),
    );
  }

  private read(call: PanelCall, scope: CallScope): Promise<unknown> {
    const { operation } = call;
    const body = sendable(operation.method, WireError, () => this.bodyOf(call));
    const { origin, codec } = this.commandOf(operation);
    return watched(scope, origin, SINGLE_READ, (watch) =>
      this.policy
        .read(origin, scope.signal, (end) =>
          this.transport.post({ origin, headers: HEADERS, body, end, watch }, (head) =>
            this.receive(origin, codec, head, this.settings.requireDone),
          ),
        )
        .then((answer) => this.open(call, origin, answer)),
    );
  }

  private commandOf(operation: AnyOperation): Command {
    const known = this.commands.get(operation);
    if (known !== undefined) return known;
    const { method } = operation;
    const made = {
      origin: { backend: this.name, method },
      codec: codecOf(operation),
      fields: `${fieldText('command', method)}&${this.login}`,
    };
    this.commands.set(operation, made);
    return made;
  }

  private bodyOf({ operation, params }: PanelCall): string {
    const { codec, fields } = this.commandOf(operation);
    const own = codec.encode(params);
    return own === '' ? fields : `${fields}&${own}`;
  }

  /** @throws {@link BadUserInputError}, which says that nothing was sent */
  private writeBodyOf(call: PanelCall): string {
    try {
      return this.bodyOf(call);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new BadUserInputError(`input cannot be sent as ${call.operation.method}: ${error.message}`, [
        'input',
      ]);
    }
  }

  private open({ operation, params }: PanelCall, origin: CallOrigin, answer: Answer<unknown>): unknown {
    if (answer.refusal === undefined) return answer.result;
    const { missCodes, faults, pw } = this.settings;
    throw refusalToError(answer.refusal, origin, {
      missCodes,
      faults,
      secrets: [pw.reveal(), ...secretsOf(operation.params, params)],
      claim: readClaim(answer.refusal, answer.beside),
    });
  }

  /** Refusals come with HTTP 200 as a rule; one in the body counts whatever the status is. */
  private receive(
    origin: CallOrigin,
    codec: OperationCodec,
    { status, contentType }: AnswerHead,
    requireDone: boolean,
  ): PanelAnswer<Answer<unknown>, Asked> {
    const decoder = codec.createDecoder({
      toRowError: (problem) => toProtocolError(problem, origin),
      requireDone,
    });
    const body = byteFed(contentType, decoder);
    return new PanelAnswer({ status, body, decoder, asked: { origin, decoder }, rules: this.rules });
  }

  private statusError(origin: CallOrigin, status: number): Error {
    if (status === 401 || status === 403) {
      const native = { ...origin, code: `HTTP ${status}`, message: null };
      return new BackendFaultError(`Backend ${this.name} refused the gateway’s login.`, origin, native, {
        cause: new RefusedCommand('invalid'),
      });
    }
    const message = `Backend ${this.name} answered with HTTP ${status}.`;
    return status >= 500
      ? new BackendUnavailableError(message, origin)
      : new BackendProtocolError(message, origin);
  }
}

const toProtocolError = (error: WireError, origin: CallOrigin): BackendProtocolError =>
  new BackendProtocolError(
    `Backend ${origin.backend} answered ${origin.method} with something that is no valid answer: ${error.message}.`,
    origin,
    { cause: error },
  );
