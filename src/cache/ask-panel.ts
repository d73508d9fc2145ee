import type { CallScope, PanelCall } from '../model/index.js';
import type { Question, ReadCache } from './read-cache.js';
import type { Turn, TurnsToAsk } from './turns-to-ask.js';

/** As a backend's own: one result a call, a failed one being its error. */
export type CallAll = (calls: readonly PanelCall[], scope: CallScope) => Promise<ReadonlyArray<unknown>>;

/** A question that the cache does not answer. */
export interface Open {
  readonly question: Question;
  /** Of its generations; `null`: nobody knows them, and its answer is not kept. */
  readonly marks: string | null;
  /** Gets its answer, an Error for a failed call. */
  settle(answer: unknown): void;
}

export interface AskPanelOptions {
  readonly callAll: CallAll;
  readonly cache: ReadCache;
  /** `null`: no other process shares the cache. */
  readonly turns: TurnsToAsk | null;
}

const MY_TURN: Turn = { isMine: true, end: () => undefined };

/**
 * Asks the panel what the cache does not answer, as one wave, and keeps the answers. What another process is asking
 * already is waited for, for a moment, and is asked in a second wave if nothing comes.
 *
 * @param direct - calls whose answers are never kept
 * @returns the answers of `direct`, in their order
 */
export async function askPanel(
  { callAll, cache, turns }: AskPanelOptions,
  open: readonly Open[],
  direct: readonly PanelCall[],
  scope: CallScope,
): Promise<ReadonlyArray<unknown>> {
  const taken = await Promise.all(
    open.map(async (item) => {
      const { question, marks } = item;
      const turn = turns === null || marks === null ? MY_TURN : await turns.take(question, marks);
      return { item, turn };
    }),
  );
  const [answers] = await Promise.all([
    send(
      taken.filter(({ turn }) => turn.isMine),
      direct,
    ),
    follow(taken.filter(({ turn }) => !turn.isMine).map(({ item }) => item)),
  ]);
  return answers;

  async function send(
    mine: ReadonlyArray<{ readonly item: Open; readonly turn: Turn }>,
    others: readonly PanelCall[],
  ): Promise<ReadonlyArray<unknown>> {
    if (mine.length + others.length === 0) return [];
    try {
      const all = await callAll([...others, ...mine.map(({ item }) => item.question.call)], scope);
      mine.forEach(({ item, turn }, index) => {
        finish(item, turn, all[others.length + index]);
      });
      return all.slice(0, others.length);
    } catch (error) {
      for (const { item, turn } of mine) finish(item, turn, error);
      throw error;
    }
  }

  function finish({ question, marks, settle }: Open, turn: Turn, answer: unknown): void {
    if (answer instanceof Error || marks === null) turn.end();
    // Nobody waits for it to be kept; a turn that ends before that would have another process ask.
    else void cache.keep(question, marks, answer).then(() => turn.end());
    settle(answer);
  }

  async function follow(theirs: readonly Open[]): Promise<void> {
    const unanswered = await Promise.all(
      theirs.map(async (item) => {
        const { question, marks, settle } = item;
        const found =
          turns === null || marks === null
            ? undefined
            : await turns.waitForAnswer(question, marks, scope.signal);
        if (found?.kept === undefined) return [item];
        settle(found.kept.answer);
        return [];
      }),
    );
    await send(
      unanswered.flat().map((item) => ({ item, turn: MY_TURN })),
      [],
    );
  }
}
