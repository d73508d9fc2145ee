import { describe, expect, it } from 'vitest';
import { poaOperations } from '../../../../adapters/poa/operations/index.js';
import { NODE_TYPES } from '../../../../src/model/global-id.js';
import { compileCheck } from '../../../../src/operation/check.js';
import type { AnyOperation } from '../../../../src/operation/operation.js';
import type { Members, Shape } from '../../../../src/operation/shape.js';

interface Place {
  readonly path: string;
  readonly name: string;
  readonly shape: Shape;
}

/** A shape and all that is in it. */
function placesIn(shape: Shape, path: string, name: string): readonly Place[] {
  const here = { path, name, shape };
  if (shape.kind === 'array') return [here, ...placesIn(shape.of, `${path}[]`, name)];
  if (shape.kind !== 'struct') return [here];
  const members = Object.entries<Members[string]>(shape.members);
  return [here, ...members.flatMap(([own, member]) => placesIn(member, `${path}.${own}`, own))];
}

const paramsOf = ({ method, params }: AnyOperation): readonly Place[] => placesIn(params, method, '');
const resultOf = ({ method, result }: AnyOperation): readonly Place[] =>
  result === null ? [] : placesIn(result, `${method} =`, '');

const methodsWhere = (isMeant: (operation: AnyOperation) => boolean): readonly string[] =>
  poaOperations
    .filter(isMeant)
    .map(({ method }) => method)
    .sort();

/** The last part of a method's name, which says what it does. */
const verbOf = (method: string): string => method.split('.').at(-1) ?? '';

describe('what the descriptors say of members', () => {
  const places = poaOperations.flatMap((operation) => [...paramsOf(operation), ...resultOf(operation)]);

  it('gives every value of an enumeration once, with its meaning', () => {
    const enumerated = places.filter(({ shape }) => 'values' in shape);
    expect(enumerated.length).toBeGreaterThan(20);
    for (const { path, shape } of enumerated) {
      const values = 'values' in shape ? (shape.values ?? []) : [];
      expect(values, path).not.toHaveLength(0);
      for (const { meaning } of values) expect(meaning, path).toMatch(/\S/);
      expect(new Set(values.map(({ value }) => value)).size, path).toBe(values.length);
    }
  });

  it('explains every member but the structs that only hold others', () => {
    const unexplained = places.filter(({ shape }) => shape.kind !== 'struct' && shape.description === '');
    expect(unexplained.map(({ path }) => path)).toEqual([]);
  });

  it('makes every text a secret that is a password or a private key, and nothing else', () => {
    const secrets = places.filter(({ shape }) => shape.secret === true).map(({ path }) => path);
    const telling = places
      .filter(
        ({ name, shape }) => shape.kind === 'string' && /passw|passwd|priv(ate)?_key|secret/i.test(name),
      )
      .map(({ path }) => path);
    expect(secrets).toEqual(telling);
    expect(new Set(secrets)).toEqual(
      new Set([
        'pem.addAccountMember.auth.password',
        'pem.addUser.password',
        'pem.changeUserPassword.password',
        'pem.checkPassword.password',
        'pem.cqmail.addMailForwarding.password',
        'pem.cqmail.addMailbox.password',
        'pem.cqmail.editMailname.new_password',
        'pem.importCertificate.priv_key',
        'pem.mscrm.createUser.email_delivery_settings.ext_settings.pop3.password',
        'pem.mscrm.createUser.email_delivery_settings.ext_settings.smtp.password',
        'pem.setAccountAuthData.auth.password',
        'pem.setFTPPassword.password',
        'pem.setMemberPassword.password',
      ]),
    );
  });

  it.each([
    ['pem.setSystemProperty', { account_id: 1, name: 'a' }, { account_id: 1, name: 'a', num_value: 1 }],
    ['pem.getDomainSubscription', { domain_id: 1, domain_name: 'a.test' }, { domain_name: 'a.test' }],
    ['pem.removeDomain', {}, { domain_id: 1, domain_name: 'a.test' }],
    ['pem.importCertificate', { domain_id: 1, cert: 'c' }, { domain_id: 1, cert: 'c', priv_key: 'k' }],
    ['pem.setAccountAuthData', { auth: { password: 'p' } }, { auth: { login: 'a', password: 'p' } }],
    [
      'pem.getFTPUser',
      { subscription_id: 1, webspace_id: 2, domain_name: 'a.test' },
      { subscription_id: 1, webspace_id: 2 },
    ],
  ])('holds what may be sent together: %s', (method, refused, allowed) => {
    const [operation] = poaOperations.filter((candidate) => candidate.method === method);
    if (operation === undefined) throw new Error(`${method} has no descriptor.`);
    const check = compileCheck(operation.params);
    expect(check(refused)).toHaveLength(1);
    expect(check(allowed)).toEqual([]);
  });
});

describe('what the descriptors say of methods', () => {
  it('is that what gets, checks or asks for a state is a read, and all else a write', () => {
    const reading = methodsWhere(({ effect }) => effect === 'read');
    expect(reading).toEqual(methodsWhere(({ method }) => /^(get|check)/.test(verbOf(method))));
    expect(methodsWhere(({ effect }) => effect === 'money')).toEqual([]);
  });

  it('is that what removes something destroys it, save where it can be given back', () => {
    const removing = methodsWhere(({ method }) => /^(remove|del)/.test(verbOf(method)));
    const givenBack = [
      'pem.exchange.removeEmailAddresses',
      'pem.removeDNSHosting',
      'pem.removeDomainRequest',
    ];
    // Each can take what nobody meant to lose: a domain of another account, the data behind a limit, all mappings.
    const others = [
      'pem.addDomain',
      'pem.addDomainToAccount',
      'pem.iis.applySystemMappingsToHosts',
      'pem.iis.resetDomainMapping',
      'pem.setResourceTypeLimit',
      'pem.setResourceTypeLimits',
      'pem.unbindServicesFromDomain',
    ];
    expect(methodsWhere(({ destructive }) => destructive === true)).toEqual(
      [...removing.filter((method) => !givenBack.includes(method)), ...others].sort(),
    );
  });

  it('lets no read that tells a miss as a failure travel with others', () => {
    expect(methodsWhere(({ missIsFailure }) => missIsFailure === true)).toEqual([
      'pem.checkPassword',
      'pem.exchange.getMailboxByEmailAddress',
      'pem.exchange.getUserMailbox',
      'pem.getAccountMemberByLogin',
      'pem.getDomainByName',
      'pem.getFTPUser',
      'pem.getUserByLogin',
    ]);
  });

  it('takes an answer for no proof where it tells what was not done', () => {
    expect(methodsWhere(({ success }) => success === 'claimed')).toEqual([
      'pem.exchange.moveMailboxes',
      'pem.removePTRRecord',
      'pem.updateAccountAndAccountMember',
    ]);
  });
});

describe('the owner that a descriptor names', () => {
  const owned = poaOperations.filter(({ owner }) => owner !== undefined);

  /** Ids of the catalogue, ids that the caller makes up, and ids that are ignored beside the owner. */
  const HARMLESS: Readonly<Record<string, readonly string[]>> = {
    'pem.activateSubscription': ['service_template_id', 'subscription_id'],
    'pem.addDNSHosting': ['hosting_rt_id'],
    'pem.addSubscription': ['service_template_id', 'subscription_id'],
    'pem.disableDomain': ['domain_id'],
    'pem.enableDomain': ['domain_id'],
    'pem.getResourceUsage': ['resource_type_ids'],
    'pem.getResourceUsageForPeriod': ['resource_type_ids'],
    'pem.migrateSubscription': ['service_template_id'],
    'pem.mscrm.createOrg': ['currency_id', 'mscrm_rt_id'],
    'pem.orderSubscription': ['domain_id', 'service_template_id', 'subscription_id'],
    'pem.setResourceTypeLimit': ['resource_type_id'],
    'pem.upgradeSubscription': ['service_template_id'],
  };

  it.each(owned.map((operation) => [operation.method, operation] as const))(
    'is one of its parameters, and no other leads elsewhere: %s',
    (method, { owner, params }) => {
      const members = params.members as Members;
      expect(NODE_TYPES).toContain(owner?.type);
      expect(['int', 'string']).toContain(members[owner?.param ?? '']?.kind);
      const others = Object.keys(members).filter((name) => /_ids?$/.test(name) && name !== owner?.param);
      expect(others.sort()).toEqual(HARMLESS[method] ?? []);
    },
  );

  it('is none where two parameters name objects, or a name may be taken from its owner', () => {
    for (const method of [
      'pem.addAccountMember',
      'pem.addDomain',
      'pem.addDomainToAccount',
      'pem.addSubdomain',
      'pem.bindServicesToDomain',
      'pem.getFTPUser',
      'pem.mscrm.createUser',
      'pem.setFTPPassword',
      'pem.unbindServicesFromDomain',
    ]) {
      expect(owned.map((operation) => operation.method)).not.toContain(method);
    }
  });

  it('is whichever counts of a number and a name', () => {
    const paramOf = (method: string): string | undefined =>
      owned.find((operation) => operation.method === method)?.owner?.param;
    expect(paramOf('pem.enableDomain')).toBe('domain_name');
    expect(paramOf('pem.disableDomain')).toBe('domain_name');
    expect(paramOf('pem.removeDomain')).toBe('domain_id');
    expect(paramOf('pem.setDomainRegistrarStatus')).toBe('domain_id');
  });
});
