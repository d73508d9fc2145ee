import type { ResourceLimit, UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import { isGiven } from './checks.js';

const UNLIMITED = -1n;

/** Exactly one of `limit` and `unlimited`, and each resource type once. */
export function* limitErrors(limits: readonly ResourceLimit[] | null | undefined): Generator<UserError> {
  const seen = new Set<number>();
  for (const [index, { resourceTypeId, limit, unlimited }] of (limits ?? []).entries()) {
    const field = ['limits', String(index)];
    if (isGiven(limit) === (unlimited === true)) {
      yield invalid('exactly one of limit and unlimited is required', ...field);
    }
    if (isGiven(limit) && limit < 0n) yield invalid('limit must not be negative', ...field, 'limit');
    if (resourceTypeId < 1) yield invalid('resourceTypeId must be positive', ...field, 'resourceTypeId');
    if (seen.has(resourceTypeId)) {
      yield invalid('a resource type has one limit', ...field, 'resourceTypeId');
    }
    seen.add(resourceTypeId);
  }
}

/** The limit as the panel writes it. */
export const wireLimit = ({ limit, unlimited }: ResourceLimit): bigint =>
  unlimited === true ? UNLIMITED : (limit ?? UNLIMITED);

export const wireLimits = (limits: readonly ResourceLimit[]) =>
  limits.map((entry) => ({ resource_type_id: entry.resourceTypeId, limit: wireLimit(entry) }));
