import type { AccountStatus } from './account.js';
import type * as inputs from './inputs/index.js';
import type { PackageStatus } from './package.js';
import type { WriteMethod } from './write.js';

/**
 * What each mutation hands to a backend: its input without the idempotency key, ids as native ids of that backend.
 * The input types of the graph say what each member means.
 */
export interface WriteInputs {
  renameSubscription: { subscriptionId: string; name: string; description?: string | null };
  suspendSubscription: { subscriptionId: string };
  resumeSubscription: { subscriptionId: string };
  deleteSubscription: { subscriptionId: string };
  suspendSubscriptions: { subscriptionIds: readonly string[] };
  resumeSubscriptions: { subscriptionIds: readonly string[] };
  createSubscription: inputs.CreateSubscription;
  changeSubscriptionPlan: inputs.ChangeSubscriptionPlan;
  setResourceLimits: inputs.SetResourceLimits;

  createAccount: inputs.CreateAccount;
  updateAccountContact: { accountId: string; contact: inputs.ContactInput };
  updateAccount: inputs.UpdateAccount;
  changeAccountStatus: { accountId: string; status: AccountStatus };
  suspendAccount: { accountId: string; reason?: string | null };
  resumeAccount: { accountId: string };
  deleteAccount: { accountId: string };
  promoteToReseller: { accountId: string };
  setAccountPassword: inputs.SetAccountPassword;
  addAccountMember: inputs.AddAccountMember;
  updateAccountMember: inputs.UpdateAccountMember;
  removeAccountMember: { accountId: string; login: string };

  addCredit: inputs.AddCredit;
  addOneTimeDebit: inputs.AddOneTimeDebit;
  addMonthlyDebit: inputs.AddMonthlyDebit;
  addBillingPeriodDebit: inputs.AddBillingPeriodDebit;

  addDomain: inputs.AddDomain;
  addSubdomain: inputs.AddSubdomain;
  removeDomain: { domainId: string };
  enableDomain: { domainId: string };
  disableDomain: { domainId: string };
  setDomainRegistrarStatus: { domainId: string; registrarStatus: inputs.RegistrarCheck };
  bindDomainServices: inputs.DomainSubscription;
  unbindDomainServices: inputs.DomainSubscription;
  enableDnsHosting: { domainId: string; resourceTypeId?: number | null };
  disableDnsHosting: { domainId: string };
  requestDomain: { subscriptionId: string; name: string };
  cancelDomainRequest: { subscriptionId: string; name: string };
  createDnsRecord: inputs.CreateDnsRecord;
  deleteDnsRecord: { backend: string; recordId: string };
  importCertificate: inputs.ImportCertificate;
  setDomainCatchAll: { domainId: string; forwardTo?: string | null };
  setDomainAutoRenew: { domainId: string; autoRenew: boolean };

  createServiceUser: inputs.CreateServiceUser;
  updateServiceUser: inputs.UpdateServiceUser;
  setServiceUserPassword: { serviceUserId: string; password: string; checkQuality?: boolean | null };
  enableServiceUser: { serviceUserId: string };
  disableServiceUser: { serviceUserId: string };
  deleteServiceUser: { serviceUserId: string };

  createMailbox: inputs.CreateMailbox;
  updateMailbox: inputs.UpdateMailbox;
  deleteMailbox: { mailboxId: string };
  setMailboxPassword: { mailboxId: string; password: string };
  /** `to` null or absent: off. */
  setMailboxForwarding: { mailboxId: string; to?: string | null; keepCopy?: boolean | null };
  addMailboxAddresses: { mailboxId: string; addresses: readonly string[] };
  removeMailboxAddresses: { mailboxId: string; addresses: readonly string[] };
  setMailboxPrimaryAddress: { mailboxId: string; address: string };
  setMailboxAdministrator: { mailboxId: string; administrator: boolean };
  moveMailboxes: { mailboxIds: readonly string[]; storeId: string };

  createPackage: inputs.CreatePackage;
  updatePackage: inputs.UpdatePackage;
  renamePackage: { packageId: string; name: string; comments?: string | null };
  changePackageStatus: { packageId: string; status: PackageStatus };
  deletePackage: { packageId: string };
  addPackageAddon: inputs.AddPackageAddon;
  updatePackageAddon: inputs.UpdatePackageAddon;
  deletePackageAddon: { addonId: string };

  createHostingPlan: inputs.CreateHostingPlan;
  updateHostingPlan: inputs.UpdateHostingPlan;
  deleteHostingPlan: { planId: string };

  purchaseEmailBundle: inputs.PurchaseEmailBundle;
  renewEmailBundle: { emailBundleId: string; years: number };
  deleteEmailBundle: { emailBundleId: string };
  setEmailBundleAutoRenew: { emailBundleId: string; autoRenew: boolean };
}

export type MutationName = keyof WriteInputs;

/** The mutations that a backend has calls for; for any other one the answer is UNSUPPORTED. */
export type PanelWrites = { readonly [M in MutationName]?: WriteMethod<WriteInputs[M]> };
