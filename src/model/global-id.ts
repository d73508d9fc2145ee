import { BadUserInputError } from '../errors/index.js';

/** The types that have a global id. */
export const NODE_TYPES = [
  'Account',
  'AccountMember',
  'Subscription',
  'ServiceUser',
  'Domain',
  'Mailbox',
  'MailboxStore',
  'Package',
  'PackageAddon',
  'HostingPlan',
  'EmailBundle',
] as const;
export type NodeType = (typeof NODE_TYPES)[number];
/** What an id can name: nodes, and tasks, which are asked for by `task` alone. */
export type AddressedType = NodeType | 'Task';

const ADDRESSED_TYPES: readonly AddressedType[] = [...NODE_TYPES, 'Task'];

/** An address in the graph: `<backend>:<Type>:<native id>`. */
export interface GlobalId {
  readonly backend: string;
  readonly type: AddressedType;
  readonly nativeId: string;
}

export const BACKEND_NAME = /^[a-z][a-z0-9-]*$/;
const MAX_ID_LENGTH = 512;

export const toGlobalId = (backend: string, type: AddressedType, nativeId: string): string =>
  `${backend}:${type}:${nativeId}`;

/**
 * Splits a global id at its first two colons; the rest is the native id, colons included.
 *
 * @param field - path of the argument that holds it, for the error
 * @throws {@link BadUserInputError} unless it has the form and its type is one that has ids; whether the backend
 *   exists and the native id suits it is the caller's to check
 */
export function fromGlobalId(id: string, field: readonly string[]): GlobalId {
  const first = id.indexOf(':');
  const second = first < 0 ? -1 : id.indexOf(':', first + 1);
  const backend = id.slice(0, Math.max(first, 0));
  const type = ADDRESSED_TYPES.find((known) => known === id.slice(first + 1, second));
  const nativeId = id.slice(second + 1);
  if (second < 0 || id.length > MAX_ID_LENGTH || !BACKEND_NAME.test(backend) || nativeId === '') {
    throw new BadUserInputError(
      `${field.join('.')} must have the form <backend>:<Type>:<native id>, at most ${MAX_ID_LENGTH} characters`,
      field,
    );
  }
  if (type === undefined) {
    throw new BadUserInputError(
      `${field.join('.')} names no type that has ids: ${ADDRESSED_TYPES.join(', ')}`,
      field,
    );
  }
  return { backend, type, nativeId };
}
