/** A request that the sandbox, fresh from its start, carries out. */
export interface RequestExample {
  /** By the names of parameters. */
  readonly parameters?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

export const byId = (id: string): RequestExample => ({ parameters: { id } });
