/** Of a lease, the share that one call may take: waiting for its place, and its deadline. */
export const CALL_SHARE = 2 / 3;

/** Room for clocks that differ, a slow store and a busy process. */
const MARGIN_MS = 30_000;

/**
 * How long a run may hold its record without saying that it is alive, which it does before a call that would outlast
 * the lease, however many calls a write takes. A call waits for its place as long as it may then take; half of that is
 * there for the reads between.
 *
 * @param writeTimeoutMs - deadline of one call of the backend
 */
export const leaseOf = (writeTimeoutMs: number): number =>
  Math.ceil((2 * writeTimeoutMs + MARGIN_MS) / CALL_SHARE);
