import type {
  ContactInput,
  CreateAccount,
  PaymentType,
  Signup,
  SignupMode,
  SignupPayment,
} from '../../../src/model/index.js';
import type { ParamsOf } from '../../../src/operation/operation.js';
import type { signupUser } from '../operations/index.js';

type ContactParams = ParamsOf<typeof signupUser>['ci'];
type PaymentParams = NonNullable<ParamsOf<typeof signupUser>['pi']>;

const MODS: Readonly<Record<SignupMode, string>> = {
  EMPTY: 'empty',
  OPENSRS: 'opensrs',
  DTRANSFER: 'dtransfer',
  NODOMAIN: 'nodomain',
  THIRD_LEVEL_DOMAIN: '3ldomain',
  SERVICE: 'service',
  SIGNUP: 'signup',
};
const PAYMENT_TYPES: Readonly<Record<PaymentType, string>> = {
  CHECK: 'Check',
  CC: 'CC',
  PAYPAL: 'PayPal',
  WORLDPAY: 'WorldPay',
  TWO_CHECKOUT: '2CheckOut',
  NONE: 'None',
};

/** Without it a sign-up in the mode `empty` succeeds and leaves a faulty user behind. */
export const EMPTY_DOMAIN = { name: 'type_domain', value: 'empty_domain' } as const;

/** A sign-up that says nothing of a domain has none. */
export const modeOf = ({ mode }: Signup): SignupMode => mode ?? 'EMPTY';

/** @param input - as `signupErrors` has let it through */
export function toSignupParams(
  { login, password, contact }: CreateAccount,
  signup: Signup,
): ParamsOf<typeof signupUser> {
  return {
    planId: signup.planId,
    periodId: signup.periodId,
    login: login ?? '',
    password: password ?? '',
    descr: signup.description ?? undefined,
    ci: toContactInfo(contact ?? {}),
    bi: signup.billing == null ? undefined : toContactInfo(signup.billing),
    pi: signup.payment == null ? undefined : toPaymentInfo(signup.payment),
    validateUser: signup.validateUser ?? true,
    mod: MODS[modeOf(signup)],
    otherParams: toOtherParams(signup),
    srsci: signup.registrant == null ? undefined : toContactInfo(signup.registrant),
    srsbi: signup.registrantBilling == null ? undefined : toContactInfo(signup.registrantBilling),
  };
}

function toOtherParams(signup: Signup): ReadonlyArray<readonly string[]> | undefined {
  const given = signup.otherParams ?? [];
  const isComplete = modeOf(signup) !== 'EMPTY' || given.some(({ name }) => name === EMPTY_DOMAIN.name);
  const all = isComplete ? given : [...given, EMPTY_DOMAIN];
  return all.length === 0 ? undefined : all.map(({ name, value }) => [name, value]);
}

const toContactInfo = ({
  firstName,
  lastName,
  companyName,
  email,
  phone,
  fax,
  address,
}: ContactInput): ContactParams => ({
  address1: address?.street ?? undefined,
  address2: address?.address2 ?? undefined,
  address3: address?.address3 ?? undefined,
  city: address?.city ?? undefined,
  country: address?.country?.toUpperCase(),
  email: email ?? undefined,
  fax: fax?.number ?? undefined,
  first_name: firstName ?? undefined,
  last_name: lastName ?? undefined,
  org_name: companyName ?? undefined,
  phone: phone?.number ?? undefined,
  postal_code: address?.postalCode ?? undefined,
  state: address?.state?.toUpperCase() ?? NO_STATE,
});

const NO_STATE = 'NA';

const toPaymentInfo = (payment: SignupPayment): PaymentParams => ({
  cc_type: payment.cardType ?? undefined,
  expDay: payment.expiryDay ?? undefined,
  expMonth: payment.expiryMonth ?? undefined,
  expYear: payment.expiryYear ?? undefined,
  issueNo: payment.issueNumber ?? undefined,
  name: payment.name ?? undefined,
  number: payment.number ?? undefined,
  startDay: payment.startDay ?? undefined,
  startMonth: payment.startMonth ?? undefined,
  startYear: payment.startYear ?? undefined,
  type: PAYMENT_TYPES[payment.type],
});
