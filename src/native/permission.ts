import type { GatewayContext } from '../context.js';
import { BadUserInputError, ForbiddenError, RateLimitedError } from '../errors/index.js';
import type { Backend, BackendKind, Role } from '../model/index.js';

/** Counts hits in windows of time. */
export interface Counters {
  hit(key: string, windowMs: number): Promise<{ readonly count: number; readonly resetMs: number }>;
}

const MINUTE_MS = 60_000;

/** @throws {@link ForbiddenError} naming the roles that the caller lacks */
export function checkRoles({ principal }: GatewayContext, roles: readonly Role[], method: string): void {
  const lacking = roles.filter((role) => !principal.roles.has(role));
  if (lacking.length > 0) {
    throw new ForbiddenError(
      `${method} takes the ${lacking.length > 1 ? 'roles' : 'role'} ${lacking.join(' and ')}.`,
    );
  }
}

/**
 * The backend that a call is for.
 *
 * @param name - may be left out where the caller has one backend of that kind
 */
export function chooseBackend(
  { backends }: GatewayContext,
  kind: BackendKind,
  name: string | null | undefined,
): Backend {
  const candidates = backends.filter((backend) => backend.kind === kind);
  const [first, second] = candidates;
  if (name !== null && name !== undefined) {
    const found = candidates.find((backend) => backend.name === name);
    if (found !== undefined) return found;
  } else if (first !== undefined && second === undefined) return first;
  throw new BadUserInputError(
    candidates.length === 0
      ? `You may use no backend of kind ${kind}.`
      : `backend must be one of ${candidates.map((backend) => backend.name).join(', ')}`,
    ['backend'],
  );
}

/** Keeps passwords from being tried out: a few methods tell whether one is right. */
export class CredentialChecks {
  constructor(
    private readonly counters: Counters,
    private readonly perMinute: number,
  ) {}

  /** @throws {@link RateLimitedError} */
  async count({ principal }: GatewayContext, { name }: Backend): Promise<void> {
    const { count, resetMs } = await this.counters.hit(`credentials:${principal.id}`, MINUTE_MS);
    if (count > this.perMinute) {
      throw new RateLimitedError('Passwords may be checked only so often in a minute.', resetMs, name);
    }
  }
}
