import { readFileSync } from 'node:fs';
import { type buildConnector, Client, type Dispatcher, errors, Pool } from 'undici';
import {
  BackendProtocolError,
  BackendTruncatedError,
  BackendUnavailableError,
  CallAbandonedError,
  type CallOrigin,
  GatewayError,
  NotConnectedError,
} from '../errors/index.js';
import type { CallEnd } from './call-end.js';
import type { CallWatch } from './call-watch.js';
import { type ExchangeOptions, exchange, type Receive } from './exchange.js';

export type { AnswerHead, AnswerSink, Receive } from './exchange.js';

export interface TransportSettings {
  readonly url: string;
  /** Connections kept open at once. */
  readonly concurrency: number;
  readonly maxResponseBytes: number;
  readonly tls: { readonly caFile?: string | undefined; readonly insecure: boolean };
}

export interface HttpRequest {
  readonly origin: CallOrigin;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Path of the address, in place of the configured one. */
  readonly path?: string;
  readonly end: CallEnd;
  /** Measures the exchange, where somebody wants to know. */
  readonly watch?: CallWatch | undefined;
}

/**
 * POSTs to one backend over a pool of kept-alive connections of its own. Redirects are not followed, so a login is
 * never sent to another host. Answers larger than `maxResponseBytes` are cut off as they arrive.
 */
export class HttpTransport {
  private readonly pool: Pool;
  private readonly origin: string;
  private readonly path: string;
  private readonly search: string;
  private readonly options;

  constructor(private readonly settings: TransportSettings) {
    const { origin, pathname, search } = new URL(settings.url);
    this.origin = origin;
    this.path = pathname;
    this.search = search;
    const { caFile, insecure } = settings.tls;
    const connect: buildConnector.BuildOptions = {
      rejectUnauthorized: !insecure,
      ...(caFile === undefined ? {} : { ca: readFileSync(caFile) }),
    };
    this.options = {
      pipelining: 1,
      // Shorter than the 5 s after which Node's and Tomcat's servers hang up, to lose fewer races with them.
      keepAliveTimeout: 4_000,
      keepAliveMaxTimeout: 4_000,
      maxResponseSize: settings.maxResponseBytes,
      // A call has a deadline of its own (`CallEnd`); these coarse timers would only fire first.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect,
    };
    this.pool = new Pool(origin, { ...this.options, connections: settings.concurrency });
  }

  /**
   * Sends one request and hands its answer to `receive`.
   *
   * @throws {@link BackendUnavailableError} without a connection, or when it ended before an answer
   * @throws {@link BackendTruncatedError} when it ended inside one
   * @throws {@link BackendProtocolError} when the answer is too large or not HTTP
   * @throws whatever `receive` and its sink throw, and the reason of `end` when that came first
   */
  post<T>(request: HttpRequest, receive: Receive<T>): Promise<T> {
    return this.exchange(this.pool, request, receive, (cause, isBegun) =>
      this.toGatewayError(cause, isBegun, request),
    );
  }

  /**
   * As `post`, over a connection that is new: a server that hangs up on an idle one just then cannot make it unclear
   * whether the request arrived. For writes.
   *
   * @throws {@link NotConnectedError} when no byte went out, whatever ended it
   * @throws {@link BackendTruncatedError} when the connection ended after that
   */
  async postOnce<T>(request: HttpRequest, receive: Receive<T>): Promise<T> {
    const client = new Client(this.origin, this.options);
    let connected = false;
    client.once('connect', () => {
      connected = true;
    });
    try {
      return await this.exchange(client, request, receive, (cause, isBegun) => {
        const known = this.toGatewayError(cause, isBegun, request);
        if (connected || !(known instanceof GatewayError)) return known;
        const { origin } = request;
        return new NotConnectedError(`Backend ${origin.backend} cannot be reached.`, origin, {
          cause: known,
        });
      });
    } finally {
      await client.destroy();
    }
  }

  private exchange<T>(
    dispatcher: Dispatcher,
    { watch, headers, body, path = this.path, end }: HttpRequest,
    receive: Receive<T>,
    toError: ExchangeOptions<T>['toError'],
  ): Promise<T> {
    watch?.sent(body);
    const request = {
      origin: this.origin,
      path: path + this.search,
      method: 'POST',
      // The dispatcher takes headers as they may be changed, and changes none.
      headers: headers as Record<string, string>,
      body,
    } as const;
    return exchange(dispatcher, request, { end, watch, receive, toError });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  private toGatewayError(error: unknown, isBegun: boolean, { origin, end }: HttpRequest): unknown {
    if (error instanceof GatewayError) return error;
    if (end.reason !== undefined) {
      return end.reason instanceof GatewayError
        ? end.reason
        : new CallAbandonedError('The request ended before its answer came.', origin, { cause: error });
    }
    const code = codeOf(error);
    if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
      return new BackendProtocolError(
        `Backend ${origin.backend} answered ${origin.method} with more than ${this.settings.maxResponseBytes} bytes.`,
        origin,
        { cause: error },
      );
    }
    if (error instanceof errors.HTTPParserError || code === 'UND_ERR_HEADERS_OVERFLOW') {
      return new BackendProtocolError(
        `Backend ${origin.backend} answered ${origin.method} with something that is not HTTP.`,
        origin,
        { cause: error },
      );
    }
    if (!isTransportFailure(error, code)) return error;
    return isBegun
      ? new BackendTruncatedError(
          `Backend ${origin.backend} broke off its answer to ${origin.method}.`,
          origin,
          {
            cause: error,
          },
        )
      : new BackendUnavailableError(`Backend ${origin.backend} cannot be reached (${code}).`, origin, {
          cause: error,
        });
  }
}

/** System and TLS errors carry codes as undici's own do; an error without one is a mistake of ours. */
function isTransportFailure(error: unknown, code: string): boolean {
  return error instanceof Error && code !== '';
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(cause);
}
