export type Signup = Readonly<Record<string, unknown>>;

export const PASSWORD = 'pa<ss>&9';
export const CARD = '4111111111111111';

export const CREATE = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) {
  account { id diskQuotaKiB } member { id } signupId idempotencyKey
  userErrors { code message field native { backend method code message } } } }`;

/** A sign-up that the simulated panel takes, on a plan without billing, changed in parts. */
export const createInput = (signup: Signup = {}, more: Signup = {}): { readonly input: Signup } => ({
  input: {
    backend: 'hsphere',
    idempotencyKey: 'k',
    login: 'newcomer',
    password: PASSWORD,
    contact: {
      firstName: 'Zoë',
      lastName: 'Ωmega',
      email: 'zoe@example.test',
      phone: { number: '+49 30 123' },
      address: { street: 'Weg 1', city: 'Berlin', postalCode: '10115', country: 'de' },
    },
    hsphere: { planId: 7004, periodId: 0, ...signup },
    ...more,
  },
});
