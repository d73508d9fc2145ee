import { findMailbox, mailVersion, type Pak, type RegisteredDomain } from '../account.js';
import { type Command, domainOf } from '../command.js';
import { element } from '../element.js';
import { trueFalse } from '../formats.js';
import { missing, REFUSALS, Refusal } from '../refusal.js';
import type { Parameters } from '../request.js';
import { forwardingTarget } from './forward-target.js';
import { pakOf } from './pak-lookup.js';
import { requireAcceptablePassword } from './password-policy.js';
import { forEachUser, numberOfUsers } from './users.js';

const USER_NAME = /^[a-z0-9](?:[a-z0-9._-]{0,48}[a-z0-9_-])?$/i;

const setUpPop3User: Command = {
  name: 'SetUpPOP3User',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '4.922',
  done: '>true',
  writes: true,
  run(input, state) {
    // The vendor's guide names the domain sld1 and tld1, the command reference SLD and TLD.
    const numbered = input.get('SLD') === undefined && input.get('SLD1') !== undefined;
    const domain = domainOf(input, state, numbered ? '1' : '');
    const pak = pakOf(domain, input);
    if (state.isExpired(pak)) throw new Refusal(REFUSALS.bundleExpired);
    const { succeeded, errors } = forEachUser(input, (userName, n) => setUp(userName, n, input, domain, pak));
    return {
      elements: [
        element('Success', trueFalse(succeeded > 0)),
        element('AccountsCreated', succeeded),
        element('AccountsFailed', errors.length),
      ],
      errors,
      changed: succeeded > 0,
    };
  },
  refused: (input) => [
    element('Success', 'False'),
    element('AccountsCreated', 0),
    element('AccountsFailed', numberOfUsers(input)),
  ],
};

function setUp(userName: string, n: number, input: Parameters, domain: RegisteredDomain, pak: Pak): void {
  if (!USER_NAME.test(userName)) throw new Refusal(REFUSALS.userNameInvalid);
  if (findMailbox(domain, userName) !== undefined) throw new Refusal(REFUSALS.userExists);
  if (pak.mailboxes.length >= pak.quantity) throw new Refusal(REFUSALS.domainUsersFull);
  const password = input.raw(`Password${n}`) ?? '';
  if (password === '') throw new Refusal(missing(`Password${n}`));
  requireAcceptablePassword(password, userName, domain);
  const forwardTo = input.get(`ForwardTo${n}`) ?? '';
  pak.mailboxes.push({
    userName,
    password,
    administrator: administratorOf(input, n) ?? false,
    displayName: input.get(`DisplayName${n}`) ?? '',
    quotaUsedMiB: 0,
    forwarding: forwardTo === '' ? undefined : { to: forwardingTarget(forwardTo), mode: 'mailboxAndForward' },
  });
}

const modifyPop3: Command = {
  name: 'ModifyPOP3',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '1.984',
  writes: true,
  run(input, state) {
    const domain = domainOf(input, state);
    input.required('EmailCount');
    if (input.integer('EmailCount') !== numberOfUsers(input)) throw new Refusal(REFUSALS.emailCountMismatch);
    const { succeeded, errors } = forEachUser(input, (userName, n) => modify(userName, n, input, domain));
    return {
      elements: [
        element('Success', trueFalse(succeeded > 0)),
        element('AccountsModified', succeeded),
        element('AccountsFailed', errors.length),
        element('Version', mailVersion(domain)),
      ],
      errors,
      changed: succeeded > 0,
    };
  },
  refused: (input) => [
    element('Success', 'False'),
    element('AccountsModified', 0),
    element('AccountsFailed', numberOfUsers(input)),
    element('Version', 3),
  ],
};

function modify(userName: string, n: number, input: Parameters, domain: RegisteredDomain): void {
  const mailbox = findMailbox(domain, userName);
  if (mailbox === undefined) throw new Refusal(REFUSALS.userNotFound);
  const password = input.raw(`Password${n}`) ?? '';
  const administrator = administratorOf(input, n);
  if (password === '' && administrator === undefined) throw new Refusal(REFUSALS.nothingToModify);
  if (password !== '') {
    requireAcceptablePassword(password, userName, domain);
    mailbox.password = password;
  }
  if (administrator !== undefined) mailbox.administrator = administrator;
}

/** Final: the mailbox goes with all that is in it. */
const deletePop3: Command = {
  name: 'DeletePOP3',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '2.578',
  done: '>true',
  writes: true,
  run(input, state) {
    const domain = domainOf(input, state);
    const { succeeded, errors } = forEachUser(input, (userName) => {
      const mailbox = findMailbox(domain, userName);
      const pak = domain.paks.find(({ mailboxes }) => mailbox !== undefined && mailboxes.includes(mailbox));
      if (mailbox === undefined || pak === undefined) throw new Refusal(REFUSALS.userNotFound);
      pak.mailboxes.splice(pak.mailboxes.indexOf(mailbox), 1);
    });
    return {
      elements: [element('AccountsDeleted', succeeded), element('success', trueFalse(succeeded > 0))],
      errors,
      changed: succeeded > 0,
    };
  },
  refused: () => [element('AccountsDeleted', 0), element('success', 'False')],
};

function administratorOf(input: Parameters, n: number): boolean | undefined {
  const said = input.flag(`IsAdmin${n}`);
  if (said === undefined && (input.get(`IsAdmin${n}`) ?? '') !== '') {
    throw new Refusal(REFUSALS.isAdminInvalid);
  }
  return said;
}

export const mailboxCommands: readonly Command[] = [setUpPop3User, modifyPop3, deletePop3];
