import type { SimulatorKind } from '../../src/sandbox/simulator.js';
import type { Secrets } from './filled-input.js';
import { CONTACT } from './poa-mutations.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * Inputs that the simulated panels take and that hold a secret, by panel and mutation.
 *
 * @param login - one that is not in use yet
 */
export function secretInputs(
  { password, cardNumber, privateKey }: Secrets,
  login: string,
): Readonly<Record<SimulatorKind, Readonly<Record<string, Input>>>> {
  const contact = {
    firstName: 'Ada',
    lastName: 'Neu',
    email: 'ada@example.test',
    phone: { number: '+49 30 123' },
    address: { street: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'de' },
  };
  const account = 'poa:Account:1000005';
  return {
    poa: {
      createAccount: { backend: 'poa', login, password, contact: CONTACT, memberContact: CONTACT },
      addAccountMember: { accountId: account, login, password, contact: CONTACT },
      setAccountPassword: { accountId: account, login: 'nordlicht', password },
      updateAccountMember: { accountId: account, login: 'nordlicht', password },
      createServiceUser: { subscriptionId: 'poa:Subscription:2000010', login, password },
      setServiceUserPassword: { serviceUserId: 'poa:ServiceUser:4000005', password },
      setMailboxPassword: { mailboxId: 'poa:Mailbox:5000001', password },
      importCertificate: {
        domainId: 'poa:Domain:bakewell.example',
        certificate: 'C',
        privateKey,
        caCertificate: 'CA',
      },
    },
    mspc: {
      createAccount: {
        backend: 'mspc',
        kind: 'CUSTOMER',
        login,
        password,
        parentId: 'mspc:Account:12',
        contact,
      },
      setAccountPassword: { accountId: 'mspc:Account:12', password },
    },
    hsphere: {
      createAccount: {
        backend: 'hsphere',
        login,
        password,
        contact,
        hsphere: {
          planId: 7003,
          periodId: 0,
          billing: {},
          payment: { type: 'CC', number: cardNumber, cardType: 'VISA' },
          otherParams: [{ name: 'ftp_password', value: password }],
        },
      },
    },
    enom: {
      createMailbox: {
        bundleId: 'enom:EmailBundle:neuland.example~1004402',
        address: `${login}@neuland.example`,
        password,
      },
      setMailboxPassword: { mailboxId: 'enom:Mailbox:redaktion@nordlicht.example', password },
    },
  };
}
