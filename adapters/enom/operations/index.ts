import type { AnyOperation } from '../../../src/operation/operation.js';
import { getBalance, getPopExpirations, peGetPopPrice } from './account.js';
import { check } from './availability.js';
import { getAllDomains, getDomains } from './domain-lists.js';
import { getDns, getDomainExp, getDomainInfo, getRegLock } from './domains.js';
import { getPop3 } from './email.js';
import { getCatchAll, getPopForwarding, setCatchAll, setPopForwarding } from './forwarding.js';
import { deletePop3, modifyPop3, setUpPop3User } from './mailboxes.js';
import { deletePopPak, purchasePopBundle, renewPopBundle, setPakRenew } from './paks.js';
import { purchaseServices } from './purchase.js';
import { getRenew, setRenew } from './renewal.js';

export * from './account.js';
export * from './availability.js';
export * from './domain-lists.js';
export * from './domains.js';
export * from './email.js';
export * from './forwarding.js';
export * from './mailboxes.js';
export * from './paks.js';
export * from './purchase.js';
export * from './renewal.js';

/** Every command that is described, once and in full: what `seen.ts` has are forms of some of them. */
export const enomOperations: readonly AnyOperation[] = [
  getBalance,
  peGetPopPrice,
  getPopExpirations,
  check,
  getDomains,
  getAllDomains,
  getDomainInfo,
  getDomainExp,
  getRegLock,
  getDns,
  getRenew,
  setRenew,
  purchaseServices,
  purchasePopBundle,
  renewPopBundle,
  deletePopPak,
  setPakRenew,
  getPop3,
  setUpPop3User,
  modifyPop3,
  deletePop3,
  getCatchAll,
  setCatchAll,
  getPopForwarding,
  setPopForwarding,
];
