import type { Fetcher } from '@graphiql/toolkit';
import type { CallsStore } from './calls-store.js';
import type { TracedCall } from './traced-call.js';

const TRACE_HEADER = 'x-hostgraph-trace';

/**
 * A fetcher that also asks what was asked of the panels, keeps that for the waterfall, and takes it out of the answer
 * that is shown: it is the same twice, and longer than most answers. Who asks for it in the header editor sees it there,
 * too. Callers without the role `trace` get their answer and nothing else.
 */
export function tracedFetcher(fetcher: Fetcher, store: CallsStore): Fetcher {
  return async (request, options) => {
    // The schema is asked for by the page itself, which is nobody's query.
    if (request.operationName === 'IntrospectionQuery') return fetcher(request, options);
    const headers: Readonly<Record<string, unknown>> = options?.headers ?? {};
    const isOwn = Object.keys(headers).some((name) => name.toLowerCase() === TRACE_HEADER);
    const answer: unknown = await fetcher(request, {
      ...options,
      headers: { [TRACE_HEADER]: '1', ...headers },
    });
    const { shown, calls } = takeCalls(answer);
    store.set(calls);
    // As the fetcher gave it, less a member that its type leaves open.
    return (isOwn ? answer : shown) as Awaited<ReturnType<Fetcher>>;
  };
}

function takeCalls(answer: unknown): { shown: unknown; calls: readonly TracedCall[] | null } {
  if (typeof answer !== 'object' || answer === null || !('extensions' in answer))
    return { shown: answer, calls: null };
  const { extensions, ...rest } = answer;
  if (typeof extensions !== 'object' || extensions === null || !('calls' in extensions))
    return { shown: answer, calls: null };
  const { calls, ...others } = extensions;
  const shown = Object.keys(others).length === 0 ? rest : { ...rest, extensions: others };
  // The gateway's own words, under a name of the gateway's own.
  return { shown, calls: Array.isArray(calls) ? (calls as readonly TracedCall[]) : null };
}
