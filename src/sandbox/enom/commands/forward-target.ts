import { REFUSALS, Refusal } from '../refusal.js';

const MAX_LENGTH = 130;
const ADDRESS = /^[^\s@<>"',;]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/**
 * An address to forward to, as it was sent; it need not be one of the service's.
 *
 * @throws {@link Refusal} for anything but one address of at most 130 characters
 */
export function forwardingTarget(sent: string): string {
  if (sent.length > MAX_LENGTH || !ADDRESS.test(sent)) throw new Refusal(REFUSALS.forwardToInvalid);
  return sent;
}
