import { ForbiddenError } from '../src/errors/index.js';
import type { MutationName, Role } from '../src/model/index.js';

/** A member of inputs that reaches beyond the account it is given for. */
interface ProviderMember {
  readonly member: string;
  /** The mutations in which it does; all that have it when left out. */
  readonly of?: readonly MutationName[];
  /** Whether it does when it is set to this. */
  readonly when: (value: unknown) => boolean;
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** What only the provider may ask for, whichever account it is asked for. */
export const PROVIDER_MEMBERS: readonly ProviderMember[] = [
  // Takes a domain away from whoever has it.
  { member: 'takeOver', when: (value) => value === true },
  // Numbers are the panel's, and one that was chosen can be another's later.
  { member: 'nativeId', when: isGiven },
  { member: 'memberNativeId', when: isGiven },
  // Servers are the provider's: a plan on one is not cut from anybody's space.
  { member: 'serverId', when: isGiven },
  // Accounts of these kinds have rights over those of others.
  {
    member: 'kind',
    of: ['createAccount', 'updateAccount'],
    when: (value) => value === 'PROVIDER' || value === 'STAFF',
  },
  // A peer acts with the rights of the account above it, which need not be the caller's.
  { member: 'peer', of: ['updateAccount'], when: (value) => value === true },
];

/** @throws {@link ForbiddenError} when an input asks for what takes the role provider, which the caller lacks */
export function checkProviderMembers(
  mutation: MutationName,
  input: Readonly<Record<string, unknown>>,
  roles: ReadonlySet<Role>,
): void {
  if (roles.has('provider')) return;
  for (const { member, of, when } of PROVIDER_MEMBERS) {
    if (of !== undefined && !of.includes(mutation)) continue;
    if (Object.hasOwn(input, member) && when(input[member])) {
      const field = ['input', member];
      throw new ForbiddenError(`${field.join('.')} takes the role provider when it is set so.`, field);
    }
  }
}
