import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOverloadGuard, type OverloadGuard } from '../../../src/http/overload.js';
import { startEdgeServer } from '../../support/edge-server.js';

describe('the number of requests under way', () => {
  it('is bounded, and more are refused at once until one has ended', async () => {
    const release: Array<() => void> = [];
    const server = await startEdgeServer({
      settings: { maxInFlight: 2 },
      fields: { wait: () => new Promise((resolve) => release.push(() => resolve('done'))) },
    });
    const first = server.query('{ wait }');
    const second = server.query('{ wait }');
    await vi.waitFor(() => expect(release).toHaveLength(2));
    const refused = await server.query('{ hello }');
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json().errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect((await server.ask({ method: 'GET', url: '/livez' })).statusCode).toBe(200);
    for (const end of release) end();
    expect((await Promise.all([first, second])).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await server.query('{ hello }')).statusCode).toBe(200);
    expect(server.inFlight()).toBe(0);
    await server.close();
  });

  it('counts down when a client hangs up', () => {
    const guard = createOverloadGuard({ maxInFlight: 1, maxEventLoopDelayMs: 1_000 });
    const raw = new EventEmitter();
    guard.enter({ raw } as unknown as FastifyReply);
    expect(guard.inFlight).toBe(1);
    raw.emit('close');
    expect(guard.inFlight).toBe(0);
    guard.close();
  });
});

describe('a process that is late', () => {
  let guard: OverloadGuard;
  let time = 0;
  beforeEach(() => {
    vi.useFakeTimers();
    time = 0;
    guard = createOverloadGuard({ maxInFlight: 100, maxEventLoopDelayMs: 500 }, () => time);
  });
  afterEach(() => {
    guard.close();
    vi.useRealTimers();
  });

  /** A tenth of a second that takes so long. */
  function tick(tookMs: number): void {
    time += tookMs;
    vi.advanceTimersByTime(100);
  }
  // Only what the guard looks at.
  const enter = () => guard.enter({ raw: new EventEmitter() } as unknown as FastifyReply);

  it('turns nobody away for one long pause', () => {
    tick(100);
    tick(3_000);
    expect(enter).not.toThrow();
  });

  it('turns everybody away when it stays late, and nobody when the rush is over', () => {
    tick(900);
    tick(900);
    expect(enter).toThrow(/more to do than it can/);
    tick(100);
    expect(enter).not.toThrow();
  });
});
