import { createHash } from 'node:crypto';
import type { PersistedMode } from '../../config/index.js';
import type { Principal, Role } from '../../model/index.js';
import type { OperationRegistry, PersistedOperation } from '../../persisted/index.js';
import { EdgeError } from '../edge-error.js';
import { askedDocument } from './asked-document.js';

export interface DocumentPolicyOptions {
  readonly mode: PersistedMode;
  /** Roles whose callers may ask anything, also where the others may not. */
  readonly exceptRoles: readonly Role[];
  readonly registry: OperationRegistry;
}

/**
 * Decides, before a document is looked at, whether a caller may have it executed.
 *
 * @param sent - the body, or the members of the query string
 * @returns the known operation that the request names by its id, if it names one
 * @throws {@link EdgeError} 400 with a code that clients of persisted queries understand
 */
export type CheckDocument = (sent: unknown, principal: Principal) => PersistedOperation | undefined;

/** Documents within the gateway's limits are far smaller; what anybody can have kept must not fill a store. */
const MAX_REGISTERED_LENGTH = 64 * 1024;

export function documentPolicy({ mode, exceptRoles, registry }: DocumentPolicyOptions): CheckDocument {
  const isExcepted = ({ roles }: Principal) => exceptRoles.some((role) => roles.has(role));
  return (sent, principal) => {
    const { query, id, hasDocumentId, isMisstated } = askedDocument(sent);
    if (mode === 'off') {
      if (hasDocumentId) throw notSupported();
      return undefined;
    }
    const known = id === undefined ? undefined : registry.find(id);
    if (mode === 'only' && !isExcepted(principal)) {
      if (query !== undefined || id === undefined) throw required();
      if (known === undefined) throw notFound();
    }
    if (hasDocumentId && (query !== undefined || id === undefined)) throw ambiguous();
    if (isMisstated) throw misstated();
    if (query !== undefined && id !== undefined) checkRegistration(query, id);
    return query === undefined ? known : undefined;
  };
}

/** Otherwise another document than the client means would be kept under its hash. */
function checkRegistration(query: string, id: string): void {
  if (query.length > MAX_REGISTERED_LENGTH)
    throw new EdgeError(400, 'BAD_REQUEST', 'The document is too long to be kept; send it without its hash.');
  if (createHash('sha256').update(query).digest('hex') !== id)
    throw new EdgeError(400, 'BAD_REQUEST', 'The sha256Hash is not that of the query.');
}

const required = () =>
  new EdgeError(
    400,
    'PERSISTED_OPERATION_REQUIRED',
    'Only known operations are carried out here, named by their ids and sent without a document.',
  );

/** The words are what clients of persisted queries look for. */
const notFound = () => new EdgeError(400, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
const notSupported = () => new EdgeError(400, 'PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');

const misstated = () =>
  new EdgeError(400, 'BAD_REQUEST', 'extensions.persistedQuery must have version 1 and a sha256Hash.');

const ambiguous = () =>
  new EdgeError(400, 'BAD_REQUEST', 'documentId must be a string, and stand in place of query.');
