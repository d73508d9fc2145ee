import { Kind } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../../resolvers/schema.js';
import { worstCost } from '../../../src/http/limits/worst-cost.js';
import { readKnownOperations } from '../../../src/known-operations.js';
import type { PersistedOperation } from '../../../src/persisted/index.js';
import { readRegistry } from '../../../src/persisted/index.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';

const schema = buildGatewaySchema();
const { operations } = readRegistry({ schema });

/** Fields of the graph that no route asks for, and why. */
const WITHOUT_A_ROUTE: Readonly<Record<string, string>> = {};

const rootFields = (type: 'Query' | 'Mutation'): string[] =>
  Object.keys((type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {});

const askedBy = ({ definition }: PersistedOperation): string[] =>
  definition.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );

let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
afterAll(() => panels.close());

describe('the operations that come with the gateway', () => {
  it.each(['Query', 'Mutation'] as const)('reach every field of %s', (type) => {
    const reached = new Set(operations.filter(({ rest }) => rest !== null).flatMap(askedBy));
    const missing = rootFields(type).filter((field) => !reached.has(field) && !(field in WITHOUT_A_ROUTE));
    expect(missing).toEqual([]);
  });

  it('excuse no field that there is not, or that is reached', () => {
    const reached = new Set(operations.flatMap(askedBy));
    const all = [...rootFields('Query'), ...rootFields('Mutation')];
    expect(
      Object.keys(WITHOUT_A_ROUTE).filter((field) => reached.has(field) || !all.includes(field)),
    ).toEqual([]);
  });

  it('are named as what they ask for, each with a route', () => {
    const changes = operations.filter(({ kind }) => kind === 'mutation');
    expect(
      changes.filter(
        (change) => askedBy(change)[0] !== `${change.name.charAt(0).toLowerCase()}${change.name.slice(1)}`,
      ),
    ).toEqual([]);
    expect(operations.filter(({ rest }) => rest === null)).toEqual([]);
  });

  it('cost what an object takes and no more: details of listed objects are left to those who want them', () => {
    const counted = worstCost(schema, () => panels.backends.length);
    const costly = operations
      .filter(({ kind }) => kind === 'query')
      .map(({ name, document, definition }) => ({ name, cost: counted(document, definition) }))
      .filter(({ cost }) => cost > 4);
    // Every panel is asked, the schema counts a call tenfold, or the caller says of how many things.
    expect(Object.fromEntries(costly.map(({ name, cost }) => [name, cost]))).toEqual({
      DomainCounterparts: 6,
      DomainEmailBundles: 42,
      DomainRegistration: 7,
      EmailBundles: 40,
      HostingPlanQuotas: 11,
      MailboxForwarding: 11,
      MailboxesByAddress: 8,
      Nodes: 200,
      PackageQuotas: 1001,
      WriteOutcome: 10,
    });
  });

  it('need a key wherever money moves in every case', () => {
    expect(
      operations
        .filter(({ rest }) => rest?.keyRequired)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'AddBillingPeriodDebit',
      'AddCredit',
      'AddMonthlyDebit',
      'AddOneTimeDebit',
      'PurchaseEmailBundle',
      'RenewEmailBundle',
    ]);
  });

  it('keep to the limit that the gateway has by default', () => {
    const server = { limits: { cost: 2_000 } } as Parameters<typeof readKnownOperations>[0]['server'];
    const known = readKnownOperations(
      { operations: { folders: [], manifests: [], exceptRoles: [] }, persistedOperations: 'allow', server },
      schema,
      panels.backends,
    );
    expect(known.registry.operations).toHaveLength(operations.length);
    const counted = worstCost(schema, () => panels.backends.length);
    expect(operations.filter(({ document, definition }) => counted(document, definition) > 2_000)).toEqual(
      [],
    );
  });
});
