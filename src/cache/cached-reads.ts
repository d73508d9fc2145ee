import { RateLimitedError } from '../errors/index.js';
import type { CallScope, ObserveCall, PanelCall } from '../model/index.js';
import { type AskPanelOptions, askPanel, type Open } from './ask-panel.js';
import { goneError } from './gone-error.js';
import type { CacheObserver, Lookup } from './observer.js';
import type { Found, PanelName, Question } from './read-cache.js';
import { type SharedCall, SharedCalls, Waiting } from './shared-calls.js';

export interface CachedReadsOptions extends AskPanelOptions {
  readonly name: PanelName;
  readonly observer: CacheObserver;
}

/** What one wave has not found an answer for yet. */
interface Wave {
  readonly scope: CallScope;
  readonly startedAt: number;
  readonly waiting: Waiting;
  /** For the panel, and to be kept. */
  readonly open: Open[];
}

/** The cache could not be asked. */
const NOT_TOLD: Found = { marks: null };

/**
 * The reads of one backend, answered from the cache where that has them. Equal reads that are asked for at the same time
 * and are not there are one call, which ends when all who wait for it have gone. What is left goes to the panel together,
 * as one wave.
 */
export class CachedReads {
  private readonly shared = new SharedCalls();
  /** Counts the beginnings and ends of this process's writes. */
  private writes = 0;

  constructor(private readonly options: CachedReadsOptions) {}

  /** A write begins or ends: calls under way are not shared with whoever asks from now on. */
  noteWrite(): void {
    this.writes += 1;
  }

  /** As a backend's `callAll`. */
  async callAll(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    const { name, cache, callAll } = this.options;
    if (scope.fresh === true) return callAll(calls, scope);
    const questions = calls.map((call) => cache.questionOf(name, call, scope));
    const keepable = questions.filter((question) => question !== null);
    if (keepable.length === 0) return callAll(calls, scope);

    const wave: Wave = { scope, startedAt: performance.now(), waiting: new Waiting(), open: [] };
    const found = await this.find(keepable);
    const direct: PanelCall[] = [];
    // What is never kept is its place among the answers that it is asked for with.
    const answers = calls.map((call, index) => {
      const question = questions[index] ?? null;
      if (question === null) return direct.push(call) - 1;
      return this.answerTo(question, found.get(question) ?? NOT_TOLD, wave);
    });
    const asked =
      wave.open.length + direct.length === 0
        ? Promise.resolve([])
        : askPanel(this.options, wave.open, direct, {
            ...scope,
            signal: wave.waiting.signal,
            observe: observeMisses(scope.observe, wave.open),
          });
    const all = asked.then((directly) =>
      Promise.all(answers.map((answer) => (typeof answer === 'number' ? directly[answer] : answer))),
    );
    return wave.waiting.waitFor(all, scope.signal, () => calls.map((call) => this.gone(call, scope)));
  }

  private async find(questions: readonly Question[]): Promise<ReadonlyMap<Question, Found>> {
    const { name, cache } = this.options;
    const found = await cache.find(name.panel, questions).catch(() => []);
    return new Map(questions.map((question, index) => [question, found[index] ?? NOT_TOLD]));
  }

  private answerTo(question: Question, { marks, kept }: Found, wave: Wave): Promise<unknown> {
    if (kept !== undefined) {
      this.report(question, 'hit', wave);
      return Promise.resolve(kept.answer);
    }
    // Where the store does not know what other processes write, what this one writes has to do.
    const key = `${question.key}\n${marks ?? this.writes}`;
    const underWay = this.shared.find(key);
    if (underWay !== undefined) {
      this.report(question, 'shared', wave);
      return this.waitFor(underWay, question.call, wave.scope);
    }
    this.report(question, marks === null ? 'error' : 'miss', wave);
    const call = this.shared.begin(key, wave.waiting);
    wave.open.push({ question, marks, settle: (answer) => this.shared.end(call, answer) });
    return call.answer;
  }

  private async waitFor(shared: SharedCall, call: PanelCall, scope: CallScope): Promise<unknown> {
    const gone = (): unknown => this.gone(call, scope);
    const answer = await shared.waiting.waitFor(shared.answer, scope.signal, gone);
    // That another caller has asked too often says nothing of this one.
    if (!(answer instanceof RateLimitedError)) return answer;
    const [own] = await this.options.callAll([call], scope);
    return own;
  }

  private gone({ operation }: PanelCall, { signal }: CallScope): Error {
    return goneError({ backend: this.options.name.backend, method: operation.method }, signal);
  }

  /** Calls that are made report themselves. */
  private report({ call }: Question, lookup: Lookup, { scope, startedAt }: Wave): void {
    const { backend } = this.options.name;
    this.options.observer.onLookup(backend, lookup);
    if (scope.observe === undefined || lookup === 'miss' || lookup === 'error') return;
    scope.observe({
      backend,
      method: call.operation.method,
      effect: 'read',
      wave: scope.wave ?? 0,
      calls: 1,
      startedAt,
      durationMs: performance.now() - startedAt,
      attempts: 0,
      bytesOut: 0,
      bytesIn: 0,
      cache: 'hit',
      outcome: 'OK',
    });
  }
}

/** Calls that the cache had no answer for say so; one that carries several may have others beside them. */
function observeMisses(observe: ObserveCall | undefined, open: readonly Open[]): ObserveCall | undefined {
  if (observe === undefined || open.length === 0) return observe;
  const methods = new Set(open.map(({ question }) => question.call.operation.method));
  return (report) =>
    observe(report.calls > 1 || methods.has(report.method) ? { ...report, cache: 'miss' } : report);
}
