import { type DocumentNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { OperationRegistry } from '../../persisted/index.js';
import type { AskedGraphql } from './read-request.js';

/** About what a node of a document takes in memory, in bytes: 300 with its tokens, the rest in the plan. */
const BYTES_OF_NODE = 500;
const MAX_BYTES = 64 * 2 ** 20;

/** Documents that were parsed and validated, by what clients ask for them with: their whole texts, or their ids. */
export class KnownDocuments {
  private readonly byText;
  private readonly byId;

  /**
   * @param registry - those that are known before anybody asks
   * @param maxBytes - of memory, about, for those of each kind
   */
  constructor(
    private readonly registry: OperationRegistry,
    maxBytes = MAX_BYTES,
  ) {
    this.byText = recent(maxBytes);
    this.byId = recent(maxBytes);
  }

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

/** Weighed by what they hold: a long comment is no large document, and one of them must not displace all others. */
const recent = (maxBytes: number) =>
  new LRUCache<string, DocumentNode>({
    maxSize: maxBytes,
    sizeCalculation: (document, key) => key.length + nodesIn(document) * BYTES_OF_NODE,
  });

function nodesIn(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    enter() {
      count += 1;
    },
  });
  return count;
}

/** @returns `null` where there is none, `undefined` where something else stands in its place */
function persistedId(extensions: AskedGraphql['extensions']): string | null | undefined {
  const persisted: unknown = extensions?.persistedQuery;
  if (persisted === undefined || persisted === null) return null;
  if (typeof persisted !== 'object') return undefined;
  const { version, sha256Hash } = persisted as { readonly version?: unknown; readonly sha256Hash?: unknown };
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : undefined;
}
