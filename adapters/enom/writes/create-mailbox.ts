import { toGlobalId, type UserError, type WriteInputs, type WriteMethod } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import { bundlePartsOf, partsOf } from '../native-id.js';
import { setUpPop3User } from '../operations/seen.js';
import { pakParamsOf } from './bundles.js';
import { foreignMembers, forwardTargetErrors, passwordErrors, refusedFor } from './input-rules.js';
import { seenWrite } from './seen-write.js';
import { lookAtUser } from './sights.js';

type CreateMailbox = WriteInputs['createMailbox'];

const OF_OTHER_PANELS = [
  'serviceUserId',
  'alias',
  'protocols',
  'sizeLimitKiB',
  'otherAddresses',
  'skipInitialization',
];

function* errorsIn(input: CreateMailbox): Generator<UserError> {
  const { address, bundleId, password, forwardTo } = input;
  yield* foreignMembers(input, OF_OTHER_PANELS);
  if ((bundleId ?? null) === null) yield invalid('input.bundleId is required', 'bundleId');
  else if (bundlePartsOf(bundleId ?? '').domainName !== partsOf(address).domainName) {
    yield invalid('input.address must be on the domain of the bundle', 'address');
  }
  if ((password ?? null) === null) yield invalid('input.password is required', 'password');
  else yield* passwordErrors(password ?? '', address);
  yield* forwardTargetErrors(forwardTo, 'forwardTo');
}

/** Takes a place of a bundle. */
export const createMailbox = (backend: string): WriteMethod<CreateMailbox> =>
  seenWrite(backend, {
    check: (input) => [...errorsIn(input)],
    operation: setUpPop3User,
    target: (input: CreateMailbox) => input.address,
    aspect: 'existence',
    look: lookAtUser,
    rule: (user) => (user === null ? null : refusedFor('TAKEN', 'The mailbox exists.', 'address')),
    seen: (user) => user !== null,
    wanted: () => true,
    params: ({ address, bundleId, password, administrator, displayName, forwardTo }) => {
      // `check` has seen that both are there.
      const { sld, tld, BundleID } = pakParamsOf(bundleId ?? '');
      const user = {
        UserName: partsOf(address).localPart,
        Password: password ?? '',
        IsAdmin: administrator ?? undefined,
        DisplayName: displayName ?? undefined,
        ForwardTo: forwardTo ?? undefined,
      };
      return { sld, tld, sld1: sld, tld1: tld, BundleID, users: [user] };
    },
    proves: ({ AccountsCreated: count }) => count !== 0,
    absenceProves: true,
    facts: (address) => ({ nodes: { mailbox: toGlobalId(backend, 'Mailbox', address) } }),
  });
