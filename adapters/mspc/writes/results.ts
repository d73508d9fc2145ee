import { OutcomeUnknownError } from '../../../src/errors/index.js';
import type { Facts, UserError, WriteResult } from '../../../src/model/index.js';

/** @param changes - names of what reading shows to have changed */
export const applied = (facts: Facts, ...changes: readonly string[]): WriteResult => ({
  state: 'APPLIED',
  facts,
  changes,
});

export const rejected = (userErrors: readonly UserError[], facts?: Facts): WriteResult => ({
  state: 'REJECTED',
  userErrors,
  ...(facts === undefined ? {} : { facts }),
});

export const partial = (
  facts: Facts,
  userErrors: readonly UserError[],
  ...changes: readonly string[]
): WriteResult => ({ state: 'PARTIAL', facts, userErrors, changes });

/** What the gateway finds out by asking the panel, before it sends anything. */
export const refusal = (
  code: UserError['code'],
  message: string,
  ...field: readonly string[]
): UserError => ({ code, message, field: field.length === 0 ? null : ['input', ...field], native: null });

export const unknown = (backend: string, method: string): OutcomeUnknownError =>
  new OutcomeUnknownError(`Backend ${backend} got ${method}, and nobody knows what came of it.`, {
    backend,
    method,
  });

export const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
