import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import { AT, faultString, members, operation, type Posted, post, token, typed } from './hand-written.js';

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

const bean = (id: string, type: string, fields: Readonly<Record<string, string>>) =>
  `<multiRef id="${id}" soapenc:root="0" xsi:type="t:${type}" xmlns:t="urn:AdminServices">${Object.entries(
    fields,
  )
    .map(([name, value]) => typed(name, 'string', value))
    .join('')}</multiRef>`;

const CONTACT = {
  first_name: 'Jo',
  last_name: 'Kray',
  org_name: 'Kray & Co'.replace('&', '&amp;'),
  address1: 'Quay 1',
  city: 'Bergen',
  state: 'NA',
  state2: 'Vestland',
  country: 'NO',
  postal_code: '5003',
  phone: '+47.55000000',
  email: 'jo@kray.example',
};
const CARD = { type: 'CC', number: '4000000000000002', name: 'Jo Kray', cc_type: 'VISA', expYear: '2031' };
const pair = (name: string, value: string) =>
  `<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]">${typed('item', 'string', name)}${typed('item', 'string', value)}</item>`;
const otherParams = (...pairs: string[]) =>
  `<otherParams xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[7]">${pairs.join('')}</otherParams>`;
const EMPTY_DOMAIN = otherParams(pair('type_domain', 'empty_domain'));
const BILLED = '<bi href="#bi"/><pi href="#pi"/>';
const UNBILLED = '<bi xsi:nil="true"/><pi xsi:nil="true"/>';
const BILLING_BEANS = bean('bi', 'ContactInfo', CONTACT) + bean('pi', 'PaymentInfo', CARD);

interface Signup {
  readonly planId?: number;
  readonly periodId?: number;
  readonly login?: string;
  readonly password?: string;
  readonly mod?: string;
  readonly contact?: Readonly<Record<string, string>>;
  readonly billing?: string;
  readonly extra?: string;
  readonly other?: string;
  readonly beans?: string;
}

const signUp = (signup: Signup = {}): Promise<Posted> => {
  const { planId = 7003, periodId = 0, login = 'kraybergen', password = 'pass word' } = signup;
  const { contact = CONTACT, billing = BILLED, mod = 'empty', other = EMPTY_DOMAIN } = signup;
  const { extra = '', beans = BILLING_BEANS } = signup;
  const parameters = [
    AT,
    typed('planId', 'int', planId),
    typed('periodId', 'int', periodId),
    typed('login', 'string', login),
    typed('password', 'string', password),
    typed('descr', 'string', 'by hand'),
    '<ci href="#ci"/>',
    billing,
    extra,
    typed('validateUser', 'boolean', true),
    typed('mod', 'string', mod),
    other,
  ];
  const beside = beans + bean('ci', 'ContactInfo', contact) + token();
  return post(panel, operation('signupUser', parameters.join(''), beside));
};

const named = (answer: Posted): Record<string, string> =>
  Object.fromEntries(
    members(answer, 'signupUserReturn').map((markup = '') => {
      const [, name = '', value = ''] = /<name[^>]*>([^<]*)<\/name><value[^>]*>([^<]*)</.exec(markup) ?? [];
      return [name, value];
    }),
  );

it('signs a user up and answers the three ids by name', async () => {
  const answer = await signUp();
  expect(answer.status).toBe(200);
  const ids = named(answer);
  expect(Object.keys(ids)).toEqual(['accountId', 'signupId', 'userId']);
  expect(BigInt(ids.signupId ?? 0)).toBeGreaterThan(2n ** 31n);
  expect(panel.state.account(BigInt(ids.accountId ?? 0))).toMatchObject({
    signupId: BigInt(ids.signupId ?? 0),
    planId: 7003,
    description: 'by hand',
    contact: { org_name: 'Kray & Co', city: 'Bergen', fax: null },
    incomplete: false,
  });
  expect(panel.state.holderOf(BigInt(ids.accountId ?? 0))?.login).toBe('kraybergen');
});

it('writes the signup into the ledger, without password or card', async () => {
  await signUp();
  expect(panel.state.ledger).toEqual([
    {
      kind: 'signup',
      accountId: 5101n,
      signupId: 4_300_000_001n,
      userId: 1001n,
      login: 'kraybergen',
      planId: 7003,
      periodId: 0,
      mod: 'empty',
      paymentType: 'CC',
    },
  ]);
});

it('lists the new account for its user, and for the administrator who made it', async () => {
  await signUp();
  const list = async (as: { login?: string; password?: string }) =>
    members(await post(panel, operation('getAccounts', AT, token(as))), 'getAccountsReturn');
  expect(await list({ login: 'kraybergen', password: 'pass word' })).toEqual(['5101']);
  expect((await list({})).includes('5101')).toBe(true);
});

it('takes the longer form with registrar contacts', async () => {
  const extra = '<srsci href="#bi"/><srsbi xsi:nil="true"/>';
  const answer = await signUp({
    extra,
    mod: 'opensrs',
    other: otherParams(pair('domain_name', 'kray.example')),
  });
  expect(answer.status).toBe(200);
  expect(panel.calls[0]?.params).toMatchObject({ srsci: { city: 'Bergen' }, srsbi: null });
});

it('signs up without billing on a plan without billing', async () => {
  const answer = await signUp({ planId: 7004, billing: UNBILLED, beans: '' });
  expect(answer.status).toBe(200);
  expect(panel.state.ledger).toMatchObject([{ paymentType: null }]);
});

it('takes billing that is left out for billing that is null', async () => {
  expect((await signUp({ planId: 7004, billing: '', beans: '' })).status).toBe(200);
});

it('takes the payment type None for no billing', async () => {
  const beans = bean('pi', 'PaymentInfo', { type: 'None' });
  expect((await signUp({ planId: 7004, billing: '<pi href="#pi"/>', beans })).status).toBe(200);
  expect(faultString(await signUp({ login: 'second', billing: '<pi href="#pi"/>', beans }))).toMatch(
    /PlanException: Plan 7003 needs billing/,
  );
});

it.each([
  ['without the pair for an empty domain', otherParams(pair('seller_id', '1'))],
  ['with a space after the name of the pair', otherParams(pair('type_domain ', 'empty_domain'))],
  ['without any pair', '<otherParams xsi:nil="true"/>'],
])('makes a faulty account when mod is empty, %s', async (_case, other) => {
  const { accountId = '0' } = named(await signUp({ other }));
  expect(panel.state.account(BigInt(accountId)).incomplete).toBe(true);
});

it('takes a state that is no two letters, as the vendor’s sample has one', async () => {
  expect((await signUp({ contact: { ...CONTACT, state: 'Vestland' } })).status).toBe(200);
});

it.each<[string, Signup, string]>([
  ['a login of 4 characters', { login: 'four' }, 'ValidationException: A login has'],
  ['a login of 21 characters', { login: 'a'.repeat(21) }, 'ValidationException: A login has'],
  ['a login with a special symbol', { login: 'jo_kray!' }, 'ValidationException: A login has'],
  ['a password of 4 characters', { password: 'four' }, 'ValidationException: A password has'],
  ['a password of 13 characters', { password: 'thirteen13131' }, 'ValidationException: A password has'],
  ['a login that is taken', { login: 'nordlicht' }, 'DuplicateLoginException: The login nordlicht is taken.'],
  ['an unknown plan', { planId: 1 }, 'PlanException: There is no plan 1.'],
  ['a period that the plan lacks', { periodId: 2 }, 'PlanException: Plan 7003 has no period 2.'],
  ['an unknown mod', { mod: 'gift' }, 'ValidationException: There is no such mod.'],
  [
    'a country of three letters',
    { contact: { ...CONTACT, country: 'NOR' } },
    'ValidationException: A country',
  ],
  ['no billing on a billed plan', { billing: UNBILLED, beans: '' }, 'PlanException: Plan 7003 needs billing'],
  [
    'no billing and a domain to register',
    { planId: 7004, billing: UNBILLED, beans: '', mod: 'opensrs' },
    'ValidationException: A signup without billing',
  ],
  [
    'an unknown payment type',
    {
      billing: BILLED,
      beans: bean('bi', 'ContactInfo', CONTACT) + bean('pi', 'PaymentInfo', { type: 'Gold' }),
    },
    'ValidationException: A payment has',
  ],
])('refuses %s and changes nothing', async (_case, signup, message) => {
  const answer = await signUp(signup);
  expect(answer.status).toBe(500);
  expect(faultString(answer)).toContain(`psoft.hsphere.sandbox.${message}`);
  expect(panel.state.ledger).toEqual([]);
  expect(panel.state.accounts.size).toBe(14);
});

it.each([
  [
    'a string for a pair',
    otherParams(typed('item', 'string', 'type_domain')),
    'java.lang.ClassCastException',
  ],
  [
    'a pair of one',
    otherParams(`<item xsi:type="soapenc:Array">${typed('item', 'string', 'a')}</item>`),
    'java.lang.ArrayIndexOutOfBoundsException: 1',
  ],
  [
    'a number as a value',
    otherParams(
      `<item xsi:type="soapenc:Array">${typed('item', 'string', 'a')}${typed('item', 'int', 1)}</item>`,
    ),
    'java.lang.ClassCastException',
  ],
])('fails as Java would for %s', async (_case, other, message) => {
  expect(faultString(await signUp({ other }))).toBe(message);
});

it('fails on a contact that is null', async () => {
  const answer = await signUp({ contact: {} });
  expect(faultString(answer)).toContain('A country has 2 letters.');
  const without = await post(
    panel,
    operation(
      'signupUser',
      AT +
        typed('planId', 'int', 7004) +
        typed('periodId', 'int', 0) +
        typed('login', 'string', 'nobodyhere') +
        typed('password', 'string', 'secret') +
        typed('validateUser', 'boolean', true),
      token(),
    ),
  );
  expect(faultString(without)).toBe('java.lang.NullPointerException');
});
