import type { Random } from './random.js';
import type { FaultedPanel, WriteCase } from './write-case.js';

const account = (random: Random) => ({
  accountId: `hsphere:Account:${random.pick(['5001', '5006', '5011', '5012'])}`,
});
const booking = (random: Random) => ({
  ...account(random),
  amount: `${random.int(1, 99)}.${random.int(10, 99)}`,
  description: 'Setup',
});
const signup = (hsphere: Readonly<Record<string, unknown>>): WriteCase => ({
  mutation: 'createAccount',
  input: (random) => ({
    backend: 'hsphere',
    login: `user${random.int(1, 1_000_000)}`,
    password: 'secret-1',
    contact: { address: { country: 'de' } },
    hsphere: { periodId: 0, ...hsphere },
  }),
  methods: ['signupUser'],
});

/** The mutations that are tried on H-Sphere. */
export const hsphereCases: FaultedPanel = {
  kind: 'hsphere',
  // What no call reads back can only be told truly where a refusal that says nothing is no proof.
  settings: { unexplainedRefusals: 'unknown' },
  // Nothing that the vendor says rules it out.
  faultsAfterWork: true,
  cases: [
    signup({ planId: 7004 }),
    signup({
      planId: 7003,
      mode: 'OPENSRS',
      billing: {},
      payment: { type: 'CC', number: '4111111111111111' },
      registrant: {},
    }),
    { mutation: 'suspendAccount', input: account, methods: ['suspendAccount'] },
    { mutation: 'resumeAccount', input: account, methods: ['resumeAccount'] },
    { mutation: 'deleteAccount', input: account, methods: ['deleteAccount'] },
    { mutation: 'addCredit', input: booking, methods: ['addCredit'] },
    { mutation: 'addOneTimeDebit', input: booking, methods: ['oneTimeDebit'] },
    {
      mutation: 'addMonthlyDebit',
      input: (random) => ({ ...booking(random), infinite: true, frequencyMonths: 1, startOn: 'NOW' }),
      methods: ['monthlyBasedDebit'],
    },
    { mutation: 'addBillingPeriodDebit', input: booking, methods: ['billingPeriodBasedDebit'] },
  ],
};
