import type { LedgerEntry } from '../../../src/sandbox/simulator.js';
import type { Random } from './random.js';
import { type FaultedPanel, mostOf } from './write-case.js';

const SUBSCRIPTIONS = ['2000005', '2000006', '2000007'].map((id) => `poa:Subscription:${id}`);
const subscription = (random: Random) => ({ subscriptionId: random.pick(SUBSCRIPTIONS) });
const name = (random: Random) => `Renamed ${random.int(1, 1_000_000)}`;
/** One batch of two. */
const twice =
  (method: string) =>
  (entries: readonly LedgerEntry[]): number =>
    mostOf([method], entries) / 2;
const TWO = SUBSCRIPTIONS.slice(0, 2);

/** The mutations that are tried on POA. */
export const poaCases: FaultedPanel = {
  kind: 'poa',
  settings: { batch: { reads: 'off' } },
  // A call that POA refuses was rolled back.
  faultsAfterWork: false,
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
      executed: twice('pem.disableSubscription'),
    },
    {
      mutation: 'resumeSubscriptions',
      prepare: [['suspendSubscriptions', { subscriptionIds: TWO }]],
      input: () => ({ subscriptionIds: TWO }),
      methods: ['pem.enableSubscription'],
      around: ['pem.batchRequest'],
      executed: twice('pem.enableSubscription'),
    },
  ],
};
