import { BackendNotFoundError } from '../../src/errors/index.js';
import type { Domain, EmailBundle, Mailbox, Panel } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import type { EnomSettings } from './config.js';
import { toDomainParams } from './domain-name.js';
import { listDomains } from './domain-pages.js';
import * as mapping from './mapping/index.js';
import { bundlePartsOf, partsOf } from './native-id.js';
import * as enom from './operations/seen.js';
import { ENOM_OWNERSHIP } from './ownership.js';
import { findRow } from './rows.js';

type PanelSettings = Pick<EnomSettings, 'pageSize' | 'qtyAvailable'>;

/** Turns what the graph asks for into eNom's commands, and its answers into records. Holds nothing but `call`. */
export function createEnomPanel(
  backend: string,
  call: Call,
  { pageSize, qtyAvailable }: PanelSettings,
): Panel {
  const askInfo = (name: string) => call(enom.getDomainInfo, toDomainParams(name));

  const findDomain = (name: string): Promise<Domain | null> =>
    nullIfNone(askInfo(name).then((info) => mapping.toDomain(backend, name, info)));

  /** One command tells all of a domain's mail; `null` where the account has no such domain. */
  async function readMail(domainName: string) {
    const mail = await nullIfNone(call(enom.getPop3, toDomainParams(domainName)));
    return (
      mail && {
        bundles: mapRows(mail.Paks, (pak) => mapping.toEmailBundle(backend, domainName, qtyAvailable, pak)),
        mailboxes: mapRows(mail.pop, (row) => mapping.toMailbox(backend, domainName, row)),
      }
    );
  }

  async function findBundle(nativeId: string): Promise<EmailBundle | null> {
    const mail = await readMail(bundlePartsOf(nativeId).domainName);
    return findRow(mail?.bundles ?? [], (bundle) => bundle.nativeId === nativeId);
  }

  /** The service does not tell cases of local parts apart, and answers the case in which one was created. */
  async function findMailbox(address: string): Promise<Mailbox | null> {
    const mail = await readMail(partsOf(address).domainName);
    const wanted = address.toLowerCase();
    return findRow(mail?.mailboxes ?? [], (mailbox) => mailbox.nativeId.toLowerCase() === wanted);
  }

  async function readNameServers(name: string): Promise<readonly string[]> {
    const told = mapping.nameServersOf(await askInfo(name));
    return told ?? (await call(enom.getDns, toDomainParams(name))).dns;
  }

  return {
    find: { Domain: findDomain, EmailBundle: findBundle, Mailbox: findMailbox },
    detail: {
      Domain: ({ name }) => findDomain(name),
      EmailBundle: ({ nativeId }) => findBundle(nativeId),
      Mailbox: ({ nativeId }) => findMailbox(nativeId),
    },
    ownership: ENOM_OWNERSHIP,

    domains: (page) => listDomains({ backend, call, pageSize }, page),
    domainByName: findDomain,
    domainNameServers: ({ name }) => nullIfNone(readNameServers(name)),
    domainAutoRenew: ({ name }) =>
      nullIfNone(call(enom.getRenew, toDomainParams(name)).then((reply) => reply['auto-renew'])),
    domainRegistrarLock: ({ name }) =>
      nullIfNone(call(enom.getRegLock, toDomainParams(name)).then((reply) => reply['reg-lock'])),
    domainCatchAll: ({ name }) =>
      nullIfNone(call(enom.getCatchAll, toDomainParams(name)).then((reply) => reply.ForwardTo)),
    domainMailboxes: async ({ name }) => {
      const mail = await readMail(name);
      return mail && { whole: mail.mailboxes };
    },

    mailboxByAddress: findMailbox,
    mailboxForwarding: ({ nativeId }) => {
      const { localPart, domainName } = partsOf(nativeId);
      const params = { ...toDomainParams(domainName), UserName: localPart };
      return nullIfNone(call(enom.getPopForwarding, params).then(mapping.toForwarding));
    },

    emailBundles: async (domainName) => (await readMail(domainName))?.bundles ?? null,
    bundleMailboxes: async ({ nativeId, domainName }) => {
      const mailboxes = (await readMail(domainName))?.mailboxes ?? [];
      // A row that cannot be read may be one of this bundle's.
      return { whole: mailboxes.filter((row) => row instanceof Error || row.bundleId === nativeId) };
    },
    emailExpirations: async () => {
      const { popexpirations: paks } = await call(enom.getPopExpirations, {});
      return { whole: mapRows(paks?.pop ?? [], (row) => mapping.toEmailExpiration(backend, row)) };
    },
  };
}

const mapRows = <R, T>(rows: ReadonlyArray<R | Error>, map: (row: R) => T): ReadonlyArray<T | Error> =>
  rows.map((row) => (row instanceof Error ? row : map(row)));

async function nullIfNone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendNotFoundError) return null;
    throw error;
  }
}
