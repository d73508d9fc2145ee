import type { Random } from './random.js';
import type { FaultedPanel } from './write-case.js';

const NORDLICHT = 'enom:Domain:nordlicht.example';
const NEULAND = 'enom:EmailBundle:neuland.example~1004402';
const bundle = (random: Random) => ({
  emailBundleId: `enom:EmailBundle:${random.pick(['nordlicht.example~1004279', 'neuland.example~1004402', 'bergbahn.example~44120'])}`,
});
const mailbox = (random: Random) => ({
  mailboxId: `enom:Mailbox:${random.pick(['redaktion@nordlicht.example', 'Kasse@bergbahn.example'])}`,
});
const address = (random: Random) => `jo${random.int(1, 1_000_000)}@alpine-tours.example`;
/** The last one reports an error beside each success. */
const domain = (random: Random) =>
  random.pick(['alpine-tours.example', 'kaffeehaus.example', 'widerspruch.example']);

/** The mutations that are tried on eNom. */
export const enomCases: FaultedPanel = {
  kind: 'enom',
  settings: {},
  // On record: an error beside what was done.
  faultsAfterWork: true,
  cases: [
    {
      mutation: 'purchaseEmailBundle',
      input: (random) => ({
        backend: 'enom',
        domain: domain(random),
        quantity: random.int(1, 9),
        quantityUnit: random.pick(['BOXES', 'PACKS']),
      }),
      methods: ['PurchaseServices'],
    },
    {
      mutation: 'renewEmailBundle',
      input: (random) => ({ ...bundle(random), years: random.int(1, 3) }),
      methods: ['RenewPOPBundle'],
    },
    {
      mutation: 'deleteEmailBundle',
      input: () => ({ emailBundleId: NEULAND }),
      methods: ['DeletePOPPak'],
    },
    {
      mutation: 'setEmailBundleAutoRenew',
      input: (random) => ({ ...bundle(random), autoRenew: random.chance(0.5) }),
      methods: ['SetPakRenew'],
    },
    {
      mutation: 'setDomainAutoRenew',
      input: (random) => ({ domainId: NORDLICHT, autoRenew: random.chance(0.2) }),
      methods: ['SetRenew'],
    },
    {
      mutation: 'setDomainCatchAll',
      input: (random) => ({ domainId: NORDLICHT, forwardTo: random.chance(0.5) ? address(random) : null }),
      methods: ['SetCatchAll'],
    },
    {
      mutation: 'createMailbox',
      input: (random) =>
        random.chance(0.5)
          ? { bundleId: NEULAND, address: 'jo@neuland.example', password: 'geheim-12' }
          : {
              bundleId: 'enom:EmailBundle:widerspruch.example~1004388',
              address: 'jo@widerspruch.example',
              password: 'geheim-12',
            },
      methods: ['SetUpPOP3User'],
    },
    { mutation: 'deleteMailbox', input: mailbox, methods: ['DeletePOP3'] },
    {
      mutation: 'setMailboxPassword',
      input: (random) => ({ ...mailbox(random), password: 'geheim-34' }),
      methods: ['ModifyPOP3'],
    },
    {
      mutation: 'setMailboxAdministrator',
      input: (random) => ({ ...mailbox(random), administrator: random.chance(0.8) }),
      methods: ['ModifyPOP3'],
    },
    {
      mutation: 'setMailboxForwarding',
      input: (random) => ({ ...mailbox(random), to: random.chance(0.7) ? address(random) : null }),
      methods: ['SetPOPForwarding'],
    },
  ],
};
