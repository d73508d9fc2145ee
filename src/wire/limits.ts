/** How much of an answer a decoder takes before it refuses: guards of memory, stack and event loop. */
export interface WireLimits {
  /** Elements open at once. Panels nest structs about 8 deep, which takes some 30 elements in XML-RPC. */
  readonly maxDepth: number;
  /** Elements in the whole answer. */
  readonly maxElements: number;
  /** UTF-16 code units of one text value. */
  readonly maxTextLength: number;
  /** Characters and bare ampersands that XML forbids and the reader mends before it gives up; 0 is strict. */
  readonly maxRepairs: number;
}

export const DEFAULT_LIMITS: WireLimits = {
  maxDepth: 128,
  maxElements: 2_000_000,
  maxTextLength: 16 * 1024 * 1024,
  maxRepairs: 100,
};
