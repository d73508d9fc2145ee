import { describe, expect, it } from 'vitest';
import { enomOperations } from '../../adapters/enom/operations/index.js';
import { hsphereOperations } from '../../adapters/hsphere/operations/index.js';
import { mspcOperations } from '../../adapters/mspc/operations/index.js';
import { NODE_TYPES } from '../../src/model/global-id.js';
import { compileCheck } from '../../src/operation/check.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { paramsOf, resultOf } from '../support/shape-places.js';

interface Expected {
  readonly kind: string;
  readonly operations: readonly AnyOperation[];
  /** All members whose values are never told. */
  readonly secrets: readonly string[];
  readonly destructive: readonly string[];
  readonly money: readonly string[];
  readonly credentials: readonly string[];
  /** Without the one parameter that decides alone what they are about. */
  readonly unowned: readonly string[];
}

const KINDS: readonly Expected[] = [
  {
    kind: 'mspc',
    operations: mspcOperations,
    secrets: [
      'AddUser.password',
      'AddUser.user.Password',
      'AuthenticateUser.password',
      'ChangeUserPassword.password',
      'GetUserById =.Password',
      'GetUserByUsername =.Password',
      'GetUserByUsernamePassword =.Password',
      'GetUserByUsernamePassword.password',
      'GetUserParents =[].Password',
      'GetUserPeers =[].Password',
      'GetUsers =[].Password',
    ],
    destructive: [
      'DeleteHostingAddon',
      'DeleteHostingPlan',
      'DeletePackage',
      'DeletePackageAddon',
      'DeleteUser',
    ],
    money: [],
    credentials: ['AuthenticateUser', 'GetUserByUsernamePassword'],
    unowned: [
      'AddHostingAddon',
      'AddHostingPlan',
      'AddPackage',
      'AddPackageAddon',
      'AddUser',
      'AuthenticateUser',
      'GetHostingPlanQuotas',
      'GetUserByUsername',
      'GetUserByUsernamePassword',
      'GetUserParents',
      'UpdateHostingAddon',
      'UpdateHostingPlan',
      'UpdatePackage',
      'UpdatePackageAddon',
      'UpdateUser',
      'UserExists',
    ],
  },
  {
    kind: 'hsphere',
    operations: hsphereOperations,
    secrets: ['signupUser.password', 'signupUser.pi.issueNo', 'signupUser.pi.number'],
    destructive: ['deleteAccount'],
    money: ['addCredit', 'billingPeriodBasedDebit', 'monthlyBasedDebit', 'oneTimeDebit', 'signupUser'],
    credentials: [],
    unowned: ['checkUser', 'getAccounts', 'searchAccIdBySignupId', 'searchUserIdBySignupId', 'signupUser'],
  },
  {
    kind: 'enom',
    operations: enomOperations,
    secrets: ['GetPOP3 =.pop[].password', 'ModifyPOP3.users[].Password', 'SetUpPOP3User.users[].Password'],
    destructive: ['DeletePOP3', 'DeletePOPPak'],
    money: ['PurchasePOPBundle', 'PurchaseServices', 'RenewPOPBundle'],
    credentials: [],
    unowned: [
      'Check',
      'DeletePOPPak',
      'GetAllDomains',
      'GetBalance',
      'GetDomains',
      'GetPOPExpirations',
      'ModifyPOP3',
      'PE_GetPOPPrice',
      'PurchaseServices',
      'RenewPOPBundle',
      'SetPOPForwarding',
      'SetPakRenew',
      'SetUpPOP3User',
    ],
  },
];

describe.each(KINDS)('the descriptors of $kind', ({ operations, ...expected }) => {
  const places = operations.flatMap((operation) => [...paramsOf(operation), ...resultOf(operation)]);
  const methodsWhere = (isMeant: (operation: AnyOperation) => boolean): readonly string[] =>
    operations
      .filter(isMeant)
      .map(({ method }) => method)
      .sort();

  it('describe every method once', () => {
    expect(new Set(operations.map(({ method }) => method)).size).toBe(operations.length);
    for (const { method, description, source } of operations) {
      expect(description, method).toMatch(/\.$/);
      expect(source, method).toMatch(/\S/);
    }
  });

  it('explain every member but the structs that only hold others', () => {
    const unexplained = places.filter(({ shape }) => shape.kind !== 'struct' && shape.description === '');
    expect(unexplained.map(({ path }) => path)).toEqual([]);
  });

  it('give every value of an enumeration once, with its meaning', () => {
    for (const { path, shape } of places) {
      if (!('values' in shape) || shape.values === undefined) continue;
      expect(shape.values, path).not.toHaveLength(0);
      for (const { value, meaning } of shape.values) expect(meaning, `${path} ${value}`).toMatch(/\S/);
      expect(new Set(shape.values.map(({ value }) => value)).size, path).toBe(shape.values.length);
    }
  });

  it('mark as secret what must not be told, and nothing that looks like it is left', () => {
    const secrets = places.filter(({ shape }) => shape.secret === true).map(({ path }) => path);
    expect(secrets.sort()).toEqual(expected.secrets);
    const telling = places.filter(
      ({ name, shape }) => shape.kind === 'string' && /passw|secret|token|cvv/i.test(name),
    );
    expect(telling.filter(({ shape }) => shape.secret !== true).map(({ path }) => path)).toEqual([]);
  });

  it('name in constraints what is there', () => {
    for (const { params } of operations) expect(() => compileCheck(params)).not.toThrow();
  });

  it('say which calls lose data, move money or try a password, and none of these of a read but the last', () => {
    expect(methodsWhere(({ destructive }) => destructive === true)).toEqual(expected.destructive);
    expect(methodsWhere(({ effect }) => effect === 'money')).toEqual(expected.money);
    expect(methodsWhere(({ checksCredentials }) => checksCredentials === true)).toEqual(expected.credentials);
    expect(methodsWhere(({ effect, destructive }) => effect === 'read' && destructive === true)).toEqual([]);
  });

  it('take what begins with Get, Is, Search or Check for a read, and nothing else but what tells by name', () => {
    const reads = methodsWhere(({ effect }) => effect === 'read');
    expect(methodsWhere(({ method }) => /^(?:get|search|check|PE_Get)/i.test(method))).toEqual(
      reads.filter((method) => !['AuthenticateUser', 'UserExists'].includes(method)),
    );
  });

  it('lead to an owner by a parameter that every call has', () => {
    expect(methodsWhere(({ owner }) => owner === undefined)).toEqual(expected.unowned);
    for (const { method, owner, params } of operations) {
      if (owner === undefined) continue;
      expect(NODE_TYPES, method).toContain(owner.type);
      for (const name of [owner.param, ...(owner.suffix === undefined ? [] : [owner.suffix])]) {
        const member: object | undefined = params.members[name];
        expect(member, `${method} ${name}`).toBeDefined();
        expect(member, `${method} ${name}`).not.toHaveProperty('optional');
      }
    }
  });
});
