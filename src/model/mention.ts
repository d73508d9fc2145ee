import { type NodeType, toGlobalId } from './global-id.js';
import type { NodeRecords } from './panel.js';

/** An object of which nothing is known but its id: as a record that tells no more than that. */
export function mentionOf<T extends NodeType>(backend: string, type: T, nativeId: string): NodeRecords[T] {
  const id = toGlobalId(backend, type, nativeId);
  // All members of a record but those that name it may be left untold.
  return namesOf(type, { id, backend, nativeId }) as unknown as NodeRecords[T];
}

function namesOf(type: NodeType, named: { id: string; backend: string; nativeId: string }): object {
  // A domain's native id is a number that its global id does not hold.
  if (type === 'Domain') return { id: named.id, backend: named.backend, name: named.nativeId };
  if (type === 'EmailBundle') return { ...named, domainName: named.nativeId.split('~', 1)[0] ?? '' };
  return named;
}
