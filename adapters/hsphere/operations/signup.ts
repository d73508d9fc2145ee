import { operation } from '../../../src/operation/operation.js';
import { boolean, int, optional, rows, string, struct } from '../../../src/operation/shape.js';
import { ADMIN_SERVICES } from './reference.js';
import { contactInfo, namedParameter, otherParams, paymentInfo } from './signup-shapes.js';

const person = {
  planId: int('Plan.'),
  periodId: int('Billing period: its place in the plan, from 0.'),
  login: string('Login, more than 4 and at most 20 characters.'),
  password: string('Password, 5 to 12 characters.', { secret: true }),
  descr: optional(string('Added to the description of the account.')),
  ci: contactInfo,
  bi: optional(contactInfo),
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
const answer = optional(rows(namedParameter, 'accountId, signupId and userId, or signupId alone.'));
/** The call does many things, and nothing says that they are undone when one of them fails. */
const refusal = 'inconclusive';

/** Without billing `bi` and `pi` are left out, and the plan must be one without billing. */
export const signupUser = operation({
  method: 'signupUser',
  group: 'signup',
  description: 'Signs up a user with an account.',
  effect: 'money',
  refusal,
  params: struct({ ...person, ...rest }),
  result: answer,
  source: ADMIN_SERVICES,
});

/** The form of `signupUser` with 14 parameters, for domains whose registrar is told other contacts. */
export const signupUserWithRegistrant = operation({
  method: 'signupUser',
  group: 'signup',
  description: 'Signs up a user with an account and a domain that others stand for.',
  effect: 'money',
  refusal,
  params: struct({ ...person, srsci: optional(contactInfo), srsbi: optional(contactInfo), ...rest }),
  result: answer,
  source: ADMIN_SERVICES,
  notes: 'The place of srsci and srsbi among the parameters is inferred; Axis goes by names.',
});
