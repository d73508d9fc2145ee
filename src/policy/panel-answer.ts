import type { AnswerSink } from './exchange.js';

/** What one protocol makes of a body that is no plain answer; `C` is what was asked. */
export interface AnswerRules<T, C> {
  /** A refusal that reading the body came upon, which counts whatever the status is; `null` for any other error. */
  refusal?(error: unknown, asked: C): Error | null;
  /** That this is no answer, for an error of the decoder's; `null` for an error that is none of its own. */
  malformed(error: unknown, asked: C): Error | null;
  /** What a status other than 200 means where the body holds no refusal. */
  status(status: number, asked: C): Error;
  /** Whether a value tells of a refusal, and counts whatever the status is. */
  isRefusal?(value: T): boolean;
  /** Told of a body that was read to its end and is an answer or a refusal. */
  answered?(asked: C): void;
  /** Told how many offences against the protocol were mended, when some were. */
  repairs(count: number, asked: C): void;
}

export interface PanelAnswerOptions<T, C> {
  readonly status: number;
  readonly body: AnswerSink<T>;
  /** What `body` feeds. */
  readonly decoder: { readonly repairs: number };
  readonly asked: C;
  readonly rules: AnswerRules<T, C>;
}

/** Reads a body before its status is looked at: panels send refusals with 500, and pages of other servers, too. */
export class PanelAnswer<T, C> implements AnswerSink<T> {
  constructor(private readonly options: PanelAnswerOptions<T, C>) {}

  write(chunk: Uint8Array): void {
    try {
      this.options.body.write(chunk);
    } catch (error) {
      throw this.translated(error);
    }
  }

  end(): T {
    const { status, rules, asked } = this.options;
    let value: T;
    try {
      value = this.read();
    } catch (error) {
      throw this.translated(error);
    }
    if (status === 200 || rules.isRefusal?.(value) === true) return value;
    throw rules.status(status, asked);
  }

  private read(): T {
    const { body, decoder, rules, asked } = this.options;
    try {
      const value = body.end();
      rules.answered?.(asked);
      return value;
    } finally {
      if (decoder.repairs > 0) rules.repairs(decoder.repairs, asked);
    }
  }

  private translated(error: unknown): unknown {
    const { status, rules, asked } = this.options;
    const refusal = rules.refusal?.(error, asked) ?? null;
    if (refusal !== null) return refusal;
    const malformed = rules.malformed(error, asked);
    if (malformed === null) return error;
    return status === 200 ? malformed : rules.status(status, asked);
  }
}
