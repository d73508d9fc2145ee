import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { RequestTimeIsUp } from '../errors/index.js';
import { CallAborter, type CallSignal } from '../model/index.js';
import { whenOver } from './when-over.js';

/** Watches one request: that somebody waits for its answer, and that it does not take longer than it may. */
export class RequestClock {
  /** Fires when the client hangs up before it has its answer, or when the time of the request is up. */
  readonly signal: CallSignal;
  private readonly aborter = new CallAborter();
  private readonly raw: ServerResponse;
  private pauses = 0;
  private startedAt = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param leftMs - how long the request may take */
  constructor(
    { raw }: Pick<FastifyReply, 'raw'>,
    private leftMs: number,
  ) {
    this.raw = raw;
    this.signal = this.aborter;
    // The client may have hung up while its body was read.
    if (raw.destroyed) this.end();
    else this.run();
    whenOver({ raw }, this.end);
  }

  /** Stops the clock, as often as it is called, until what it returns was called as often. */
  readonly pause = (): (() => void) => {
    if (this.pauses++ === 0) this.stop();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      if (--this.pauses === 0) this.run();
    };
  };

  private run(): void {
    this.startedAt = performance.now();
    this.timer = setTimeout(abortLate, this.leftMs, this.aborter);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.leftMs -= performance.now() - this.startedAt;
  }

  private readonly end = (): void => {
    clearTimeout(this.timer);
    // Nothing starts it again.
    this.pauses = Number.POSITIVE_INFINITY;
    if (!this.raw.writableFinished) this.aborter.abort();
  };
}

const abortLate = (aborter: CallAborter): void => aborter.abort(new RequestTimeIsUp());
