import { createHmac } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.js';
import type { CallScope, PanelCall } from '../model/index.js';
import type { AnyOperation } from '../operation/operation.js';
import { decodeAnswer, encodeAnswer } from './answer-codec.js';
import { type Caching, cachingOf, type TtlByType } from './cacheable.js';
import type { Generations } from './generations.js';
import type { KeyValueStore } from './key-value-store.js';
import { shownKeys } from './touched-keys.js';

/** Which panel answers are of. */
export interface PanelName {
  /** The backend's. */
  readonly backend: string;
  /** The panel behind it: the same for two backends that are two logins of one panel. */
  readonly panel: string;
}

/** A call whose answer may be kept. */
export interface Question {
  readonly call: PanelCall;
  /** What its answer is kept under. */
  readonly key: string;
  /** The generations that its answer depends on. */
  readonly generations: readonly string[];
  readonly ttlMs: number;
}

export interface Found {
  /** Marks of the generations when it was looked for; `null`: the store cannot tell. */
  readonly marks: string | null;
  /** Absent: there is none of these generations. */
  readonly kept?: { readonly answer: unknown };
}

const UNKNOWN: Found = { marks: null };

export interface ReadCacheOptions {
  readonly store: KeyValueStore;
  readonly generations: Generations;
  /** Keys the digests of parameters, which may be guessed otherwise; the same in all processes that share the store. */
  readonly secret: Uint8Array;
  readonly ttlMs: TtlByType;
}

/**
 * Decoded answers of panels, kept for a while. They are kept as the panel gave them to the login that asked, whoever the
 * caller was; what a caller may see of them is checked above, each time.
 *
 * An answer stands under what was asked and begins with the marks that its generations had **before** the panel was
 * asked, so one that a write has overtaken is never taken for a new one, whenever it comes to be kept.
 */
export class ReadCache {
  private readonly caching = new WeakMap<AnyOperation, { readonly rule: Caching | null }>();

  constructor(private readonly options: ReadCacheOptions) {}

  /** @returns `null` for a call whose answer is never kept */
  questionOf({ backend, panel }: PanelName, call: PanelCall, { credentials }: CallScope): Question | null {
    const rule = this.ruleOf(call.operation);
    if (rule === null) return null;
    const { method, service = '' } = call.operation;
    const digest = createHmac('sha256', this.options.secret)
      .update(canonicalJson([panel, service, rule.shapeDigest, call.params]))
      .digest('base64url');
    const login = credentials === null ? '' : encodeURIComponent(credentials.id);
    return {
      call,
      key: `answer:${backend}:${login}:${method}:${digest}`,
      generations: shownKeys(panel, call),
      ttlMs: rule.ttlMs,
    };
  }

  /**
   * Looks for answers, in one round trip.
   *
   * @returns one a question, in their order
   * @throws what the store throws
   */
  async find(panel: string, questions: readonly Question[]): Promise<readonly Found[]> {
    const { store, generations } = this.options;
    if (!generations.isTold(panel)) return questions.map(() => UNKNOWN);
    const keys = [...new Set(questions.flatMap((question) => [question.key, ...question.generations]))];
    const texts = await store.get(keys);
    const textOf = new Map(keys.map((key, index) => [key, texts[index]]));
    return Promise.all(
      questions.map(async (question) => {
        const marks = question.generations.map((key) => textOf.get(key));
        return readKept(await generations.marksOf(question.generations, marks), textOf.get(question.key));
      }),
    );
  }

  /** Keeps an answer; does nothing with one that must not be kept, or when the store cannot be asked. */
  async keep({ key, ttlMs }: Question, marks: string, answer: unknown): Promise<void> {
    try {
      await this.options.store.set(key, `${marks}\n${encodeAnswer(answer)}`, ttlMs);
    } catch {
      // It is asked for again.
    }
  }

  private ruleOf(operation: AnyOperation): Caching | null {
    let known = this.caching.get(operation);
    if (known === undefined) {
      known = { rule: cachingOf(operation, this.options.ttlMs) };
      this.caching.set(operation, known);
    }
    return known.rule;
  }
}

/** What is kept under a question, if it is of these very generations. */
export function readKept(marks: string, text: string | undefined): Found {
  if (text?.startsWith(`${marks}\n`) !== true) return { marks };
  try {
    return { marks, kept: { answer: decodeAnswer(text.slice(marks.length + 1)) } };
  } catch {
    return { marks };
  }
}
