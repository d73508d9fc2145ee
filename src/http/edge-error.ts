/** Codes of answers that never reach GraphQL. */
export const EDGE_ERROR_CODES = [
  'BAD_REQUEST',
  'HOST_NOT_ALLOWED',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'NOT_FOUND',
  'PAYLOAD_TOO_LARGE',
  'PERSISTED_OPERATION_REQUIRED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SERVICE_UNAVAILABLE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const;
export type EdgeErrorCode = (typeof EDGE_ERROR_CODES)[number];

/** A request that is refused before GraphQL sees it. The message repeats nothing of the request. */
export class EdgeError extends Error {
  constructor(
    readonly status: number,
    readonly code: EdgeErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'EdgeError';
  }
}
