import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROVIDER_MEMBERS } from '../../resolvers/provider-members.js';
import { ForbiddenError } from '../../src/errors/index.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { executeOperation } from '../support/poa-gateway.js';
import { CALLERS, type CallerName } from '../support/scoped.js';
import { CUSTOMERS, mayChange } from './change-cases.js';
import { inputFor, inputTypeOf, mutationsOf, mutationText } from './change-inputs.js';

let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
beforeEach(() => {
  for (const simulator of Object.values(panels.simulators)) simulator.reset();
});
afterAll(() => panels.close());

const run = (source: string, caller: CallerName, variables: Readonly<Record<string, unknown>> = {}) =>
  executeOperation(panels.backends, source, variables, CALLERS[caller]);
const isForbidden = ({ errors = [] }: Awaited<ReturnType<typeof run>>) =>
  errors.some(({ originalError }) => originalError instanceof ForbiddenError);

/** Values that reach beyond the account that they are given for. */
const CROSSING: Readonly<Record<string, unknown>> = {
  takeOver: true,
  nativeId: '1000099',
  memberNativeId: '6000099',
  serverId: 3,
  kind: 'PROVIDER',
  peer: true,
};

describe('what takes the role provider', () => {
  const rows = () =>
    mutationsOf(panels.backends).flatMap(([backend, mutation]) =>
      PROVIDER_MEMBERS.filter(
        ({ member, of }) =>
          Object.hasOwn(inputTypeOf(mutation).getFields(), member) &&
          (of?.some((one) => one === mutation) ?? true),
      ).map(({ member }) => ({ backend, mutation, member })),
    );

  it('has a value here for each member', () => {
    expect(new Set(PROVIDER_MEMBERS.map(({ member }) => member))).toEqual(new Set(Object.keys(CROSSING)));
    expect(new Set(rows().map(({ member }) => member))).toEqual(new Set(Object.keys(CROSSING)));
  });

  it.each(['customer', 'reseller', 'native'] as const)(
    'is forbidden to %s, whatever it is asked for',
    async (caller) => {
      for (const { backend, mutation, member } of rows()) {
        const objects = CUSTOMERS[backend] ?? { ids: {}, domain: '' };
        const input = { ...inputFor(backend, mutation, objects), [member]: CROSSING[member] };
        expect(
          isForbidden(await run(mutationText(mutation), caller, { input })),
          `${mutation}.${member}`,
        ).toBe(true);
      }
      expect(Object.values(panels.simulators).flatMap(({ ledger = [] }) => ledger)).toEqual([]);
    },
  );

  it('is not forbidden to the provider', async () => {
    for (const { backend, mutation, member } of rows()) {
      const objects = CUSTOMERS[backend] ?? { ids: {}, domain: '' };
      const input = { ...inputFor(backend, mutation, objects), [member]: CROSSING[member] };
      const answer = await run(mutationText(mutation), 'provider', { input });
      expect(isForbidden(answer), `${mutation}.${member}`).toBe(false);
      expect(mayChange(backend, mutation)).toContain('provider');
    }
  });
});

describe('a change by a caller with a scope', () => {
  const remove = `mutation ($key: String) { deleteSubscription(
    input: { subscriptionId: "poa:Subscription:2000020", idempotencyKey: $key }) { deletedId userErrors { code } } }`;

  it('is told again by its key when its target is gone, and forbidden by another key', async () => {
    const first = await run(remove, 'customer', { key: 'gone-1' });
    expect(first.errors).toBeUndefined();
    expect(first.data?.deleteSubscription).toMatchObject({
      deletedId: 'poa:Subscription:2000020',
      userErrors: [],
    });
    expect((await run(remove, 'customer', { key: 'gone-1' })).data).toEqual(first.data);
    expect(isForbidden(await run(remove, 'customer', { key: 'gone-2' }))).toBe(true);
    expect(panels.simulators.poa.ledger).toHaveLength(1);
  });

  it('is nothing to a caller with the same key and another scope', async () => {
    await run(remove, 'customer', { key: 'shared-1' });
    expect(isForbidden(await run(remove, 'sibling', { key: 'shared-1' }))).toBe(true);
    const { data } = await run('{ writeOutcome(idempotencyKey: "shared-1") { state } }', 'sibling');
    expect(data).toEqual({ writeOutcome: null });
  });

  it('is judged by what the panel says then, not by what it said before a change of the same request', async () => {
    const { data, errors } = await run(
      `mutation {
        first: removeDomain(input: { domainId: "poa:Domain:booking.alpine-tours.example" }) { deletedId }
        second: disableDomain(input: { domainId: "poa:Domain:booking.alpine-tours.example" }) { domain { id } }
        third: disableDomain(input: { domainId: "poa:Domain:alpine-tours.example" }) { domain { id } }
      }`,
      'customer',
    );
    expect(data).toMatchObject({
      first: { deletedId: 'poa:Domain:booking.alpine-tours.example' },
      second: null,
      third: { domain: { id: 'poa:Domain:alpine-tours.example' } },
    });
    expect(errors?.map(({ path }) => path)).toEqual([['second']]);
  });

  it('answers objects as far as the caller may see them', async () => {
    const { data } = await run(
      `mutation { createAccount(input: { backend: "poa", parentId: "poa:Account:1000002", login: "neu-im-netz",
        password: "Tr0ub4dor&3x", contact: { firstName: "Ada", lastName: "Neu", companyName: "Neu AG",
        email: "ada@example.org", phone: { countryCode: "49", areaCode: "40", number: "66969100" },
        address: { street: "Weg", houseNumber: "1", postalCode: "24103", city: "Kiel", state: "SH", country: "DE" } } })
        { account { id parent { id parent { id } } } userErrors { code field } } }`,
      'reseller',
    );
    expect(data?.createAccount).toMatchObject({
      userErrors: [],
      account: {
        id: expect.stringMatching(/^poa:Account:\d+$/) as string,
        parent: { id: 'poa:Account:1000002', parent: null },
      },
    });
  });

  it('is forbidden below the gateway’s own login, on every panel that has accounts', async () => {
    for (const backend of ['poa', 'mspc', 'hsphere']) {
      const objects = CUSTOMERS[backend] ?? { ids: {}, domain: '' };
      const { parentId: _, ...input } = inputFor(backend, 'createAccount', objects);
      expect(isForbidden(await run(mutationText('createAccount'), 'reseller', { input })), backend).toBe(
        true,
      );
    }
  });

  it('is refused as unreadable for an id that is no id, as for everybody', async () => {
    const { errors } = await run(
      'mutation { suspendAccount(input: { accountId: "poa:Account:01000006" }) { account { id } } }',
      'customer',
    );
    expect(errors?.[0]?.originalError).not.toBeInstanceOf(ForbiddenError);
    expect(errors).toHaveLength(1);
  });
});
