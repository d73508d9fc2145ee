import type { RequestSpan } from '../telemetry/request-span.js';
import type { CallTrace } from './call-trace.js';

/** Who watches one request. */
export interface RequestWatch {
  /** For the caller, who asked for it. */
  readonly trace: CallTrace | undefined;
  /** For the collector of traces. */
  readonly span: RequestSpan | undefined;
}

const WATCH = Symbol('request watch');

/**
 * Has what runs under a context know who watches it. Put on the context itself, which costs less than an entry of a
 * WeakMap that is gone a moment later.
 */
export function watchContext(context: object, watch: RequestWatch | undefined): void {
  if (watch !== undefined) Object.assign(context, { [WATCH]: watch });
}

export const watchOf = (context: object): RequestWatch | undefined =>
  (context as { readonly [WATCH]?: RequestWatch })[WATCH];
