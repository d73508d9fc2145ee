import { enumOf } from './enum-of.js';

export const SignupModeEnum = enumOf('SignupMode', 'What an H-Sphere sign-up begins with.', {
  EMPTY: 'No domain at all.',
  OPENSRS: 'A domain that is registered with it.',
  DTRANSFER: 'A domain that is transferred with it.',
  NODOMAIN: 'A domain that stays with its registrar.',
  THIRD_LEVEL_DOMAIN: 'A name below a domain of the provider.',
  SERVICE: 'A service without a domain.',
  SIGNUP: 'What the vendor’s own sample sends; it is in none of its lists.',
});

export const PaymentTypeEnum = enumOf('PaymentType', 'How an H-Sphere account pays.', {
  CHECK: 'By cheque.',
  CC: 'By credit card.',
  PAYPAL: 'By PayPal.',
  WORLDPAY: 'By WorldPay.',
  TWO_CHECKOUT: 'By 2CheckOut.',
  NONE: 'Not at all.',
});
