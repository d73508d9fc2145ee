import type { CreateAccount, Signup, SignupPayment, UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import { contactErrors, notTaken } from './contact-errors.js';
import { EMPTY_DOMAIN, modeOf } from './signup-params.js';

/** The prose asks for more than 4 characters, and other panels take 4: whether 4 pass is the panel's word. */
const LOGIN = /^[\p{L}\p{N}._-]{4,20}$/u;
const MIN_PASSWORD = 5;
const MAX_PASSWORD = 12;

/**
 * What the documents rule out in a sign-up.
 *
 * @see H-Sphere Developer Guide, "H-Sphere XML API: Admin Services", signupUser
 */
export function signupErrors(input: CreateAccount): readonly UserError[] {
  const { login, password, contact, hsphere } = input;
  return [
    ...foreignMembers(input),
    ...(LOGIN.test(login ?? '')
      ? []
      : [invalid('login must have 4 to 20 characters, and no special ones', 'login')]),
    ...passwordErrors(password ?? ''),
    ...(contact == null
      ? [invalid('contact is required on H-Sphere', 'contact')]
      : contactErrors(contact, 'contact')),
    ...(hsphere == null
      ? [invalid('hsphere is required on H-Sphere', 'hsphere')]
      : [...planErrors(hsphere), ...paymentErrors(hsphere), ...domainErrors(hsphere)]),
  ];
}

/** Java counts UTF-16 units, people count characters: what either of them lets through goes to the panel. */
function passwordErrors(password: string): readonly UserError[] {
  const fits = password.length >= MIN_PASSWORD && [...password].length <= MAX_PASSWORD;
  return fits
    ? []
    : [invalid(`password must have ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`, 'password')];
}

/** Members for other panels; those that have defaults count when they say something else. */
function foreignMembers(input: CreateAccount): readonly UserError[] {
  const given = notTaken(
    input,
    [
      'memberContact',
      'parentId',
      'nativeId',
      'memberNativeId',
      'subscriptionId',
      'memberSubscriptionId',
      'brandedDomain',
      'locale',
      'externalInfo',
      'checkQuality',
      'comments',
    ],
    [],
  );
  const changed = Object.entries(DEFAULTS)
    .filter(([member, value]) => (input[member as keyof CreateAccount] ?? value) !== value)
    .map(([member, value]) => invalid(`${member}: H-Sphere takes ${String(value)} only`, member));
  return [...given, ...changed];
}

const DEFAULTS = {
  kind: 'CUSTOMER',
  status: 'ACTIVE',
  demo: false,
  peer: false,
  sendLetter: false,
  htmlMail: true,
} as const satisfies Partial<CreateAccount>;

const planErrors = ({ periodId }: Signup): readonly UserError[] =>
  periodId < 0 ? [invalid('periodId counts from 0', 'hsphere', 'periodId')] : [];

/** Whether somebody pays: older panels are told of nobody by the type NONE, newer ones by no payment. */
const isBilled = ({ payment }: Signup): boolean => payment != null && payment.type !== 'NONE';

function paymentErrors(signup: Signup): readonly UserError[] {
  const { billing, payment } = signup;
  const errors: UserError[] = [];
  if (billing != null) errors.push(...contactErrors(billing, 'hsphere', 'billing'));
  if (billing != null && payment == null) {
    errors.push(invalid('payment is required with billing', 'hsphere', 'payment'));
  }
  if (billing == null && isBilled(signup)) {
    errors.push(invalid('billing is required with payment', 'hsphere', 'billing'));
  }
  return payment == null ? errors : [...errors, ...cardErrors(payment)];
}

function cardErrors(payment: SignupPayment): readonly UserError[] {
  const path = ['hsphere', 'payment'];
  if (payment.type === 'CC') {
    return payment.number ? [] : [invalid('number is required for a card', ...path, 'number')];
  }
  const { type: _, ...card } = payment;
  const members = Object.keys(card) as Array<keyof typeof card>;
  return notTaken(card, members, path, 'only a card has it');
}

function domainErrors(signup: Signup): readonly UserError[] {
  const { otherParams, registrant, registrantBilling } = signup;
  const mode = modeOf(signup);
  const errors: UserError[] = [];
  if (registrant != null) errors.push(...contactErrors(registrant, 'hsphere', 'registrant'));
  if (registrantBilling != null)
    errors.push(...contactErrors(registrantBilling, 'hsphere', 'registrantBilling'));
  if (mode !== 'OPENSRS') {
    const members = ['registrant', 'registrantBilling'] as const;
    errors.push(...notTaken(signup, members, ['hsphere'], 'only the mode OPENSRS registers a domain'));
  } else if (!isBilled(signup)) {
    errors.push(invalid('mode OPENSRS needs billing and payment', 'hsphere', 'mode'));
  }
  if (mode === 'EMPTY') {
    (otherParams ?? []).forEach(({ name, value }, index) => {
      if (name !== EMPTY_DOMAIN.name || value === EMPTY_DOMAIN.value) return;
      const message = `${name} is ${EMPTY_DOMAIN.value} in the mode EMPTY`;
      errors.push(invalid(message, 'hsphere', 'otherParams', String(index), 'value'));
    });
  }
  return errors;
}
