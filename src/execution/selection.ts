import type { Field } from './field.js';
import type { Place } from './place.js';
import { isPromise, type Run } from './run.js';

type Answer = Record<string, unknown>;

/** The fields that are asked of one object, in the order in which they are answered. */
export class Selection {
  private readonly createAnswer: () => Answer;

  constructor(private readonly fields: readonly Field[]) {
    // A field may be called `__proto__` in the answer, which an ordinary object takes for something else.
    const isOrdinary = fields.every(({ key }) => key !== '__proto__');
    this.createAnswer = isOrdinary ? () => ({}) : () => Object.create(null) as Answer;
  }

  /**
   * Asks all fields at once.
   *
   * @throws what a field fails with that must not be null, also by the promise; those under way are waited for first
   */
  execute(run: Run, source: unknown, place: Place | undefined): Answer | PromiseLike<Answer> {
    const answer = this.createAnswer();
    let waiting: Array<PromiseLike<void>> | undefined;
    try {
      for (const field of this.fields) {
        const value = field.execute(run, source, place);
        // Stands for the value that is to come, so that it gets its place.
        answer[field.key] = value;
        if (isPromise(value)) {
          waiting ??= [];
          waiting.push(
            value.then((settled) => {
              answer[field.key] = settled;
            }),
          );
        }
      }
    } catch (error) {
      if (waiting === undefined) throw error;
      return Promise.all(waiting).finally(() => {
        throw error;
      }) as Promise<never>;
    }
    if (waiting === undefined) return answer;
    const [first] = waiting;
    return (waiting.length === 1 && first !== undefined ? first : Promise.all(waiting)).then(() => answer);
  }

  /** Asks one field after the other, each when the one before it is done. */
  async executeSerially(run: Run, source: unknown): Promise<Answer> {
    const answer = this.createAnswer();
    for (const field of this.fields) answer[field.key] = await field.execute(run, source, undefined);
    return answer;
  }
}
