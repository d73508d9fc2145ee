import { Agent, request } from 'undici';
import { requestOf } from './requests.js';

/** What became of the requests of one phase. */
export interface LoadReport {
  readonly sent: number;
  /** How many ended so: `OK`, a code of an error, `HTTP 503`, `no answer`. */
  readonly endings: ReadonlyMap<string, number>;
  /** Refusals with 503 that did not say when to come again. */
  readonly withoutRetryAfter: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface LoadSettings {
  readonly origin: string;
  /** Requests in a second, sent whether or not the ones before have been answered. */
  readonly rate: number;
  readonly seconds: number;
  /** The number of the first request. */
  readonly first: number;
}

const TICK_MS = 10;
const ANSWER_WITHIN_MS = 30_000;

/** Sends requests at a steady rate, as callers do who know nothing of one another; times count from when each was due. */
export async function holdOpenLoad({ origin, rate, seconds, first }: LoadSettings): Promise<LoadReport> {
  const agent = new Agent({
    connections: 512,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  });
  const endings = new Map<string, number>();
  const times: number[] = [];
  let withoutRetryAfter = 0;
  const count = (ending: string) => endings.set(ending, (endings.get(ending) ?? 0) + 1);

  async function send(index: number, dueAt: number): Promise<void> {
    const { path, method, body } = requestOf(index);
    try {
      const answer = await request(origin + path, {
        dispatcher: agent,
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.body.text();
      times.push(performance.now() - dueAt);
      if (answer.statusCode === 503 && answer.headers['retry-after'] === undefined) withoutRetryAfter += 1;
      count(
        /"code":"([A-Z_]+)"/.exec(text)?.[1] ??
          (answer.statusCode < 300 ? 'OK' : `HTTP ${answer.statusCode}`),
      );
    } catch {
      count('no answer');
    }
  }

  const startedAt = performance.now();
  const pending = new Set<Promise<void>>();
  let sent = 0;
  while (performance.now() - startedAt < seconds * 1_000) {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * rate);
    for (; sent < due; sent += 1) {
      const sending = send(first + sent, startedAt + (sent / rate) * 1_000);
      pending.add(sending);
      void sending.then(() => pending.delete(sending));
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(pending);
  await agent.close();
  times.sort((a, b) => a - b);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { sent, endings, withoutRetryAfter, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}
