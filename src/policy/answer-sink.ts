import type { AnswerSink } from './exchange.js';

/** What one protocol makes of a body that is no plain answer. */
export interface AnswerRules<T> {
  /** A refusal that reading the body came upon, which counts whatever the status is; `null` for any other error. */
  refusal?(error: unknown): Error | null;
  /** That this is no answer, for an error of the decoder's; `null` for an error that is none of its own. */
  malformed(error: unknown): Error | null;
  /** What a status other than 200 means where the body holds no refusal. */
  status(status: number): Error;
  /** Whether a value tells of a refusal, and counts whatever the status is. */
  isRefusal?(value: T): boolean;
}

/** Reads a body before its status is looked at: panels send refusals with 500, and pages of other servers, too. */
export function answerSink<T>(status: number, decoder: AnswerSink<T>, rules: AnswerRules<T>): AnswerSink<T> {
  const translated = (error: unknown): unknown => {
    const refusal = rules.refusal?.(error) ?? null;
    if (refusal !== null) return refusal;
    const malformed = rules.malformed(error);
    if (malformed === null) return error;
    return status === 200 ? malformed : rules.status(status);
  };
  return {
    write(chunk) {
      try {
        decoder.write(chunk);
      } catch (error) {
        throw translated(error);
      }
    },
    end() {
      let value: T;
      try {
        value = decoder.end();
      } catch (error) {
        throw translated(error);
      }
      if (status === 200 || rules.isRefusal?.(value) === true) return value;
      throw rules.status(status);
    },
  };
}
