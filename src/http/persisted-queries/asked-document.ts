/** Which document a request for GraphQL names, and how. */
export interface AskedDocument {
  readonly query: string | undefined;
  /** From `documentId`, or from the extension of automatically persisted queries. */
  readonly id: string | undefined;
  readonly hasDocumentId: boolean;
  /** Whether the extension of automatically persisted queries is there and is none of version 1, the only one. */
  readonly isMisstated: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads what names the document, in a body or in a query string. What is malformed in other ways Apollo Server tells.
 *
 * @param sent - the body, or the members of the query string, where `extensions` is text
 */
export function askedDocument(sent: unknown): AskedDocument {
  const { query, documentId, extensions } = isObject(sent) ? sent : {};
  const { persistedQuery } = toObject(extensions);
  const { sha256Hash, version } = toObject(persistedQuery);
  const hasExtension = persistedQuery !== undefined && persistedQuery !== null;
  const hash = typeof sha256Hash === 'string' ? sha256Hash : undefined;
  return {
    query: typeof query === 'string' ? query : undefined,
    id: typeof documentId === 'string' ? documentId : hash,
    hasDocumentId: documentId !== undefined && documentId !== null,
    isMisstated: hasExtension && (version !== 1 || hash === undefined),
  };
}

function toObject(value: unknown): Values {
  if (typeof value !== 'string') return isObject(value) ? value : {};
  try {
    return toObject(JSON.parse(value) ?? {});
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
