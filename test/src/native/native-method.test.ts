import { describe, expect, it } from 'vitest';
import { createMemoryCounters } from '../../../src/cache/counter-store.js';
import type { Backend } from '../../../src/model/index.js';
import { buildNativeSchema } from '../../../src/native/build-schema.js';
import { allMethods, methodsOf, rolesOf } from '../../../src/native/native-method.js';
import { CredentialChecks } from '../../../src/native/permission.js';
import { type AnyOperation, type Operation, operation } from '../../../src/operation/operation.js';
import { array, int, optional, string, struct } from '../../../src/operation/shape.js';

const method = (name: string, more: Partial<Operation> = {}): AnyOperation =>
  operation({
    method: name,
    group: 'g',
    description: `Does ${name}.`,
    effect: 'read',
    params: struct({ id: int('Id.') }),
    result: struct({ id: int('Id.') }),
    source: 'a test',
    ...more,
  });

/** As much of a backend as methods are read from. */
const backend = (name: string, operations: readonly AnyOperation[]): Backend =>
  ({ name, kind: 'MSPC', operations }) as unknown as Backend;

const schemaOf = (...backends: readonly Backend[]) =>
  buildNativeSchema({
    backends,
    raw: false,
    credentialChecks: new CredentialChecks(createMemoryCounters(), 10),
  });

describe('the methods of a backend', () => {
  it('are known by their service, too, where another service has one of the same name', () => {
    const built = method('GetServers');
    const mounted = method('GetServers', { service: 'esOther.asmx' });
    const found = methodsOf(
      backend('a', [built, mounted, method('GetServers', { service: 'esOther.asmx' })]),
    );
    expect(
      [...found].map(([name, one]) => [name, one.operation === built || one.operation === mounted]),
    ).toEqual([
      ['GetServers', true],
      ['esOther.GetServers', true],
    ]);
    expect(found.get('GetServers')?.operation).toBe(built);
    expect(found.get('esOther.GetServers')?.field).toBe('mspc_esOther_GetServers');
  });

  it('are one field for all backends of a kind that have them', () => {
    const shared = method('GetUser');
    const own = method('GetOther');
    const backends = [backend('a', [shared]), backend('b', [shared, own])];
    expect(allMethods(backends).map(({ field }) => field)).toEqual(['mspc_getUser', 'mspc_getOther']);
  });

  it('take the roles that their descriptors call for', () => {
    expect(rolesOf(method('a'))).toEqual(['native']);
    expect(rolesOf(method('b', { effect: 'money', destructive: true, checksCredentials: true }))).toEqual([
      'native',
      'money',
      'destructive',
      'credentials',
    ]);
  });
});

describe('the native schema', () => {
  it('shows nothing of a secret, and no type where nothing else is left', () => {
    const schema = schemaOf(
      backend('a', [
        method('Tell', {
          result: struct({ login: string('Login.'), pw: string('Password.', { secret: true }) }),
        }),
        method('TellOnly', { result: struct({ pw: string('Password.', { secret: true }) }) }),
      ]),
    );
    const fields = schema.getQueryType()?.getFields();
    expect(String(fields?.mspc_tell?.type)).toBe('MspcTell');
    expect(String(fields?.mspc_tellOnly?.type)).toBe('Boolean');
    expect(JSON.stringify(Object.keys(schema.getTypeMap()))).not.toMatch(/Pw/);
  });

  it('gives members that are no names in GraphQL one that is', () => {
    const odd = struct({ '#text': string('Text.'), 'a-b': optional(int('Number.')) });
    const schema = schemaOf(backend('a', [method('Odd', { params: odd, result: array(odd, 'Rows.') })]));
    const input = schema.getType('MspcOddInput');
    expect(Object.keys(input !== undefined && 'getFields' in input ? input.getFields() : {})).toEqual([
      '_text',
      'a_b',
    ]);
    expect(String(schema.getQueryType()?.getFields().mspc_odd?.type)).toBe('[MspcOdd]');
  });

  it('shares a type among equal structs, and tells those apart that take other members', () => {
    const person = struct({ name: string('Name.') });
    const schema = schemaOf(
      backend('a', [
        method('One', { params: struct({ person }) }),
        method('Two', { params: struct({ person: optional(person) }) }),
        method('Three', { params: struct({ person: { ...person, open: true } as typeof person }) }),
      ]),
    );
    const names = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith('PersonInput'));
    expect(names).toEqual(['MspcOnePersonInput', 'MspcThreePersonInput']);
  });

  it('marks what the vendor calls deprecated', () => {
    const schema = schemaOf(backend('a', [method('Old', { deprecated: 'Use New.' })]));
    expect(schema.getQueryType()?.getFields().mspc_old?.deprecationReason).toBe('Use New.');
  });
});
