import { BadUserInputError } from '../../src/errors/index.js';
import type { Backend, BackendDeps, BackendKindModule, Capability, NodeType } from '../../src/model/index.js';
import { mergeOperations } from '../../src/mounted/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { CallPolicy } from '../../src/policy/call-policy.js';
import { HttpTransport } from '../../src/policy/http-transport.js';
import { WallClock } from '../../src/wire/wall-clock.js';
import { MspcClient } from './client.js';
import { createMspcCodec } from './codec.js';
import { type MspcSettings, mspcSettings } from './config.js';
import {
  getHostingPlan,
  getHostingPlans,
  getMyPackages,
  getPackage,
  mspcOperations,
  userExists,
} from './operations/seen.js';
import { OwnAccount } from './own-account.js';
import { MspcPanel } from './panel.js';
import { MspcReads } from './reads.js';
import { createMspcWrites } from './writes/index.js';
import { createMspcJudge } from './writes/judge.js';

/** MSPControl, over the SOAP of its Enterprise Server. */
export const mspc: BackendKindModule<typeof mspcSettings> = {
  schema: mspcSettings,
  operations: mspcOperations,
  create: createMspcBackend,
};

/** The types that an MSPControl knows. */
const TYPES: ReadonlySet<NodeType> = new Set(['Account', 'Package', 'PackageAddon', 'HostingPlan']);
const MAX_ID = 2 ** 31 - 1;

/** Capabilities that not every server has, with the methods that make them: one of them answered, none missing. */
const PROBED: ReadonlyArray<readonly [Capability, readonly AnyOperation[]]> = [
  ['READ_PACKAGES', [getPackage, getMyPackages]],
  ['READ_PLANS', [getHostingPlan, getHostingPlans]],
];

function createMspcBackend(
  name: string,
  settings: MspcSettings,
  { log, now = Date.now }: BackendDeps,
): Backend {
  const operations = mergeOperations({ own: mspcOperations, mounted: settings.descriptors }, log);
  const transport = new HttpTransport(settings);
  const policy = new CallPolicy(settings);
  const client = new MspcClient(name, settings, createMspcCodec(settings), transport, policy, {
    repairs: ({ method }, repairs) => log.warn({ method, repairs }, 'mended characters that XML forbids'),
    fault: ({ method }, faultCode, faultString) =>
      log.warn({ method, faultCode, faultString }, 'the panel answered with a fault'),
  });
  const certain = { operation: userExists, params: { username: settings.username } };
  const reads = new MspcReads(
    client,
    certain,
    (method) => log.warn({ method }, 'the panel has no such method'),
    now,
  );
  const clock = new WallClock(settings.timeZone);
  const ownAccount = new OwnAccount(name, settings.username);
  warnOfLogin(settings, log);
  return {
    name,
    kind: 'MSPC',
    get status() {
      return policy.status();
    },
    get capabilities() {
      const found = PROBED.filter(
        ([, operations]) =>
          operations.some((one) => reads.has(one)) && !operations.some((one) => reads.lacks(one)),
      );
      return ['LIST_ACCOUNTS', ...found.map(([capability]) => capability)] as const;
    },
    operations,
    callAll: (calls, scope) => reads.sendAll(calls, scope),
    writes: createMspcWrites({ backend: name, settings, clock, now }),
    send: (call, scope) => client.write(call, scope),
    judge: createMspcJudge(name, mspcOperations),
    panel: (call) => new MspcPanel({ backend: name, call, clock, ownAccount }),
    ping: async (scope) => void (await client.read(certain, scope)),
    canonicalId: toCanonicalId,
    close: () => transport.close(),
  };
}

/** Servers read the login as ASCII and cut the password at a colon; the newest may not. */
function warnOfLogin({ username, password, passwordForm }: MspcSettings, log: BackendDeps['log']): void {
  const sent = username + (passwordForm === 'clear' ? password.reveal() : '');
  if (!/^[\x20-\x39\x3b-\x7e]+$/.test(sent)) {
    log.warn(
      'the login has a colon or a character beyond ASCII, which this panel misreads: see passwordForm in docs/backends/mspc.md',
    );
  }
}

function toCanonicalId(type: NodeType, nativeId: string, field: readonly string[]): string | null {
  if (!TYPES.has(type)) return null;
  if (/^[1-9]\d{0,9}$/.test(nativeId) && Number(nativeId) <= MAX_ID) return nativeId;
  throw new BadUserInputError(`${field.join('.')} must end in a whole number from 1 to ${MAX_ID}`, field);
}
