import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../src/context.js';
import { ForbiddenError } from '../../src/errors/index.js';
import { type Backend, CallAborter } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { createLedger } from '../support/poa-gateway.js';
import { CALLERS, type CallerName } from '../support/scoped.js';
import { CUSTOMERS, NOBODYS, type Objects, OTHERS } from './change-cases.js';

let panels: FourPanels;
beforeAll(async () => {
  panels = await startFourPanels();
});
afterAll(() => panels.close());

const operations = () =>
  panels.backends.flatMap((backend) => backend.operations.map((operation) => ({ backend, operation })));

/** The parameters of a call by which its owner is told: as the panel has them, without the rest. */
function paramsFor({ owner }: AnyOperation, { ids }: Objects): Record<string, unknown> | undefined {
  if (owner === undefined) return undefined;
  const member = `${owner.type.charAt(0).toLowerCase()}${owner.type.slice(1)}`;
  const id = ids[owner.type === 'PackageAddon' ? 'addon' : owner.type === 'HostingPlan' ? 'plan' : member];
  const nativeId = id?.split(':')[2];
  if (nativeId === undefined) return undefined;
  const [first, ...rest] = nativeId.split('.');
  const values =
    owner.suffix === undefined
      ? { [owner.param]: nativeId }
      : { [owner.param]: first, [owner.suffix]: rest.join('.') };
  return Object.fromEntries(
    Object.entries(values).map(([path, value]) => {
      const [top = '', ...below] = path.split('.');
      return [top, below.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value)];
    }),
  );
}

/** Whether a call is forbidden. */
async function isForbidden(
  caller: CallerName,
  backend: Backend,
  operation: AnyOperation,
  params: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { access } = createContext({
    principal: CALLERS[caller],
    requestId: 'test',
    sandbox: true,
    backends: panels.backends,
    signal: new CallAborter(),
    ledger: createLedger(),
  });
  const error = await access
    .assertCall(backend.name, { operation, params })
    .catch((thrown: unknown) => thrown);
  if (error !== undefined) expect(error).toBeInstanceOf(ForbiddenError);
  return error !== undefined;
}

describe('the matrix of native methods', () => {
  it('forbids under a scope whatever names no owner, and nothing to callers without one', async () => {
    const ownerless = operations().filter(({ operation }) => operation.owner === undefined);
    expect(ownerless.length).toBeGreaterThan(20);
    for (const { backend, operation } of ownerless) {
      const params = { account_id: 1000006, accountId: 5013n, userId: 12, subscription_id: 2000006 };
      expect(await isForbidden('customer', backend, operation, params), operation.method).toBe(true);
      expect(await isForbidden('native', backend, operation, params), operation.method).toBe(false);
    }
  });

  it('lets those pass that lead to what is the caller’s, and none that leads to another’s or nobody’s', async () => {
    const owned = operations().filter(({ operation }) => operation.owner !== undefined);
    expect(owned.length).toBeGreaterThan(100);
    for (const { backend, operation } of owned) {
      const own = paramsFor(operation, CUSTOMERS[backend.name] ?? { ids: {}, domain: '' });
      const others = paramsFor(operation, OTHERS[backend.name] ?? { ids: {}, domain: '' });
      const nobodys = paramsFor(operation, NOBODYS[backend.name] ?? { ids: {}, domain: '' });
      if (own === undefined || others === undefined || nobodys === undefined) {
        throw new Error(`${operation.method}: ${operation.owner?.type} has no sample`);
      }
      expect(await isForbidden('reseller', backend, operation, own), operation.method).toBe(false);
      expect(await isForbidden('sibling', backend, operation, own), operation.method).toBe(true);
      expect(await isForbidden('reseller', backend, operation, others), operation.method).toBe(true);
      expect(await isForbidden('reseller', backend, operation, nobodys), operation.method).toBe(true);
      expect(await isForbidden('reseller', backend, operation, {}), operation.method).toBe(true);
      expect(await isForbidden('native', backend, operation, others), operation.method).toBe(false);
    }
  });

  it('forbids under a scope what can take something of anybody’s for an own object: a plan, a mail domain', async () => {
    const own = { account_id: 1000006, subscription_id: 2000006, mailbox_id: 5000001, user_id: 4000006 };
    const methods = [
      'pem.activateSubscription',
      'pem.addSubscription',
      'pem.orderSubscription',
      'pem.upgradeSubscription',
      'pem.migrateSubscription',
      'pem.exchange.addMailbox',
      'pem.exchange.addEmailAddresses',
      'pem.exchange.changePrimaryEmailAddress',
    ];
    const found = operations().filter(({ operation }) => methods.includes(operation.method));
    expect(found.map(({ operation }) => operation.method).sort()).toEqual([...methods].sort());
    for (const { backend, operation } of found) {
      expect(await isForbidden('customer', backend, operation, own), operation.method).toBe(true);
      expect(await isForbidden('native', backend, operation, own), operation.method).toBe(false);
    }
  });

  it('changes nothing on the way', () => {
    expect(Object.values(panels.simulators).flatMap(({ ledger = [] }) => ledger)).toEqual([]);
  });
});
