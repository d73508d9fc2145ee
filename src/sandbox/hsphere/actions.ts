import type { Signature } from './axis/bind.js';
import type { AxisType } from './axis/types.js';
import type { Reply } from './axis/write-reply.js';
import {
  changeQuota,
  deleteAccount,
  getAccounts,
  getQuota,
  resumeAccount,
  suspendAccount,
} from './handlers/accounts.js';
import { addCredit, billingPeriodBasedDebit, monthlyBasedDebit, oneTimeDebit } from './handlers/billing.js';
import type { Handler } from './handlers/call.js';
import {
  checkUser,
  getDescription,
  searchAccIdBySignupId,
  searchUserIdBySignupId,
} from './handlers/lookups.js';
import { signupUser } from './handlers/signup.js';

/** One remote method. */
export interface Action {
  /** The parameter lists that it takes, in the order in which they are tried. */
  readonly forms: readonly Signature[];
  readonly result: Reply['kind'];
  readonly run: Handler;
}

type ParameterTypes = Readonly<Record<string, AxisType>>;

/** A list of parameters written as `name: type`, in the order of the Java method. */
const form = (parameters: ParameterTypes): Signature => Object.entries(parameters);

const TARGET: ParameterTypes = { at: 'AuthToken', accountId: 'long' };
const BOOKING: ParameterTypes = { ...TARGET, amount: 'double', description: 'string' };

const SIGNUP_START: ParameterTypes = {
  at: 'AuthToken',
  planId: 'int',
  periodId: 'int',
  login: 'string',
  password: 'string',
  descr: 'string',
  ci: 'ContactInfo',
  bi: 'ContactInfo',
};
const SIGNUP_END: ParameterTypes = {
  pi: 'PaymentInfo',
  validateUser: 'boolean',
  mod: 'string',
  otherParams: 'array',
};
/** The vendor's samples send no token, its prose lists one. */
const BY_SIGNUP: readonly Signature[] = [
  form({ signupId: 'long' }),
  form({ at: 'AuthToken', signupId: 'long' }),
];

/**
 * The remote methods of AdminServices that are simulated.
 *
 * @see H-Sphere Developer Guide, "H-Sphere XML API: Admin Services" (21 Aug 2006); checkUser, changeQuota and
 *   getDescription: Javadoc of com.psoft.hsphere.axis.AdminServices_PortType
 */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  Object.entries<Action>({
    signupUser: {
      forms: [
        form({ ...SIGNUP_START, ...SIGNUP_END }),
        form({ ...SIGNUP_START, srsci: 'ContactInfo', srsbi: 'ContactInfo', ...SIGNUP_END }),
      ],
      result: 'namedParameters',
      run: signupUser,
    },
    suspendAccount: { forms: [form({ ...TARGET, reason: 'string' })], result: 'void', run: suspendAccount },
    resumeAccount: { forms: [form(TARGET)], result: 'void', run: resumeAccount },
    deleteAccount: { forms: [form(TARGET)], result: 'void', run: deleteAccount },
    getQuota: { forms: [form(TARGET)], result: 'double', run: getQuota },
    changeQuota: { forms: [form({ ...TARGET, value: 'double' })], result: 'void', run: changeQuota },
    oneTimeDebit: {
      forms: [form({ ...BOOKING, note: 'string', isInvoice: 'boolean', inclTaxes: 'boolean' })],
      result: 'void',
      run: oneTimeDebit,
    },
    monthlyBasedDebit: {
      forms: [
        form({
          ...TARGET,
          amount: 'double',
          duration: 'int',
          frequency: 'int',
          description: 'string',
          note: 'string',
          adminNote: 'string',
          startOn: 'int',
          isInfinite: 'boolean',
          isInvoice: 'boolean',
        }),
      ],
      result: 'void',
      run: monthlyBasedDebit,
    },
    billingPeriodBasedDebit: {
      forms: [form({ ...BOOKING, note: 'string', adminNote: 'string' })],
      result: 'void',
      run: billingPeriodBasedDebit,
    },
    addCredit: {
      forms: [form({ ...BOOKING, text: 'string', id: 'string' })],
      result: 'void',
      run: addCredit,
    },
    getAccounts: { forms: [form({ at: 'AuthToken' })], result: 'longs', run: getAccounts },
    searchAccIdBySignupId: { forms: BY_SIGNUP, result: 'string', run: searchAccIdBySignupId },
    searchUserIdBySignupId: { forms: BY_SIGNUP, result: 'string', run: searchUserIdBySignupId },
    checkUser: { forms: [form({ at: 'AuthToken', login: 'string' })], result: 'boolean', run: checkUser },
    getDescription: { forms: [form({})], result: 'string', run: getDescription },
  }),
);
