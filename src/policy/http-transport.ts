import { readFileSync } from 'node:fs';
import { Agent, type buildConnector, Client, type Dispatcher, errors } from 'undici';
import {
  BackendProtocolError,
  BackendTruncatedError,
  BackendUnavailableError,
  CallAbandonedError,
  type CallOrigin,
  GatewayError,
  NotConnectedError,
} from '../errors/index.js';

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
  readonly signal: AbortSignal;
}

export interface AnswerHead {
  readonly status: number;
  /** As sent; empty when absent. */
  readonly contentType: string;
}

/** Reads a body as it arrives. Throwing gives up the connection: the rest is not read. */
export type Receive<T> = (head: AnswerHead, body: AsyncIterable<Uint8Array>) => Promise<T>;

/**
 * POSTs to one backend over a pool of kept-alive connections of its own. Redirects are not followed, so a login is
 * never sent to another host. Answers larger than `maxResponseBytes` are cut off as they arrive.
 */
export class HttpTransport {
  private readonly agent: Agent;
  private readonly target: URL;
  private readonly options;

  constructor(private readonly settings: TransportSettings) {
    this.target = new URL(settings.url);
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
      // The deadline of a call is its signal; these coarse timers would only fire first.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect,
    };
    this.agent = new Agent({ ...this.options, connections: settings.concurrency });
  }

  /**
   * Sends one request and hands its answer to `receive`.
   *
   * @throws {@link BackendUnavailableError} without a connection, or when it ended before an answer
   * @throws {@link BackendTruncatedError} when it ended inside one
   * @throws {@link BackendProtocolError} when the answer is too large or not HTTP
   * @throws whatever `receive` throws, and the signal's reason when that fired
   */
  post<T>(request: HttpRequest, receive: Receive<T>): Promise<T> {
    return this.exchange(this.agent, request, receive, () => true);
  }

  /**
   * As `post`, over a connection that is new: a server that hangs up on an idle one just then cannot make it unclear
   * whether the request arrived. For writes.
   *
   * @throws {@link NotConnectedError} when no byte went out, whatever ended it
   * @throws {@link BackendTruncatedError} when the connection ended after that
   */
  async postOnce<T>(request: HttpRequest, receive: Receive<T>): Promise<T> {
    const client = new Client(this.target.origin, this.options);
    let connected = false;
    client.once('connect', () => {
      connected = true;
    });
    try {
      return await this.exchange(client, request, receive, () => connected);
    } finally {
      await client.destroy();
    }
  }

  private async exchange<T>(
    dispatcher: Dispatcher,
    request: HttpRequest,
    receive: Receive<T>,
    isConnected: () => boolean,
  ): Promise<T> {
    let begun = false;
    let data: Dispatcher.ResponseData | undefined;
    try {
      data = await dispatcher.request({
        origin: this.target.origin,
        path: `${request.path ?? this.target.pathname}${this.target.search}`,
        method: 'POST',
        headers: request.headers,
        body: request.body,
        signal: request.signal,
      });
      begun = true;
      const contentType = data.headers['content-type'];
      return await receive(
        {
          status: data.statusCode,
          contentType: Array.isArray(contentType) ? (contentType[0] ?? '') : (contentType ?? ''),
        },
        data.body,
      );
    } catch (error) {
      data?.body.on('error', ignoreEndOfAbandonedBody).destroy();
      const known = this.toGatewayError(error, begun, request);
      if (isConnected() || !(known instanceof GatewayError)) throw known;
      throw new NotConnectedError(`Backend ${request.origin.backend} cannot be reached.`, request.origin, {
        cause: known,
      });
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private toGatewayError(error: unknown, begun: boolean, request: HttpRequest): unknown {
    const { origin, signal } = request;
    if (error instanceof GatewayError) return error;
    if (signal.aborted) {
      return signal.reason instanceof GatewayError
        ? signal.reason
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
    return begun
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

const ignoreEndOfAbandonedBody = (): void => {};

/** System and TLS errors carry codes as undici's own do; an error without one is a mistake of ours. */
function isTransportFailure(error: unknown, code: string): boolean {
  return error instanceof Error && code !== '';
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(cause);
}
