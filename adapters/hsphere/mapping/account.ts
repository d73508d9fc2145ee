import { type Account, toGlobalId } from '../../../src/model/index.js';

/** An account of which the panel tells no more than that it exists: it has no call that tells the rest. */
export function toAccount(backend: string, nativeId: string): Account {
  return {
    id: toGlobalId(backend, 'Account', nativeId),
    backend,
    nativeId,
    kind: null,
    nativeKind: null,
    status: null,
    nativeStatus: null,
    login: null,
    peer: null,
    demo: null,
    contact: null,
    parentId: null,
  };
}

/** @returns KiB, as a double has them; `null` for an account whose quota is infinite */
export const toDiskQuotaKiB = (quota: number): number | null => (Number.isFinite(quota) ? quota : null);
