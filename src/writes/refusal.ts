import { BackendFaultError } from '../errors/index.js';
import type { UserError, WriteResult } from '../model/index.js';

/** A refusal of the panel as the caller gets it. */
export const toUserError = ({ meaning, message, native }: BackendFaultError): UserError => ({
  code: meaning,
  message,
  field: null,
  native,
});

/**
 * Runs a write whose refusal proves that nothing happened.
 *
 * @param work - what it answers when it was not refused
 */
export async function rejectedWhenRefused(work: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackendFaultError) return { state: 'REJECTED', userErrors: [toUserError(error)] };
    throw error;
  }
}

/** What the gateway itself finds wrong with an input. */
export const invalid = (message: string, ...field: readonly string[]): UserError => ({
  code: 'INVALID',
  message,
  field: ['input', ...field],
  native: null,
});
