import type { Dispatcher } from 'undici';
import type { CallEnd } from './call-end.js';
import type { CallWatch } from './call-watch.js';

export interface AnswerHead {
  readonly status: number;
  /** As sent; empty when absent. */
  readonly contentType: string;
}

/** Takes a body as it arrives. What it throws gives up the connection: the rest is not read. */
export interface AnswerSink<T> {
  write(chunk: Uint8Array): void;
  end(): T;
}

/** Says how a body is read, once its head is there; may throw as its sink may. */
export type Receive<T> = (head: AnswerHead) => AnswerSink<T>;

export interface ExchangeOptions<T> {
  readonly end: CallEnd;
  readonly watch: CallWatch | undefined;
  readonly receive: Receive<T>;
  /**
   * Says what an exchange failed with.
   *
   * @param cause - what the dispatcher, `receive` or its sink threw, or the reason of `end`
   * @param isBegun - whether the head of an answer had come
   */
  readonly toError: (cause: unknown, isBegun: boolean) => unknown;
}

/**
 * Sends one request and feeds its answer to a sink as it arrives, without a stream in between.
 *
 * @throws what `toError` makes of a failure
 */
export const exchange = <T>(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  options: ExchangeOptions<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    new Exchange(options, resolve, reject).start(dispatcher, request);
  });

class Exchange<T> implements Dispatcher.DispatchHandler {
  private sink: AnswerSink<T> | undefined;
  private controller: Dispatcher.DispatchController | undefined;
  private isSettled = false;

  constructor(
    private readonly options: ExchangeOptions<T>,
    private readonly resolve: (answer: T) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  start(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): void {
    this.options.end.onEnd((reason) => this.fail(reason));
    if (this.isSettled) return;
    try {
      dispatcher.dispatch(request, this);
    } catch (error) {
      this.fail(error);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // What ended while it waited for a connection is not sent.
    if (this.isSettled) controller.abort(this.options.end.reason ?? new Error('given up'));
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    { 'content-type': type }: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200 || this.isSettled) return;
    const contentType = Array.isArray(type) ? (type[0] ?? '') : (type ?? '');
    try {
      this.sink = this.options.receive({ status, contentType });
    } catch (error) {
      this.fail(error);
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.options.watch?.received(chunk.length);
    if (this.isSettled) return;
    try {
      this.sink?.write(chunk);
    } catch (error) {
      this.fail(error);
    }
  }

  onResponseEnd(): void {
    if (this.isSettled || this.sink === undefined) return;
    try {
      const answer = this.sink.end();
      this.isSettled = true;
      this.resolve(answer);
    } catch (error) {
      this.fail(error);
    }
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  private fail(cause: unknown): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.reject(this.options.toError(cause, this.sink !== undefined));
    // Aborting reports an error of its own, which comes too late to count.
    this.controller?.abort(cause instanceof Error ? cause : new Error('given up'));
  }
}
