import type { Dispatcher } from 'undici';
import type { CallEnd } from './call-end.js';

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

/** An exchange that failed, and how far it had come. */
export class ExchangeError extends Error {
  constructor(
    override readonly cause: unknown,
    /** Whether the head of an answer had come. */
    readonly isBegun: boolean,
  ) {
    super('The exchange failed.');
  }
}

/**
 * Sends one request and feeds its answer to a sink as it arrives, without a stream in between.
 *
 * @param onBytes - told how many bytes each chunk of the body has
 * @throws {@link ExchangeError} around what the dispatcher, `receive` or its sink threw, or the reason of `end`
 */
export function exchange<T>(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  end: CallEnd,
  receive: Receive<T>,
  onBytes?: (length: number) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let sink: AnswerSink<T> | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let isSettled = false;

    const fail = (error: unknown): void => {
      if (isSettled) return;
      isSettled = true;
      reject(new ExchangeError(error, sink !== undefined));
      // Aborting reports an error of its own, which comes too late to count.
      controller?.abort(error instanceof Error ? error : new Error('given up'));
    };
    const attempt = <R>(step: () => R): R | undefined => {
      if (isSettled) return undefined;
      try {
        return step();
      } catch (error) {
        fail(error);
        return undefined;
      }
    };

    end.onEnd(fail);
    if (isSettled) return;
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        // What ended while it waited for a connection is not sent.
        if (isSettled) started.abort(end.reason ?? new Error('given up'));
      },
      onResponseStart(_, status, { 'content-type': type }) {
        if (status < 200) return;
        sink = attempt(() =>
          receive({ status, contentType: Array.isArray(type) ? (type[0] ?? '') : (type ?? '') }),
        );
      },
      onResponseData(_, chunk) {
        onBytes?.(chunk.length);
        attempt(() => sink?.write(chunk));
      },
      onResponseEnd() {
        const open = sink;
        if (isSettled || open === undefined) return;
        attempt(() => {
          const value = open.end();
          isSettled = true;
          resolve(value);
        });
      },
      onResponseError(_, error) {
        fail(error);
      },
    };
    attempt(() => dispatcher.dispatch(options, handler));
  });
}
