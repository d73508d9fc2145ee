import { describe, expect, it } from 'vitest';
import { signupErrors } from '../../../../adapters/hsphere/writes/signup-errors.js';
import type { CreateAccount, Signup } from '../../../../src/model/index.js';

/** As the graph hands it on: members with defaults are there. */
const input: CreateAccount = {
  backend: 'hsphere',
  kind: 'CUSTOMER',
  status: 'ACTIVE',
  demo: false,
  peer: false,
  sendLetter: false,
  htmlMail: true,
  login: 'newcomer',
  password: 'secret',
  contact: { address: { country: 'de', state: 'NA' } },
  hsphere: { planId: 7003, periodId: 0, validateUser: true },
};
const signup: Signup = { planId: 7003, periodId: 0 };
const card = { type: 'CC', number: '4111111111111111', expiryMonth: '12', expiryYear: '2030' } as const;

/** Paths below the input, joined by dots. */
const fieldsOf = (change: Partial<CreateAccount>): readonly string[] =>
  signupErrors({ ...input, ...change }).map(({ code, field }) => {
    expect(code).toBe('INVALID');
    expect(field?.[0]).toBe('input');
    return field?.slice(1).join('.') ?? '';
  });
const signupFieldsOf = (change: Partial<Signup>) => fieldsOf({ hsphere: { ...signup, ...change } });

describe('a sign-up that documents allow', () => {
  it.each<[string, Partial<CreateAccount>]>([
    ['has nothing but what it needs', {}],
    ['has a login of 4 characters, on which documents disagree', { login: 'anna' }],
    ['has a login of 20', { login: 'a'.repeat(20) }],
    ['has a password of 5 characters', { password: '<&>"\'' }],
    ['has a password of 12 characters beyond the basic plane', { password: '🌙'.repeat(12) }],
    ['says nothing of a state and a country', { contact: {} }],
    [
      'has null where it could say nothing',
      { kind: null, demo: null, comments: null, contact: { title: null } },
    ],
    ['is paid by card', { hsphere: { ...signup, billing: {}, payment: card } }],
    ['is paid by cheque', { hsphere: { ...signup, billing: {}, payment: { type: 'CHECK' } } }],
    ['says to an old panel that nobody pays', { hsphere: { ...signup, payment: { type: 'NONE' } } }],
    [
      'says itself that there is no domain',
      {
        hsphere: { ...signup, mode: 'EMPTY', otherParams: [{ name: 'type_domain', value: 'empty_domain' }] },
      },
    ],
    [
      'registers a domain for others',
      {
        hsphere: {
          ...signup,
          mode: 'OPENSRS',
          billing: {},
          payment: card,
          registrant: {},
          registrantBilling: {},
        },
      },
    ],
  ])('%s', (_, change) => expect(fieldsOf(change)).toEqual([]));
});

describe('a sign-up that documents rule out', () => {
  it.each<[string, Partial<CreateAccount>, readonly string[]]>([
    ['a login of 3 characters', { login: 'ann' }, ['login']],
    ['a login of 21', { login: 'a'.repeat(21) }, ['login']],
    ['a login with a blank', { login: 'ann a' }, ['login']],
    ['a login with a special character', { login: 'anna$' }, ['login']],
    ['no login', { login: null }, ['login']],
    ['a password of 4 characters', { password: 'abcd' }, ['password']],
    ['a password of 13', { password: 'a'.repeat(13) }, ['password']],
    ['no password', { password: null }, ['password']],
    ['no contact', { contact: null }, ['contact']],
    ['no plan', { hsphere: null }, ['hsphere']],
    ['a country by its name', { contact: { address: { country: 'Germany' } } }, ['contact.address.country']],
    ['a state by its name', { contact: { address: { state: 'Texas' } } }, ['contact.address.state']],
    ['an empty state', { contact: { address: { state: '' } } }, ['contact.address.state']],
    ['a title', { contact: { title: 'Dr' } }, ['contact.title']],
    ['a house number apart', { contact: { address: { houseNumber: '1' } } }, ['contact.address.houseNumber']],
    [
      'a phone in parts',
      { contact: { phone: { countryCode: '49', number: '30' } } },
      ['contact.phone.countryCode'],
    ],
    ['a reseller', { kind: 'RESELLER' }, ['kind']],
    ['a state to begin in', { status: 'SUSPENDED' }, ['status']],
    ['a letter', { sendLetter: true }, ['sendLetter']],
    ['plain mail', { htmlMail: false }, ['htmlMail']],
    ['a parent', { parentId: '1' }, ['parentId']],
    [
      'everything at once',
      { login: '', password: '', contact: null, hsphere: null },
      ['login', 'password', 'contact', 'hsphere'],
    ],
  ])('has %s', (_, change, fields) => expect(fieldsOf(change)).toEqual(fields));

  it.each<[string, Partial<Signup>, readonly string[]]>([
    ['a period below 0', { periodId: -1 }, ['periodId']],
    ['somebody who is billed for nothing', { billing: {} }, ['payment']],
    ['a payment by nobody', { payment: { type: 'PAYPAL' } }, ['billing']],
    ['a card without a number', { billing: {}, payment: { type: 'CC' } }, ['payment.number']],
    [
      'a card’s number for a cheque',
      { billing: {}, payment: { type: 'CHECK', number: '1' } },
      ['payment.number'],
    ],
    [
      'a state of the one who is billed',
      { billing: { address: { state: 'BState' } }, payment: card },
      ['billing.address.state'],
    ],
    ['a domain to register that nobody pays', { mode: 'OPENSRS' }, ['mode']],
    [
      'a domain to register with payment NONE',
      { mode: 'OPENSRS', billing: {}, payment: { type: 'NONE' } },
      ['mode'],
    ],
    ['a registrant of no domain', { mode: 'SERVICE', registrant: {} }, ['registrant']],
    [
      'another domain although it has none',
      {
        otherParams: [
          { name: 'a', value: 'b' },
          { name: 'type_domain', value: 'x' },
        ],
      },
      ['otherParams.1.value'],
    ],
  ])('has %s', (_, change, fields) => {
    expect(signupFieldsOf(change)).toEqual(fields.map((field) => `hsphere.${field}`));
  });

  it('is refused in words that repeat nothing of it', () => {
    const said = JSON.stringify(
      signupErrors({
        ...input,
        login: 'secret login',
        password: 'abc',
        hsphere: { ...signup, payment: { type: 'CHECK', number: '4111' } },
      }),
    );
    for (const word of ['secret login', 'abc', '4111']) expect(said).not.toContain(word);
  });
});
