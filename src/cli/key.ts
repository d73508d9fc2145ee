import { API_KEY_ID } from '../config/index.js';
import { createApiKey } from '../http/api-key.js';
import { UsageError } from './arguments.js';

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
