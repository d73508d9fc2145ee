import type { Domain, EmailBundle, Mailbox } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import type { EnomSettings } from './config.js';
import { toDomainParams } from './domain-name.js';
import * as mapping from './mapping/index.js';
import { bundlePartsOf, partsOf } from './native-id.js';
import { nullIfNone } from './null-if-none.js';
import * as enom from './operations/seen.js';
import { findRow, mapRows } from './rows.js';

/** The mail of one domain; a row that could not be read is its error. */
interface DomainMail {
  readonly bundles: ReadonlyArray<EmailBundle | Error>;
  readonly mailboxes: ReadonlyArray<Mailbox | Error>;
}

/** Reads eNom's objects as records of the graph; `null` where the account has no such object. */
export class EnomRecords {
  constructor(
    private readonly backend: string,
    private readonly call: Call,
    private readonly qtyAvailable: EnomSettings['qtyAvailable'],
  ) {}

  domain(name: string): Promise<Domain | null> {
    return nullIfNone(
      this.call(enom.getDomainInfo, toDomainParams(name)).then((info) =>
        mapping.toDomain(this.backend, name, info),
      ),
    );
  }

  /** One command tells all of a domain's mail. */
  async mail(domainName: string): Promise<DomainMail | null> {
    const { backend, qtyAvailable } = this;
    const mail = await nullIfNone(this.call(enom.getPop3, toDomainParams(domainName)));
    return (
      mail && {
        bundles: mapRows(mail.Paks, (pak) => mapping.toEmailBundle(backend, domainName, qtyAvailable, pak)),
        mailboxes: mapRows(mail.pop, (row) => mapping.toMailbox(backend, domainName, row)),
      }
    );
  }

  async bundle(nativeId: string): Promise<EmailBundle | null> {
    const mail = await this.mail(bundlePartsOf(nativeId).domainName);
    return findRow(mail?.bundles ?? [], (bundle) => bundle.nativeId === nativeId);
  }

  /** The service does not tell cases of local parts apart, and answers the case in which one was created. */
  async mailbox(address: string): Promise<Mailbox | null> {
    const mail = await this.mail(partsOf(address).domainName);
    const wanted = address.toLowerCase();
    return findRow(mail?.mailboxes ?? [], (mailbox) => mailbox.nativeId.toLowerCase() === wanted);
  }
}
