/** Sends one command to Redis. */
type SendCommand = <T>(...args: readonly string[]) => Promise<T>;

/** The oldest go first, when there are about so many: some 500 MB. */
const MAX_ENTRIES = 1_000_000;

/** Adds entries to a Redis stream, each as JSON in its field `entry`. Rejects when Redis did not take it. */
export const createAuditStream =
  (command: SendCommand, name: string): ((line: string) => Promise<void>) =>
  async (line) => {
    await command<string>('XADD', name, 'MAXLEN', '~', String(MAX_ENTRIES), '*', 'entry', line);
  };
