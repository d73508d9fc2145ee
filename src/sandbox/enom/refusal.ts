/** A business error as the envelope tells it: `Err1`, `ResponseNumber`, `ResponseString`. */
export interface RefusalFacts {
  /** Six digits: system, nature, subject ("Response Codes" of the vendor's command reference). */
  readonly number: number;
  readonly text: string;
  readonly responseString: string;
}

/** Thrown by a command that changed nothing. */
export class Refusal extends Error {
  readonly facts: RefusalFacts;

  constructor(facts: RefusalFacts) {
    super(facts.text);
    this.facts = facts;
  }
}

const refused = (number: number, text: string, responseString: string): RefusalFacts => ({
  number,
  text,
  responseString: `${SYSTEMS[Math.floor(number / 100_000)] ?? 'Unknown'} error; ${responseString}`,
});

const SYSTEMS: Readonly<Record<number, string>> = {
  3: 'Validation',
  5: 'Payment',
  6: 'System',
  7: 'Policy',
};

/** `docs/sandbox-enom.md` tells which of these numbers and texts are on record. */
export const REFUSALS = {
  badLogin: refused(304155, 'Bad User name or Password', 'invalid ; loginid'),
  addressNotPermitted: refused(713254, 'User not permitted from this IP address', 'unauthorized; user(s)'),
  unknownCommand: refused(304150, 'Invalid command', 'invalid ; command'),
  domainNotFound: refused(316153, 'Domain name not found', 'not found; domain name(s)'),
  domainExpired: refused(
    317153,
    'This domain name is expired and cannot be updated',
    'expired; domain name(s)',
  ),
  tooManyDomains: refused(303153, 'DomainList is out of range', 'out of range; domain name(s)'),
  displayOutOfRange: refused(303189, 'Display is out of range', 'out of range; page size'),
  startOutOfRange: refused(303189, 'Start is out of range', 'out of range; page size'),
  tabInvalid: refused(304000, 'Tab is invalid', 'invalid ; '),
  renewFlagInvalid: refused(304163, 'RenewFlag must be 0 or 1', 'invalid ; renewal settings'),
  autoPakRenewInvalid: refused(304163, 'AutoPakRenew must be 0 or 1', 'invalid ; renewal settings'),
  serviceInvalid: refused(304220, 'Service is invalid', 'invalid ; service(s)'),
  capacityInvalid: refused(304220, 'Capacity is invalid', 'invalid ; service(s)'),
  periodInvalid: refused(304163, 'BillingPeriod is invalid', 'invalid ; renewal settings'),
  periodOutOfRange: refused(303163, 'TimeQuantity is out of range', 'out of range; renewal settings'),
  quantityUnitInvalid: refused(304183, 'QuantityUnit is invalid', 'invalid ; quantity'),
  quantityOutOfRange: refused(303183, 'Quantity is out of range', 'out of range; quantity'),
  actionTypeInvalid: refused(304220, 'ActionType is invalid', 'invalid ; service(s)'),
  insufficientBalance: refused(
    524181,
    'Insufficient reseller balance',
    'insufficient reseller balance; account balance',
  ),
  bundleNotOfDomain: refused(304391, 'BundleID is not valid for this domain', 'invalid ; bundleID'),
  bundleExpired: refused(317391, 'BundleID is expired', 'expired; bundleID'),
  pakNotFound: refused(316269, 'PakID not found', 'not found; Pak ID'),
  pakNotEmpty: refused(706271, 'The requested object is not empty.', 'policy violation; POP pak'),
  domainUsersFull: refused(303271, 'Domain users full', 'out of range; POP pak'),
  userExists: refused(302286, 'An object with this name already exists.', 'duplicate; user name'),
  userNotFound: refused(316286, 'User does not exist', 'not found; user name'),
  userNameInvalid: refused(304286, 'UserName is invalid', 'invalid ; user name'),
  tooManyUsers: refused(303227, 'Too many user names', 'out of range; count'),
  emailCountMismatch: refused(
    304227,
    'EmailCount does not match the number of user names',
    'invalid ; count',
  ),
  nothingToModify: refused(301156, 'Password or IsAdmin is required', 'missing; password'),
  isAdminInvalid: refused(304254, 'IsAdmin must be 0 or 1', 'invalid ; user(s)'),
  passwordTellsAccount: refused(
    306156,
    'Password rejected - contains username or other account info',
    'policy violation; password',
  ),
  passwordTooShort: refused(306156, 'Password rejected - too short', 'policy violation; password'),
  passwordTooWeak: refused(306156, 'Password rejected - too weak', 'policy violation; password'),
  forwardToInvalid: refused(304172, 'ForwardTo is not a valid email address', 'invalid ; forward to'),
  emailNotDomain: refused(304170, 'EMail must match SLD.TLD', 'invalid ; email record(s)'),
  enableInvalid: refused(304170, 'Enable must be 0 or 1', 'invalid ; email record(s)'),
  statusFlagsInvalid: refused(304170, 'StatusFlags must be 0 or 1', 'invalid ; email record(s)'),
  /** Reported beside `Success` `True` by writes on the contradictory domain of the seed data. */
  invalidItem: refused(304000, 'Invalid Item specified', 'invalid ; '),
} as const;

/** Parameters that a command cannot do without, and the three digits of their subject. */
const SUBJECTS: Readonly<Record<string, readonly [code: number, subject: string]>> = {
  SLD: [151, 'SLD'],
  TLD: [152, 'TLD'],
  UserName: [286, 'user name'],
  Password: [156, 'password'],
  EmailCount: [227, 'count'],
  BundleID: [391, 'bundleID'],
  PakID: [269, 'Pak ID'],
  ProductID: [269, 'Pak ID'],
  Quantity: [183, 'quantity'],
  ForwardTo: [172, 'forward to'],
  Service: [220, 'service(s)'],
};

export function missing(parameter: string): RefusalFacts {
  const [code, subject] = SUBJECTS[parameter.replace(/\d+$/, '')] ?? [0, ''];
  return refused(301_000 + code, `${parameter} is required`, `missing; ${subject}`);
}

/** The refusal whose text this one begins with: a planned fault carries the number that goes with it. */
export function refusalByText(text: string): RefusalFacts {
  const known = Object.values(REFUSALS).find((facts) => text.startsWith(facts.text));
  return known === undefined ? refused(699_000, text, 'unknown; ') : { ...known, text };
}
