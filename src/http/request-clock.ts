import type { FastifyReply } from 'fastify';
import { RequestTimeIsUp } from '../errors/index.js';
import { CallAborter, type CallSignal } from '../model/index.js';
import { whenOver } from './when-over.js';

export interface RequestClock {
  /** Fires when the client hangs up before it has its answer, or when the time of the request is up. */
  readonly signal: CallSignal;
  /** Stops the clock, as often as it is called, until what it returns was called as often. */
  pause(): () => void;
}

/** Watches one request: that somebody waits for its answer, and that it does not take longer than it may. */
export function startRequestClock({ raw }: Pick<FastifyReply, 'raw'>, budgetMs: number): RequestClock {
  const signal = new CallAborter();
  let leftMs = budgetMs;
  let pauses = 0;
  let startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;

  const run = () => {
    startedAt = performance.now();
    timer = setTimeout(() => signal.abort(new RequestTimeIsUp()), leftMs);
  };
  const stop = () => {
    clearTimeout(timer);
    leftMs -= performance.now() - startedAt;
  };
  // The client may have hung up while its body was read.
  const end = () => {
    clearTimeout(timer);
    // Nothing starts it again.
    pauses = Number.POSITIVE_INFINITY;
    if (!raw.writableFinished) signal.abort();
  };
  if (raw.destroyed) end();
  else run();
  whenOver({ raw }, end);
  return {
    signal,
    pause() {
      if (pauses++ === 0) stop();
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        if (--pauses === 0) run();
      };
    },
  };
}
