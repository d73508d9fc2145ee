import { describe, expect, it } from 'vitest';
import { enumNames } from '../../../src/native/enum-names.js';
import { memberNames, NameSpace, toFieldName, toGraphqlName, toTypeName } from '../../../src/native/names.js';

describe('names of the native graph', () => {
  it.each([
    ['POA', 'pem.iis.addDomainMapping', 'poa_iis_addDomainMapping'],
    ['POA', 'pem.getAccountInfo', 'poa_getAccountInfo'],
    ['POA', 'txn.Begin', 'poa_txn_Begin'],
    ['MSPC', 'AddHostingAddon', 'mspc_addHostingAddon'],
    ['HSPHERE', 'monthlyBasedDebit', 'hsphere_monthlyBasedDebit'],
    ['ENOM', 'SetCatchAll', 'enom_setCatchAll'],
    ['MSPC', 'esServers.Get-Servers', 'mspc_esServers_Get_Servers'],
  ] as const)('make of %s %s the field %s', (kind, method, field) => {
    expect(toFieldName(kind, method)).toBe(field);
  });

  it('make one word of a field for its types', () => {
    expect(toTypeName('poa_iis_addDomainMapping')).toBe('PoaIisAddDomainMapping');
  });

  it('replace what GraphQL cannot carry, and leave its own names alone', () => {
    expect(toGraphqlName('a-b c')).toBe('a_b_c');
    expect(toGraphqlName('2nd')).toBe('_2nd');
    expect(toGraphqlName('__typename')).toBe('_typename');
  });

  it('never give two members of a struct one name, and let those stay that can', () => {
    expect([...memberNames(['a-b', 'a_b', 'a.b'])]).toEqual([
      ['a-b', 'a_b2'],
      ['a_b', 'a_b'],
      ['a.b', 'a_b3'],
    ]);
  });

  it('number a name that is taken', () => {
    const names = new NameSpace(['Query']);
    expect([names.take('Query'), names.take('Query'), names.take('Other')]).toEqual([
      'Query2',
      'Query3',
      'Other',
    ]);
  });
});

describe('names of an enumeration', () => {
  const named = (...values: ReadonlyArray<readonly [number | string, string]>) =>
    enumNames(values.map(([value, meaning]) => ({ value, meaning })) as Parameters<typeof enumNames>[0]);

  it('are the values where these are names', () => {
    expect(named(['GP', 'general'], ['RP', 'reseller'])).toEqual(['GP', 'RP']);
  });

  it('are the beginnings of their meanings for numbers', () => {
    expect(named([0, 'succeeded, or nothing was scheduled'], [1, 'running'])).toEqual([
      'SUCCEEDED',
      'RUNNING',
    ]);
  });

  it('are the whole meanings where the beginnings are alike', () => {
    expect(named([0, 'off: for good'], [1, 'off: for now'])).toEqual(['OFF_FOR_GOOD', 'OFF_FOR_NOW']);
  });

  it('are none where no names can be made', () => {
    expect(named([0, '2.0'], [1, '3.0'])).toBeNull();
    expect(named(['true', '—'], ['false', '—'])).toBeNull();
    expect(named([0, 'same'], [1, 'same'])).toBeNull();
  });
});
