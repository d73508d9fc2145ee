import { setImmediate as nextTurn } from 'node:timers/promises';
import { BackendError, CallAbandonedError } from '../../src/errors/index.js';

/**
 * Answers of one request that tell an object together with what is in it, by the object's native id. Whoever wants no
 * more than the object takes it from there, where it is asked for anyway.
 */
export class Contexts<C> {
  private asked: Map<string, Promise<C | null>> | undefined;

  constructor(private readonly send: (nativeId: string) => Promise<C | null>) {}

  /** @throws as the call does */
  ask(nativeId: string): Promise<C | null> {
    this.asked ??= new Map();
    const asked = this.asked.get(nativeId) ?? this.send(nativeId);
    this.asked.set(nativeId, asked);
    return asked;
  }

  /** @returns `undefined` where nothing has asked, or where there was no answer */
  async ifAsked(nativeId: string): Promise<C | null | undefined> {
    // By then the fields beside the one that asks have asked, too.
    await nextTurn();
    const asked = this.asked?.get(nativeId);
    return asked === undefined ? undefined : ifAnswered(asked);
  }
}

/** For an answer that can be done without: why it is missing, those learn who ask for what it adds. */
export async function ifAnswered<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendError && !(error instanceof CallAbandonedError)) return undefined;
    throw error;
  }
}
