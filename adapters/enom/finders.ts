import type { Domain, EmailBundle, Finders, Mailbox } from '../../src/model/index.js';
import type { EnomRecords } from './records.js';

/** eNom's objects by their native ids. */
export class EnomFinders implements Finders {
  constructor(private readonly records: EnomRecords) {}

  Domain(name: string): Promise<Domain | null> {
    return this.records.domain(name);
  }

  EmailBundle(nativeId: string): Promise<EmailBundle | null> {
    return this.records.bundle(nativeId);
  }

  Mailbox(address: string): Promise<Mailbox | null> {
    return this.records.mailbox(address);
  }
}
