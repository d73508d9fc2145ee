import { describe, expect, it } from 'vitest';
import { enomOperations } from '../../../../adapters/enom/operations/index.js';
import type { Members } from '../../../../src/operation/shape.js';
import { paramsOf, resultOf } from '../../../support/shape-places.js';

/** Parameters of the queries in the "Email Purchase Quick Start" (December 2014), and elements of their answers. */
const GUIDE: Readonly<Record<string, readonly [query: string, elements: string]>> = {
  PurchaseServices: [
    'service sld tld quantity capacity billingperiod quantityunit',
    'Version orderid OrderAmount Bundles ActionType BundleID VasItemID DomainName Capacity Period BillingPeriod ' +
      'ExpDate Quantity TotalQuantity BundleCount',
  ],
  GetPop3: [
    'sld tld',
    'EmailCount Paks BundleId QtyPurchased QtyAvailable ExpDate AutoRenew Quota ProdType Version Count ' +
      'AdditionalHostAcctLogin',
  ],
  SetPakRenew: ['AutoPakRenew BundleID sld tld', 'PakUpdated AutoPakRenew'],
  SetupPop3User: ['BundleID UserName1 Password1 sld1 tld1 ForwardTo1', 'AccountsCreated AccountsFailed'],
  ModifyPop3: [
    'UserName1 IsAdmin1 BundleID sld tld EmailCount Password1',
    'AccountsModified AccountsFailed Version',
  ],
  DeletePop3: ['UserName1 sld tld', 'AccountsDeleted'],
};
/** Commands that the guide names without describing them. */
const NAMED = ['GetCatchAll', 'SetCatchAll', 'GetPopForwarding', 'SetPopForwarding', 'GetPopExpirations'];
/** Commands of the catalogue on domains, on money and on email paks. */
const CATALOGUE = [
  'Check',
  'DeletePOPPak',
  'GetAllDomains',
  'GetBalance',
  'GetDNS',
  'GetDomainExp',
  'GetDomainInfo',
  'GetDomains',
  'GetRegLock',
  'GetRenew',
  'PE_GetPOPPrice',
  'PurchasePOPBundle',
  'RenewPOPBundle',
  'SetRenew',
];

/** The service knows no case. */
const lower = (names: readonly string[]): readonly string[] => names.map((name) => name.toLowerCase()).sort();

const operationNamed = (command: string) => {
  const found = enomOperations.find(({ method }) => method.toLowerCase() === command.toLowerCase());
  if (found === undefined) throw new Error(`${command} has no descriptor.`);
  return found;
};

describe('the commands of eNom', () => {
  it('are those of the guide, those that it names and those of the catalogue', () => {
    expect(lower(enomOperations.map(({ method }) => method))).toEqual(
      lower([...Object.keys(GUIDE), ...NAMED, ...CATALOGUE]),
    );
  });

  it.each(Object.entries(GUIDE))('take the parameters of the guide’s query: %s', (command, [query]) => {
    const names = paramsOf(operationNamed(command)).flatMap(({ name, path }) =>
      name === '' ? [] : [path.includes('[].') ? `${name}1` : name],
    );
    for (const parameter of query.split(' ')) expect(lower(names)).toContain(parameter.toLowerCase());
  });

  it.each(Object.entries(GUIDE))('answer the elements of the guide’s sample: %s', (command, [, elements]) => {
    const names = resultOf(operationNamed(command)).map(({ name }) => name.toLowerCase());
    for (const element of elements.split(' ')) expect(names).toContain(element.toLowerCase());
  });

  it('have the words and bounds of the guide', () => {
    const { members } = operationNamed('PurchaseServices').params as { readonly members: Members };
    const wordsOf = (name: string) => {
      const shape = members[name];
      return shape?.kind === 'string' ? shape.values?.map(({ value }) => value) : undefined;
    };
    expect(wordsOf('quantityunit')).toEqual(['boxes', 'packs']);
    expect(wordsOf('billingperiod')).toEqual(['month', 'year']);
    expect(members.quantity).toMatchObject({ max: 999 });
    expect(members.capacity).toMatchObject({ default: 1, unit: 'GB' });
    expect(members.billingperiod).toMatchObject({ default: 'year' });
  });
});
