import { BackendFaultError, BadUserInputError } from '../../src/errors/index.js';
import {
  type Backend,
  type BackendDeps,
  type BackendKindModule,
  type CallScope,
  type Capability,
  canonicalDomainName,
  type NodeType,
} from '../../src/model/index.js';
import { mergeOperations } from '../../src/mounted/index.js';
import { CallPolicy } from '../../src/policy/call-policy.js';
import { HttpTransport } from '../../src/policy/http-transport.js';
import { PoaClient } from './client.js';
import { createPoaCodec } from './codec.js';
import { type PoaSettings, poaSettings } from './config.js';
import { PoaExchanges } from './exchanges.js';
import { getAccountInfo } from './operations/accounts.js';
import { poaNamedOnly, poaOperations } from './operations/index.js';
import { PoaPanel } from './panel.js';
import { ReadBatching } from './read-batching.js';
import { Waves } from './waves.js';
import { createPoaWrites } from './writes/index.js';
import { createPoaTogether } from './writes/together.js';

/** Parallels Operations Automation, over XML-RPC. */
export const poa: BackendKindModule<typeof poaSettings> = {
  schema: poaSettings,
  operations: poaOperations,
  namedOnly: poaNamedOnly,
  create: createPoaBackend,
};

/** The types that a POA knows. */
const TYPES: ReadonlySet<NodeType> = new Set([
  'Account',
  'AccountMember',
  'Subscription',
  'ServiceUser',
  'Domain',
  'Mailbox',
  'MailboxStore',
  'HostingPlan',
]);
const MAX_ID = 2 ** 31 - 1;

function createPoaBackend(
  name: string,
  settings: PoaSettings,
  { log, now = Date.now }: BackendDeps,
): Backend {
  const codec = createPoaCodec(settings);
  const operations = mergeOperations({ own: poaOperations, mounted: settings.descriptors }, log);
  const transport = new HttpTransport(settings);
  const policy = new CallPolicy(settings);
  const exchanges = new PoaExchanges(settings, transport, policy, ({ method }, repairs) =>
    log.warn({ method, repairs }, 'mended characters that XML forbids'),
  );
  const client = new PoaClient(name, settings, codec, exchanges);
  const batching = new ReadBatching(settings.batch.reads, now);
  const waves = new Waves(client, batching, settings.timeoutMs, settings.batch.maxCalls, (answered) =>
    log.info({ answered }, 'tried whether the server answers reads in batches'),
  );
  return {
    name,
    kind: 'POA',
    get status() {
      return policy.status();
    },
    get capabilities(): readonly Capability[] {
      const batchReads: readonly Capability[] = batching.isOn ? ['BATCH_READS'] : [];
      return ['READ_PLANS', ...batchReads, 'BATCH_WRITES', 'TRANSACTIONS'];
    },
    operations,
    namedOnly: poaNamedOnly,
    callAll: (calls, scope) => waves.send(calls, scope),
    writes: createPoaWrites(name, settings),
    send: (call, scope) => client.write(call, scope),
    together: createPoaTogether(codec, settings.transactionTimeoutSeconds),
    panel: (call) => new PoaPanel(name, call),
    ping: (scope) => ping(client, scope),
    canonicalId: toCanonicalId,
    close: () => transport.close(),
  };
}

/** Asks for the provider's account. Another refusal than that of the login is an answer, too. */
async function ping(client: PoaClient, scope: CallScope): Promise<void> {
  try {
    await client.call({ operation: getAccountInfo, params: { account_id: PROVIDER } }, scope);
  } catch (error) {
    const isAnswer = error instanceof BackendFaultError && error.native.code?.startsWith('HTTP ') !== true;
    if (!isAnswer) throw error;
  }
}

const PROVIDER = 1;

/** POA numbers everything; a domain is better known by its name, and may be named by its number. */
function toCanonicalId(type: NodeType, nativeId: string, field: readonly string[]): string | null {
  if (!TYPES.has(type)) return null;
  if (/^[1-9]\d{0,9}$/.test(nativeId) && Number(nativeId) <= MAX_ID) return nativeId;
  const name = type === 'Domain' ? canonicalDomainName(nativeId) : null;
  if (name !== null) return name;
  throw new BadUserInputError(
    type === 'Domain'
      ? `${field.join('.')} must end in a domain name, or in the panel's number of a domain`
      : `${field.join('.')} must end in a whole number from 1 to ${MAX_ID}`,
    field,
  );
}
