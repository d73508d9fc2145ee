import type {
  Domain,
  EmailBundle,
  EmailExpiration,
  Listing,
  Mailbox,
  MailForwarding,
  Ownership,
  PageRequest,
  Panel,
} from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import type { EnomSettings } from './config.js';
import { EnomDetails } from './details.js';
import { toDomainParams } from './domain-name.js';
import { listDomains } from './domain-pages.js';
import { EnomFinders } from './finders.js';
import * as mapping from './mapping/index.js';
import { partsOf } from './native-id.js';
import { nullIfNone } from './null-if-none.js';
import * as enom from './operations/seen.js';
import { ENOM_OWNERSHIP } from './ownership.js';
import { EnomRecords } from './records.js';
import { mapRows } from './rows.js';

/** Turns what the graph asks for into eNom's commands, and its answers into records. */
export class EnomPanel implements Panel {
  readonly find: EnomFinders;
  readonly detail: EnomDetails;
  private readonly records: EnomRecords;

  constructor(
    private readonly backend: string,
    private readonly call: Call,
    private readonly settings: Pick<EnomSettings, 'pageSize' | 'qtyAvailable'>,
  ) {
    this.records = new EnomRecords(backend, call, settings.qtyAvailable);
    this.find = new EnomFinders(this.records);
    this.detail = new EnomDetails(this.records);
  }

  get ownership(): Ownership {
    return ENOM_OWNERSHIP;
  }

  domains(page: PageRequest): Promise<Listing<Domain>> {
    const { backend, call, settings } = this;
    return listDomains({ backend, call, pageSize: settings.pageSize }, page);
  }

  domainByName(name: string): Promise<Domain | null> {
    return this.records.domain(name);
  }

  domainNameServers({ name }: Domain): Promise<readonly string[] | null> {
    return nullIfNone(this.#readNameServers(name));
  }

  domainAutoRenew({ name }: Domain): Promise<boolean | null> {
    return nullIfNone(this.call(enom.getRenew, toDomainParams(name)).then((reply) => reply['auto-renew']));
  }

  domainRegistrarLock({ name }: Domain): Promise<boolean | null> {
    return nullIfNone(this.call(enom.getRegLock, toDomainParams(name)).then((reply) => reply['reg-lock']));
  }

  domainCatchAll({ name }: Domain): Promise<string | null> {
    return nullIfNone(this.call(enom.getCatchAll, toDomainParams(name)).then((reply) => reply.ForwardTo));
  }

  async domainMailboxes({ name }: Domain): Promise<Listing<Mailbox> | null> {
    const mail = await this.records.mail(name);
    return mail && { whole: mail.mailboxes };
  }

  mailboxByAddress(address: string): Promise<Mailbox | null> {
    return this.records.mailbox(address);
  }

  mailboxForwarding({ nativeId }: Mailbox): Promise<MailForwarding | null> {
    const { localPart, domainName } = partsOf(nativeId);
    const params = { ...toDomainParams(domainName), UserName: localPart };
    return nullIfNone(this.call(enom.getPopForwarding, params).then(mapping.toForwarding));
  }

  async emailBundles(domainName: string): Promise<ReadonlyArray<EmailBundle | Error> | null> {
    return (await this.records.mail(domainName))?.bundles ?? null;
  }

  async bundleMailboxes({ nativeId, domainName }: EmailBundle): Promise<Listing<Mailbox>> {
    const mailboxes = (await this.records.mail(domainName))?.mailboxes ?? [];
    // A row that cannot be read may be one of this bundle's.
    return { whole: mailboxes.filter((row) => row instanceof Error || row.bundleId === nativeId) };
  }

  async emailExpirations(): Promise<Listing<EmailExpiration>> {
    const { popexpirations: paks } = await this.call(enom.getPopExpirations, {});
    return { whole: mapRows(paks?.pop ?? [], (row) => mapping.toEmailExpiration(this.backend, row)) };
  }

  async #readNameServers(name: string): Promise<readonly string[]> {
    const told = mapping.nameServersOf(await this.call(enom.getDomainInfo, toDomainParams(name)));
    return told ?? (await this.call(enom.getDns, toDomainParams(name))).dns;
  }
}
