import type { PersistedMode } from '../../config/index.js';
import type { Role } from '../../model/index.js';
import { NO_OPERATIONS, type OperationRegistry } from '../../persisted/index.js';

/** Which documents are known by ids, and who may send others. */
export interface PersistedDocuments {
  readonly registry: OperationRegistry;
  readonly mode: PersistedMode;
  /** Roles whose callers may ask anything where the mode is `only`. */
  readonly exceptRoles: readonly Role[];
}

export const NONE_PERSISTED: PersistedDocuments = { registry: NO_OPERATIONS, mode: 'allow', exceptRoles: [] };
