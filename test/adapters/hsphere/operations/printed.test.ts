import { describe, expect, it } from 'vitest';
import { hsphereOperations, shortSignup } from '../../../../adapters/hsphere/operations/index.js';
import type { Members, Shape } from '../../../../src/operation/shape.js';

/**
 * Parameters behind the login, as the samples of "H-Sphere XML API: Admin Services" (21 Aug 2006) send them, with their
 * types on the wire and what is answered.
 */
const PRINTED: Readonly<Record<string, readonly [parameters: readonly string[], answer: string]>> = {
  signupUser: [
    [
      'planId int',
      'periodId int',
      'login string',
      'password string',
      'descr string',
      'ci ContactInfo',
      'bi ContactInfo',
      'srsci ContactInfo',
      'srsbi ContactInfo',
      'pi PaymentInfo',
      'validateUser boolean',
      'mod string',
      'otherParams Array',
    ],
    'Array',
  ],
  suspendAccount: [['accountId long', 'reason string'], 'empty'],
  resumeAccount: [['accountId long'], 'empty'],
  deleteAccount: [['accountId long'], 'empty'],
  getQuota: [['accountId long'], 'double'],
  oneTimeDebit: [
    [
      'accountId long',
      'amount double',
      'description string',
      'note string',
      'isInvoice boolean',
      'inclTaxes boolean',
    ],
    'empty',
  ],
  monthlyBasedDebit: [
    [
      'accountId long',
      'amount double',
      'duration int',
      'frequency int',
      'description string',
      'note string',
      'adminNote string',
      'startOn int',
      'isInfinite boolean',
      'isInvoice boolean',
    ],
    'empty',
  ],
  billingPeriodBasedDebit: [
    ['accountId long', 'amount double', 'description string', 'note string', 'adminNote string'],
    'empty',
  ],
  addCredit: [['accountId long', 'amount double', 'description string', 'text string', 'id string'], 'empty'],
  getAccounts: [[], 'Array'],
  // A string that holds a number.
  searchAccIdBySignupId: [['signupId long'], 'long'],
  searchUserIdBySignupId: [['signupId long'], 'long'],
};
/** From the summary table of the later Javadoc. */
const JAVADOC: typeof PRINTED = {
  changeQuota: [['accountId long', 'value double'], 'empty'],
  checkUser: [['login string'], 'boolean'],
};

/** Fields of the beans, as the samples have them. */
const BEANS: Readonly<Record<string, readonly string[]>> = {
  ContactInfo: [
    'address1',
    'address2',
    'address3',
    'city',
    'country',
    'email',
    'fax',
    'first_name',
    'last_name',
    'org_name',
    'phone',
    'postal_code',
    'state',
    'state2',
  ],
  PaymentInfo: [
    'cc_type',
    'expDay',
    'expMonth',
    'expYear',
    'issueNo',
    'name',
    'number',
    'startDay',
    'startMonth',
    'startYear',
    'type',
  ],
};

function wireType(shape: Shape | null): string {
  switch (shape?.kind) {
    case undefined:
      return 'empty';
    case 'struct':
      return shape.typeName ?? 'an unnamed bean';
    case 'array':
      return 'Array';
    case 'int64':
      return 'long';
    // Money travels as a double, in exactly its digits.
    case 'decimal':
      return 'double';
    default:
      return shape?.kind ?? '';
  }
}

const written = (members: Members): readonly string[] =>
  Object.entries(members).map(([name, shape]) => `${name} ${wireType(shape)}`);

describe('the actions of H-Sphere', () => {
  it('are those of the page, and of the later list those that the graph needs', () => {
    expect(hsphereOperations.map(({ method }) => method).sort()).toEqual(
      [...Object.keys(PRINTED), ...Object.keys(JAVADOC)].sort(),
    );
  });

  it.each(Object.entries({ ...PRINTED, ...JAVADOC }))(
    'take and answer what is printed: %s',
    (method, [parameters, answer]) => {
      const operation = hsphereOperations.find((each) => each.method === method);
      expect(written(operation?.params.members as Members)).toEqual(parameters);
      expect(wireType(operation?.result as Shape | null)).toBe(answer);
    },
  );

  it('have a shorter form of the signup, without the contacts of a registrar', () => {
    const [parameters = []] = PRINTED.signupUser ?? [];
    expect(written(shortSignup.members)).toEqual(parameters.filter((parameter) => !/^srs/.test(parameter)));
    // Both count the login.
    expect([written(shortSignup.members).length + 1, parameters.length + 1]).toEqual([12, 14]);
  });

  it.each(Object.entries(BEANS))('send beans with the fields of the samples: %s', (bean, fields) => {
    const beans = hsphereOperations.flatMap(({ params }) =>
      Object.values(params.members as Members).filter(
        (shape) => shape.kind === 'struct' && shape.typeName === bean,
      ),
    );
    expect(beans).not.toHaveLength(0);
    for (const shape of beans) {
      expect(Object.keys((shape as { readonly members: Members }).members)).toEqual(fields);
    }
  });
});
