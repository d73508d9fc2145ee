import { unusableRoots } from './access/index.js';
import { type Config, ConfigError } from './config/index.js';
import type { Backend } from './model/index.js';

/**
 * Checks what the scopes of API keys list, by the rules of the backends that they are for; asks no backend anything.
 *
 * @throws {@link ConfigError} where one lists what can be no id: its caller would see nothing, and wonder why
 */
export function checkScopes({ auth }: Pick<Config, 'auth'>, backends: readonly Backend[]): void {
  const problems = (auth?.apiKeys ?? []).flatMap(({ scope }, index) =>
    unusableRoots(scope ?? {}, backends).map(({ place, wanted }) => ({
      path: `auth.apiKeys[${index}].scope.${place}`,
      message: `must be ${wanted}`,
    })),
  );
  if (problems.length > 0) throw new ConfigError(problems);
}
