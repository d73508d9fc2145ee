import { BadUserInputError } from '../../src/errors/index.js';
import type { Backend, BackendDeps, BackendKindModule, NodeType } from '../../src/model/index.js';
import { mergeOperations } from '../../src/mounted/index.js';
import { CallPolicy } from '../../src/policy/call-policy.js';
import { HttpTransport } from '../../src/policy/http-transport.js';
import { sideBySide } from '../../src/policy/side-by-side.js';
import { canonicalLong } from './canonical-long.js';
import { HsphereClient } from './client.js';
import { createHsphereCodec } from './codec.js';
import { type HsphereSettings, hsphereSettings } from './config.js';
import { provesNothingDone } from './errors.js';
import { checkUser, hsphereOperations } from './operations/index.js';
import { HspherePanel } from './panel.js';
import { withoutToken } from './token-parameter.js';
import { createHsphereWrites } from './writes/index.js';

/** H-Sphere, over the SOAP of its XML API. */
export const hsphere: BackendKindModule<typeof hsphereSettings> = {
  schema: hsphereSettings,
  operations: hsphereOperations,
  create: createHsphereBackend,
};

function createHsphereBackend(name: string, settings: HsphereSettings, { log }: BackendDeps): Backend {
  const mounted = settings.descriptors.map((file) => file.map(withoutToken));
  const service = new URL(settings.url).pathname;
  const operations = mergeOperations({ own: hsphereOperations, mounted, service }, log);
  const transport = new HttpTransport(settings);
  const policy = new CallPolicy(settings);
  const client = new HsphereClient(name, settings, createHsphereCodec(settings), transport, policy, {
    repairs: ({ method }, repairs) => log.warn({ method, repairs }, 'mended characters that XML forbids'),
    fault: ({ method }, faultCode, faultString) =>
      log.warn({ method, faultCode, faultString }, 'the panel answered with a fault'),
  });
  return {
    name,
    kind: 'HSPHERE',
    get status() {
      return policy.status();
    },
    get capabilities() {
      return ['LIST_ACCOUNTS'] as const;
    },
    operations,
    // The panel has no batches.
    callAll: (calls, scope) => sideBySide(calls, (call) => client.read(call, scope)),
    writes: createHsphereWrites(name, settings),
    send: (call, scope) => client.write(call, scope),
    judge: {
      isFinal: ({ operation }, refusal) =>
        provesNothingDone(refusal) ||
        (operation.refusal !== 'inconclusive' && settings.unexplainedRefusals === 'rejected'),
    },
    panel: (call) => new HspherePanel(name, call),
    ping: async (scope) => {
      await client.read({ operation: checkUser, params: { login: settings.login } }, scope);
    },
    canonicalId: toCanonicalId,
    close: () => transport.close(),
  };
}

function toCanonicalId(type: NodeType, nativeId: string, field: readonly string[]): string | null {
  if (type !== 'Account') return null;
  const id = canonicalLong(nativeId);
  if (id !== null) return id;
  throw new BadUserInputError(`${field.join('.')} must end in a whole number from 1 to 2^63 - 1`, field);
}
