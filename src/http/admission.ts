import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { CounterStore } from '../cache/counter-store.js';
import type { LimitSettings } from '../config/index.js';
import { RateLimitedError, UnauthenticatedError } from '../errors/index.js';
import type { Log } from '../log/index.js';
import type { Principal } from '../model/index.js';
import type { Authenticate } from './authenticate.js';
import { networkOf } from './network-of.js';

/**
 * Says who is asking, and that this caller may ask now: at once where nothing has to be waited for. To be called once a
 * request, before its body is read.
 *
 * @throws {@link UnauthenticatedError} or {@link RateLimitedError}, also by the promise
 */
export type Admit = (request: FastifyRequest, reply: FastifyReply) => Principal | Promise<Principal>;

export interface AdmissionOptions {
  readonly authenticate: Authenticate;
  readonly limits: Pick<LimitSettings, 'requestsPerMinute' | 'failedLoginsPerMinute'>;
  readonly counters: CounterStore;
  readonly log: Log;
}

const MINUTE_MS = 60_000;
const MAX_LOCKED_OUT = 10_000;

/**
 * Requests are counted by caller, failures to say who asks by address. An address that has failed too often is told so
 * in place of 401, and its tokens are not checked any more, which would cost more than to send them; valid keys, and
 * tokens that were verified before, open the door all the same, so that nobody is locked out by a neighbour.
 */
export function createAdmission({ authenticate, limits, counters, log }: AdmissionOptions): Admit {
  /** Until when, by address, on the clock of `performance.now()`. */
  const lockedOut = new LRUCache<string, number>({ max: MAX_LOCKED_OUT });

  async function refuse(error: unknown, address: string): Promise<never> {
    if (!(error instanceof UnauthenticatedError)) throw error;
    const left = (lockedOut.get(address) ?? 0) - performance.now();
    if (left > 0) throw tooManyFailures(left);
    const { count, resetMs } = await counters.hit(`login:${address}`, MINUTE_MS);
    if (count <= limits.failedLoginsPerMinute) throw error;
    lockedOut.set(address, performance.now() + resetMs);
    log.warn({ address, failures: count }, 'an address failed too often to say who asks');
    throw tooManyFailures(resetMs);
  }

  async function count(principal: Principal, limit: number, reply: FastifyReply): Promise<Principal> {
    const { count, resetMs } = await counters.hit(`requests:${principal.id}`, MINUTE_MS);
    const left = Math.max(0, limit - count);
    reply.header('ratelimit-policy', `"requests";q=${limit};w=60`);
    reply.header('ratelimit', `"requests";r=${left};t=${Math.ceil(resetMs / 1_000)}`);
    if (count <= limit) return principal;
    throw new RateLimitedError(`More than ${limit} requests were made within a minute.`, resetMs);
  }

  const letIn = (principal: Principal, reply: FastifyReply): Principal | Promise<Principal> => {
    const limit = principal.requestsPerMinute ?? limits.requestsPerMinute;
    return limit === undefined ? principal : count(principal, limit, reply);
  };

  return (request, reply) => {
    // The address is worked out only for those who need it: a lookup for each request would be for nothing.
    const addressOf = () => networkOf(request.ip);
    try {
      const mayVerify = lockedOut.size === 0 || (lockedOut.get(addressOf()) ?? 0) <= performance.now();
      const who = authenticate(request.headers, mayVerify);
      if (!(who instanceof Promise)) return letIn(who, reply);
      return who.then(
        (principal) => letIn(principal, reply),
        (error: unknown) => refuse(error, addressOf()),
      );
    } catch (error) {
      return refuse(error, addressOf());
    }
  };
}

const tooManyFailures = (leftMs: number): RateLimitedError =>
  new RateLimitedError('Too many requests from this address did not say who asks.', leftMs);
