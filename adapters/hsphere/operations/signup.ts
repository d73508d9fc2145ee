import { operation } from '../../../src/operation/operation.js';
import { boolean, int, optional, rows, string, struct } from '../../../src/operation/shape.js';
import { ADMIN_SERVICES } from './reference.js';
import { contactInfo, namedParameter, otherParams, paymentInfo } from './signup-shapes.js';

const person = {
  planId: int('Plan.'),
  periodId: int('Billing period: its place in the plan, from 0.', { min: 0 }),
  // "More than 4", in the document; on other pages of the vendor 4 are enough.
  login: string('Login, more than 4 characters, and no special ones.', { minLength: 4, maxLength: 20 }),
  // At least 5, where Java counts a character beyond U+FFFF as two.
  password: string('Password, from 5 to 12 characters.', { secret: true, maxLength: 12 }),
  descr: optional(string('Added to the description of the account.')),
  ci: contactInfo,
  bi: optional({ ...contactInfo, description: 'Contact data for bills.' }),
};
const rest = {
  pi: optional(paymentInfo),
  validateUser: boolean('Whether the panel checks the data of the user.'),
  mod: optional(
    string('Mode.', {
      open: true,
      values: [
        { value: 'empty', meaning: 'without a domain' },
        { value: 'opensrs', meaning: 'with a domain that is registered' },
        { value: 'dtransfer', meaning: 'with a domain that is transferred' },
        { value: 'nodomain', meaning: 'no domain' },
        { value: '3ldomain', meaning: 'with a domain of the third level' },
        { value: 'service', meaning: 'with a service domain' },
      ],
    }),
  ),
  otherParams: optional(otherParams),
};
/** A contact of its own type on the wire, whoever it is. */
const registrant = (what: string) => ({
  ...contactInfo,
  description: `${what} for the registrar of a domain, where they differ from the user’s.`,
});

/** Of the two forms that the panel has, the one of 12 parameters. */
export const shortSignup = struct({ ...person, ...rest });

/**
 * Without billing `bi` and `pi` are left out, and the plan must be one without billing. Described is the form of 14
 * parameters; where neither `srsci` nor `srsbi` is there, the other one is sent.
 */
export const signupUser = operation({
  method: 'signupUser',
  group: 'signup',
  description: 'Signs up a user with an account.',
  effect: 'money',
  // The call does many things, and nothing says that they are undone when one of them fails.
  refusal: 'inconclusive',
  params: struct({
    ...person,
    srsci: optional(registrant('Contact data')),
    srsbi: optional(registrant('Billing data')),
    ...rest,
  }),
  result: optional(rows(namedParameter, 'accountId, signupId and userId, or signupId alone.')),
  source: ADMIN_SERVICES,
  notes: 'The place of srsci and srsbi among the parameters is inferred; Axis goes by names.',
});
