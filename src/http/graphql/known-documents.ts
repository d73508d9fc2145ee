import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { OperationRegistry } from '../../persisted/index.js';
import type { AskedGraphql } from './read-request.js';

/** Of the texts whose documents are kept. A document takes up to a hundred bytes for each, and its plan as many. */
const MAX_CHARACTERS = 256 * 1_024;

/** Where nothing more is known than that somebody asks with a hash. */
const HASH_LENGTH = 64;

/** Documents that were parsed and validated, by what clients ask for them with: their whole texts, or their ids. */
export class KnownDocuments {
  private readonly byText = recent();
  private readonly byId = recent();

  /** @param registry - those that are known before anybody asks */
  constructor(private readonly registry: OperationRegistry) {}

  find(asked: AskedGraphql): DocumentNode | undefined {
    const { query } = asked;
    const id = persistedId(asked.extensions);
    // A text with an id beside it is to be registered, and compared with it.
    if (query !== undefined) return id === null ? this.byText.get(query) : undefined;
    return typeof id === 'string' ? (this.registry.find(id)?.document ?? this.byId.get(id)) : undefined;
  }

  remember(asked: AskedGraphql, document: DocumentNode): void {
    const { query } = asked;
    const id = persistedId(asked.extensions);
    if (query !== undefined) this.byText.set(query, document);
    else if (typeof id === 'string') this.byId.set(id, document);
  }
}

const recent = () =>
  new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }, key) => Math.max(key.length, loc?.end ?? HASH_LENGTH),
  });

/** @returns `null` where there is none, `undefined` where something else stands in its place */
function persistedId(extensions: AskedGraphql['extensions']): string | null | undefined {
  const persisted: unknown = extensions?.persistedQuery;
  if (persisted === undefined || persisted === null) return null;
  if (typeof persisted !== 'object') return undefined;
  const { version, sha256Hash } = persisted as { readonly version?: unknown; readonly sha256Hash?: unknown };
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : undefined;
}
