import type { LedgerEntry } from '../../../src/sandbox/simulator.js';
import { POA_MUTATIONS } from '../poa-mutations.js';
import type { Random } from './random.js';
import { type FaultedPanel, mostOf, type WriteCase } from './write-case.js';

const SUBSCRIPTIONS = ['2000005', '2000006', '2000007'].map((id) => `poa:Subscription:${id}`);
const subscription = (random: Random) => ({ subscriptionId: random.pick(SUBSCRIPTIONS) });
const name = (random: Random) => `Renamed ${random.int(1, 1_000_000)}`;
const TWO = SUBSCRIPTIONS.slice(0, 2);

/** By how often one run has each of its methods in the account. */
const runs =
  (changes: readonly string[]) =>
  (entries: readonly LedgerEntry[]): number =>
    Math.max(
      ...changes.map((method) => {
        const perRun = changes.filter((other) => other === method).length;
        return mostOf([method], entries) / perRun;
      }),
    );

/** Every mutation of POA, once, with the input that its other tests have. */
const others: readonly WriteCase[] = Object.entries(POA_MUTATIONS).map(
  ([mutation, { input, changes, calls }]) => ({
    mutation,
    input: () => input,
    methods: [...new Set(changes)],
    around: calls.filter((method) => /^txn\.|batchRequest$/.test(method)),
    executed: runs(changes),
  }),
);

/** The mutations that are tried on POA. */
export const poaCases: FaultedPanel = {
  kind: 'poa',
  settings: { batch: { reads: 'off' } },
  // A call that POA's own envelope refuses was rolled back; a fault of XML-RPC comes from who knows where.
  faultsAfterWork: true,
  cases: [
    {
      mutation: 'renameSubscription',
      input: (random) => ({ ...subscription(random), name: name(random) }),
      methods: ['pem.setSubscriptionName'],
    },
    { mutation: 'suspendSubscription', input: subscription, methods: ['pem.disableSubscription'] },
    {
      mutation: 'resumeSubscription',
      prepare: [['suspendSubscriptions', { subscriptionIds: SUBSCRIPTIONS }]],
      input: subscription,
      methods: ['pem.enableSubscription'],
    },
    {
      mutation: 'suspendSubscriptions',
      input: () => ({ subscriptionIds: TWO }),
      methods: ['pem.disableSubscription'],
      around: ['pem.batchRequest'],
      executed: runs(['pem.disableSubscription', 'pem.disableSubscription']),
    },
    {
      mutation: 'resumeSubscriptions',
      prepare: [['suspendSubscriptions', { subscriptionIds: TWO }]],
      input: () => ({ subscriptionIds: TWO }),
      methods: ['pem.enableSubscription'],
      around: ['pem.batchRequest'],
      executed: runs(['pem.enableSubscription', 'pem.enableSubscription']),
    },
    ...others,
  ],
};
