/** A query, its answer, and what it costs. */
export interface ReadCase {
  readonly title: string;
  readonly query: string;
  readonly data: unknown;
  /** Methods asked, in any order. */
  readonly calls: readonly string[];
}

export const times = (count: number, method: string): string[] => Array.from({ length: count }, () => method);
