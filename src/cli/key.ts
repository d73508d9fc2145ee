import { API_KEY_ID, type Config } from '../config/index.js';
import { createApiKey } from '../http/api-key.js';
import { UsageError } from './usage-error.js';

const DAY_MS = 24 * 60 * 60_000;
/** For whoever has the old key to take up the new one. */
const OVERLAP_MS = 7 * DAY_MS;

/**
 * Makes an API key.
 *
 * @returns what to print: the key, which is not to be had again, and the lines for the configuration
 * @throws {@link UsageError} on an id that the configuration would refuse
 */
export function describeNewKey(id: string): string {
  const checked = API_KEY_ID.safeParse(id);
  if (!checked.success) throw new UsageError(`The id ${checked.error.issues[0]?.message ?? 'is not valid'}.`);
  const { key, sha256 } = createApiKey();
  return `Key for ${id}, shown this once:

  ${key}

For the configuration, which holds only its SHA-256:

auth:
  apiKeys:
    - id: "${id}"
      sha256: "${sha256}"
      # roles: []        # what it may do beyond the unified graph
      # backends: []     # names of backends it may use; all when left out
`;
}

/**
 * Makes a second key for a caller, which opens what the first one does.
 *
 * @param now - milliseconds since 1970
 * @returns what to print: the key, and how the configuration changes in three steps
 * @throws {@link UsageError} on a caller that the configuration does not have
 */
export function describeRotation({ auth }: Config, id: string, now: number = Date.now()): string {
  const old = auth?.apiKeys.findLast((entry) => entry.id === id);
  if (old === undefined) throw new UsageError(`The configuration has no caller ${id}.`);
  const { key, sha256 } = createApiKey();
  const { sha256: _, notAfter: __, ...rights } = old;
  // JSON is YAML, and leaves no question of what a word means.
  const entry = JSON.stringify({ ...rights, sha256 });
  const end = new Date(now + OVERLAP_MS).toISOString().replace(/\.\d+Z$/, 'Z');
  return `New key for ${id}, shown this once:

  ${key}

1. Add this entry to auth.apiKeys, beside the one that is there, and give that one an end:

    - ${entry}

      notAfter: "${end}"    # in the entry whose sha256 begins with ${old.sha256.slice(0, 8)}

   Restart the gateway. Both keys are ${id} now: records, limits and idempotency keys go on.
2. Give the new key to whoever has the old one.
3. When the old one is not used any more, take its entry away.
`;
}
