import { missing, REFUSALS, Refusal, type RefusalFacts } from '../refusal.js';
import type { Parameters } from '../request.js';

/** `EmailCount` has at most two digits. */
const MAX_USERS = 99;

export interface UserResults {
  readonly succeeded: number;
  /** One for each user that failed; the answer does not say which. */
  readonly errors: readonly RefusalFacts[];
}

/** How many users are named: `UserName1`, `UserName2` and so on, up to the first gap. */
export function numberOfUsers(input: Parameters): number {
  let count = 0;
  while (count <= MAX_USERS && (input.get(`UserName${count + 1}`) ?? '') !== '') count += 1;
  return count;
}

/**
 * Does `act` for each numbered user in turn. A user that is refused does not keep the others from being done.
 *
 * @throws {@link Refusal} where no user is named, or more than 99
 */
export function forEachUser(input: Parameters, act: (userName: string, n: number) => void): UserResults {
  const count = numberOfUsers(input);
  if (count === 0) throw new Refusal(missing('UserName1'));
  if (count > MAX_USERS) throw new Refusal(REFUSALS.tooManyUsers);
  const errors: RefusalFacts[] = [];
  for (let n = 1; n <= count; n += 1) {
    try {
      act(input.required(`UserName${n}`), n);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(error.facts);
    }
  }
  return { succeeded: count - errors.length, errors };
}
