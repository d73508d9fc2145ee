import autocannon from 'autocannon';
import { cpuMicros } from './process-usage.js';

export interface LoadRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Asks once.
 *
 * @throws Error when the answer is no success: GraphQL tells of failures with status 200, too
 */
export async function ask({ url, ...request }: LoadRequest): Promise<void> {
  const answer = await fetch(url, request);
  const text = await answer.text();
  if (!answer.ok || /"errors"|"userErrors":\[\{/.test(text))
    throw new Error(`${url} answered ${answer.status}: ${text}`);
}

export interface LoadResult {
  readonly perSecond: number;
  /** CPU time of the server for each answer; `null` where the system does not tell. */
  readonly cpuMicrosPerRequest: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Requests that the panels got for each answer. */
  readonly upstreamPerRequest: number | null;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** The server's process. */
  readonly pid: number;
  /** Requests that the panels have had so far. */
  readonly upstream?: () => Promise<number>;
}

/**
 * Holds a server under load and measures it.
 *
 * @throws Error when an answer was no success, so that nobody measures failures
 */
export async function measureLoad(
  { url, method, headers, body }: LoadRequest,
  { connections, seconds, pid, upstream }: LoadOptions,
): Promise<LoadResult> {
  const upstreamBefore = await upstream?.();
  const cpuBefore = cpuMicros(pid);
  const began = performance.now();
  const result = await autocannon({
    url,
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
    connections,
    duration: seconds,
    timeout: 60,
  });
  const elapsedSeconds = (performance.now() - began) / 1000;
  const cpuAfter = cpuMicros(pid);
  const upstreamAfter = await upstream?.();
  const answers = result['2xx'];
  if (answers === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${method} ${url}: ${result.non2xx} refusals and ${result.errors} errors in ${answers} answers`,
    );
  }
  return {
    perSecond: answers / elapsedSeconds,
    cpuMicrosPerRequest: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / answers,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    upstreamPerRequest:
      upstreamBefore === undefined || upstreamAfter === undefined
        ? null
        : (upstreamAfter - upstreamBefore) / answers,
  };
}
