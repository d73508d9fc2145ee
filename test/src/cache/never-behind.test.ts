import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../../resolvers/schema.js';
import { examples } from '../../../src/graphiql/examples.js';
import type { Backend, PanelCall } from '../../../src/model/index.js';
import { cachePanel, scopeOf } from '../../support/cached-panel.js';
import { enomCases } from '../../support/faulted/enom-cases.js';
import { hsphereCases } from '../../support/faulted/hsphere-cases.js';
import { type Lane, openLane } from '../../support/faulted/lane.js';
import { mspcCases } from '../../support/faulted/mspc-cases.js';
import { poaCases } from '../../support/faulted/poa-cases.js';
import { Random } from '../../support/faulted/random.js';
import type { WriteCase } from '../../support/faulted/write-case.js';
import { createLedger, runOperation } from '../../support/poa-gateway.js';

const DAY_MS = 24 * 60 * 60_000;
const EVERY_TYPE = Object.fromEntries(
  ['Account', 'Subscription', 'Domain', 'Mailbox', 'Package', 'HostingPlan', 'EmailBundle'].map((type) => [
    type,
    DAY_MS,
  ]),
);
const SEED = 20_261_121;
/** Where the usual one leads to an input that the panel refuses. */
const SEEDS: Readonly<Record<string, number>> = { deleteHostingPlan: 4 };
const schema = buildGatewaySchema();

/** A backend that remembers which reads it was ever asked for. */
function remembering(backend: Backend) {
  const reads = new Map<string, PanelCall>();
  const layer = {
    callAll: (calls: readonly PanelCall[], scope: ReturnType<typeof scopeOf>) => {
      for (const call of calls) {
        if (call.operation.effect !== 'read') continue;
        const params = JSON.stringify(call.params, (_, value) =>
          typeof value === 'bigint' ? `${value}n` : (value as unknown),
        );
        reads.set(`${call.operation.method} ${params} ${Object.keys(call.operation.result ?? {})}`, call);
      }
      return backend.callAll(calls, scope);
    },
  };
  return { reads, backend: Object.setPrototypeOf(layer, backend) as Backend };
}

/** An answer so that two can be compared: of a failed call what it says. */
const comparable = (answer: unknown): unknown => (answer instanceof Error ? answer.message : answer);

const ofAll = async (backend: Backend, calls: readonly PanelCall[], fresh: boolean): Promise<unknown[]> => {
  const scope = scopeOf(fresh ? { fresh: true } : {});
  const answers: unknown[] = [];
  // One after the other: in a batch a failed read would take others with it.
  for (const call of calls) answers.push(comparable((await backend.callAll([call], scope))[0]));
  return answers;
};

/** The objects of a payload with all that costs nothing to ask for. */
function mutationText(name: string): string {
  const field = schema.getMutationType()?.getFields()[name];
  const payload = field?.type;
  const objects = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const selections = objects.map(({ name: member, type }) => {
    const named = getNamedType(type);
    return isObjectType(named) && 'id' in named.getFields() ? `${member} { id }` : '';
  });
  return `mutation ($input: ${String(field?.args[0]?.type)}) { ${name}(input: $input) { userErrors { code } ${selections.join(' ')} } }`;
}

describe.each([poaCases, mspcCases, hsphereCases, enomCases].map((panel) => [panel.kind, panel] as const))(
  'what is kept of %s, after a write',
  (_, panel) => {
    let lane: Lane;
    let reads: ReadonlyMap<string, PanelCall>;
    let direct: Backend;
    beforeAll(async () => {
      lane = await openLane(panel);
      const remembered = remembering(lane.backend);
      ({ reads } = remembered);
      direct = remembered.backend;
      const ledger = createLedger();
      // All that writes look at, and all that examples ask for, is looked at again after each write.
      for (const write of panel.cases) {
        lane.reset();
        await carryOut(write, direct, ledger);
      }
      lane.reset();
      for (const { query, variables } of examples) {
        if (!query.includes('mutation ')) await runOperation([direct], query, variables, undefined, ledger);
      }
    });
    afterAll(() => lane.close());

    /** @returns how many changes the panel has made */
    async function carryOut(write: WriteCase, backend: Backend, ledger = createLedger()): Promise<number> {
      const before = (await lane.account()).length;
      const input = write.input(new Random(SEEDS[write.mutation] ?? SEED));
      for (const [mutation, first] of [...(write.prepare ?? []), [write.mutation, input] as const]) {
        const keyed = { ...first, idempotencyKey: `for-${mutation}` };
        await runOperation([backend], mutationText(mutation), { input: keyed }, undefined, ledger);
      }
      return (await lane.account()).length - before;
    }

    it.each(panel.cases.map((write) => [write.mutation, write] as const))(
      'is what the panel has: %s',
      async (__, write) => {
        lane.reset();
        const { backend: cached, takeLookups } = cachePanel(direct, { ttlMs: EVERY_TYPE });
        const known = [...reads.values()];
        await ofAll(cached, known, false);
        expect(await carryOut(write, cached)).toBeGreaterThan(0);
        takeLookups();
        expect(await ofAll(cached, known, false)).toEqual(await ofAll(cached, known, true));
        const lookups = takeLookups();
        await ofAll(cached, known, false);
        expect(lookups.length).toBeGreaterThan(0);
        expect(takeLookups()).toContain('hit');
      },
    );
  },
);
