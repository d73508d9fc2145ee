import type { NodeRecord, Told } from './node.js';

/** eNom email pak: a number of mailboxes bought for one domain. */
export interface EmailBundle extends NodeRecord {
  /** Lower-case A-label form. */
  readonly domainName: string;
  readonly quantity?: Told<number>;
  readonly available?: Told<number>;
  readonly capacityMiB?: Told<number>;
  readonly expiresOn?: Told<string>;
  readonly autoRenew?: Told<boolean>;
  readonly productType?: Told<string>;
  readonly version?: Told<string>;
}

export interface EmailExpiration {
  readonly backend: string;
  readonly domainName: string;
  readonly expiresOn: string | null;
  readonly autoRenew: boolean | null;
  readonly bundleId: string | null;
}
