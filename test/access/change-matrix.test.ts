import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../../src/errors/index.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { executeOperation } from '../support/poa-gateway.js';
import { CALLERS, type CallerName } from '../support/scoped.js';
import { CUSTOMERS, mayChange, NOBODYS, type Objects, OTHERS } from './change-cases.js';
import {
  idMembersOf,
  inputFor,
  judgedNamesOf,
  MUTATIONS,
  mutationsOf,
  mutationText,
  NAME_MEMBERS,
  withForeign,
} from './change-inputs.js';

const callers = Object.keys(CALLERS) as CallerName[];
const KINDS = ['poa', 'mspc', 'hsphere', 'enom'] as const;
const NOTHING: Objects = { ids: {}, domain: '' };

let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
beforeEach(() => {
  for (const kind of KINDS) panels.simulators[kind].reset();
});
afterAll(() => panels.close());

let runs = 0;
async function change(caller: CallerName, mutation: string, input: Readonly<Record<string, unknown>>) {
  runs += 1;
  const key = `matrix-${runs}`;
  const { errors } = await executeOperation(
    panels.backends,
    mutationText(mutation),
    { input: { ...input, idempotencyKey: key } },
    CALLERS[caller],
  );
  const refusal = errors
    ?.map(({ originalError }) => originalError)
    .find((error) => error instanceof ForbiddenError);
  const { data } = await executeOperation(
    panels.backends,
    `{ writeOutcome(idempotencyKey: "${key}") { state } }`,
    {},
    CALLERS[caller],
  );
  return { refusal, errors, recorded: data?.writeOutcome !== null };
}

const changesMade = () => KINDS.flatMap((kind) => panels.simulators[kind].ledger ?? []);

async function expectForbidden(
  caller: CallerName,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
) {
  const { refusal, errors, recorded } = await change(caller, mutation, input);
  expect(errors?.map(({ message }) => message)).toEqual([expect.stringContaining('You may not do this')]);
  expect(refusal?.code).toBe('FORBIDDEN');
  expect({ recorded, made: changesMade() }).toEqual({ recorded: false, made: [] });
  return refusal;
}

describe('the matrix of changes', () => {
  it('has every mutation of the graph on a backend that has a call for it', () => {
    const asked = new Set(mutationsOf(panels.backends).map(([, mutation]) => mutation));
    expect([...asked].sort()).toEqual(MUTATIONS.toSorted());
  });

  describe.each(callers)('as %s', (caller) => {
    it.each(KINDS)('lets pass on %s what the caller may do to what is the customer’s', async (kind) => {
      const objects = CUSTOMERS[kind] ?? NOTHING;
      for (const [backend, mutation] of mutationsOf(panels.backends)) {
        if (backend !== kind) continue;
        panels.simulators[kind].reset();
        const input = inputFor(backend, mutation, objects);
        if (mayChange(backend, mutation).includes(caller)) {
          const { refusal } = await change(caller, mutation, input);
          expect(refusal, mutation).toBeUndefined();
        } else await expectForbidden(caller, mutation, input);
      }
    });
  });

  describe.each(KINDS)('on %s', (kind) => {
    const own = CUSTOMERS[kind] ?? NOTHING;
    const others = OTHERS[kind] ?? NOTHING;
    const nobodys = NOBODYS[kind] ?? NOTHING;
    const scopedMay = () =>
      mutationsOf(panels.backends).filter(
        ([backend, mutation]) => backend === kind && mayChange(backend, mutation).includes('reseller'),
      );

    it('forbids an input one of whose ids is another’s, and names that one, as if there were no such thing', async () => {
      let tried = 0;
      for (const [backend, mutation] of scopedMay()) {
        for (const member of idMembersOf(mutation, own)) {
          const input = inputFor(backend, mutation, own);
          const foreign = await expectForbidden('reseller', mutation, withForeign(input, member, others));
          const absent = await expectForbidden('reseller', mutation, withForeign(input, member, nobodys));
          expect(foreign?.field?.slice(0, 2), mutation).toEqual(['input', member]);
          expect(foreign?.message, mutation).toBe(absent?.message);
          tried += 1;
        }
      }
      expect(tried).toBeGreaterThan(5);
    });

    it('forbids an input one of whose names lies in a domain of another', async () => {
      const names = scopedMay().flatMap(([backend, mutation]) =>
        own.ids.domain === undefined
          ? []
          : judgedNamesOf(mutation).map((member) => ({ backend, mutation, member })),
      );
      expect(names.length > 0).toBe(kind === 'poa' || kind === 'enom');
      for (const { backend, mutation, member } of names) {
        const input = inputFor(backend, mutation, own);
        for (const { domain } of [others, nobodys]) {
          const named = { ...input, [member]: NAME_MEMBERS[member]?.(domain) };
          const refusal = await expectForbidden('reseller', mutation, named);
          expect(refusal?.field, mutation).toEqual(['input', member]);
        }
      }
    });
  });
});
