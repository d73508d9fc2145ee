import type { Details, Domain, EmailBundle, Mailbox } from '../../src/model/index.js';
import type { EnomRecords } from './records.js';

/** What eNom's fuller answers tell of objects that shorter ones mentioned. */
export class EnomDetails implements Details {
  constructor(private readonly records: EnomRecords) {}

  Domain({ name }: Domain): Promise<Domain | null> {
    return this.records.domain(name);
  }

  EmailBundle({ nativeId }: EmailBundle): Promise<EmailBundle | null> {
    return this.records.bundle(nativeId);
  }

  Mailbox({ nativeId }: Mailbox): Promise<Mailbox | null> {
    return this.records.mailbox(nativeId);
  }
}
