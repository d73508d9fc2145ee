import type { Backend, BackendDeps, BackendKindModule } from '../../src/model/index.js';
import { CallPolicy } from '../../src/policy/call-policy.js';
import { HttpTransport } from '../../src/policy/http-transport.js';
import { sideBySide } from '../../src/policy/side-by-side.js';
import { EnomClient } from './client.js';
import { type EnomSettings, enomSettings } from './config.js';
import { toCanonicalId } from './native-id.js';
import { enomOperations, getBalance } from './operations/seen.js';
import { EnomPanel } from './panel.js';
import { type Claim, claimOf } from './refused-command.js';
import { createEnomWrites } from './writes/index.js';

/** The eNom reseller interface: forms out, XML in. */
export const enom: BackendKindModule<typeof enomSettings> = {
  schema: enomSettings,
  operations: enomOperations,
  create: createEnomBackend,
};

/** What a refusal can say beside its errors that proves that nothing was done. */
const FINAL_CLAIMS: ReadonlySet<Claim> = new Set(['failure', 'invalid']);

function createEnomBackend(
  name: string,
  settings: EnomSettings,
  { log, now = Date.now }: BackendDeps,
): Backend {
  const transport = new HttpTransport(settings);
  const policy = new CallPolicy(settings);
  const client = new EnomClient(name, settings, transport, policy, {
    repairs: ({ method }, repairs) => log.warn({ method, repairs }, 'mended characters that XML forbids'),
    notDone: ({ method }) => log.warn({ method }, 'took an answer that does not say that it is whole'),
  });
  return {
    name,
    kind: 'ENOM',
    get status() {
      return policy.status();
    },
    // The service has no batches and no transactions, and accounts are not among its objects.
    capabilities: [],
    operations: enomOperations,
    callAll: (calls, scope) => sideBySide(calls, (call) => client.call(call, scope)),
    writes: createEnomWrites(name, settings, now),
    send: (call, scope) => client.write(call, scope),
    judge: {
      isFinal: ({ operation }, refusal) =>
        operation.refusal !== 'inconclusive' || FINAL_CLAIMS.has(claimOf(refusal)),
    },
    panel: (call) => new EnomPanel(name, call, settings),
    ping: async (scope) => void (await client.call({ operation: getBalance, params: {} }, scope)),
    canonicalId: toCanonicalId,
    close: () => transport.close(),
  };
}
