import {
  type CreateAccount,
  type PanelWrites,
  toGlobalId,
  type UserError,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call, ParamsOf } from '../../../src/operation/operation.js';
import { beforeChange, isOurs } from '../../../src/writes/attribution.js';
import { invalid } from '../../../src/writes/refusal.js';
import { accountByLogin } from '../account-by-login.js';
import { addUser, userExists } from '../operations/seen.js';
import { contactErrors, toContactValues } from './contact.js';
import type { WriteDeps } from './deps.js';
import { applied, isGiven, partial, refusal, rejected, unknown } from './results.js';
import { sendForVerdict } from './verdict.js';
import { accountStatusErrors, accountStatusOf, kindErrors, roleOf } from './words.js';

type NewUser = ParamsOf<typeof addUser>['user'];

/** Members that other panels have. */
const FOREIGN = [
  'memberContact',
  'nativeId',
  'memberNativeId',
  'subscriptionId',
  'memberSubscriptionId',
  'brandedDomain',
  'locale',
  'externalInfo',
  'checkQuality',
  'hsphere',
] as const satisfies ReadonlyArray<keyof CreateAccount>;

/** New accounts. A login that was free before and is taken afterwards shows that one was made. */
export function newAccountWrites({ backend, settings }: WriteDeps): PanelWrites {
  const nameOf = (login: string) => `login ${login.trim().toLowerCase()}`;
  const factsOf = (userId: number) => ({
    nodes: { account: toGlobalId(backend, 'Account', String(userId)) },
  });
  const made = (userId: number, login: string): WriteResult => applied(factsOf(userId), nameOf(login));

  /** Below a peer there is nobody: it stands for its owner. */
  async function ownId(read: Call): Promise<number> {
    const own = await accountByLogin(backend, read, settings.username);
    if (own === null) throw new Error('The panel takes the gateway’s login and knows no such account.');
    return own.IsPeer === true ? (own.OwnerId ?? own.UserId) : own.UserId;
  }

  /** Older servers look for the password in the account, newer ones beside it; each passes over the other one. */
  function paramsOf(input: CreateAccount, ownerId: number): ParamsOf<typeof addUser> {
    const { addUser: signature } = settings;
    const password = input.password ?? undefined;
    return {
      user: {
        ...toNewUser(input, ownerId),
        Password: signature === undefined || signature === 2 ? password : undefined,
      },
      sendLetter: input.sendLetter === true,
      password: signature === 2 ? undefined : password,
      notes: signature === 4 ? [] : undefined,
    };
  }

  /** @returns the account that has the login now; `none`: nobody has it; `null`: somebody who cannot be seen */
  async function holderOf(read: Call, login: string): Promise<number | 'none' | null> {
    const found = await accountByLogin(backend, read, login);
    if (found !== null) return found.UserId;
    return (await read(userExists, { username: login })) ? null : 'none';
  }

  async function create(input: CreateAccount, login: string, session: WriteSession): Promise<WriteResult> {
    const ownerId = isGiven(input.parentId) ? Number(input.parentId) : await ownId(session.read);
    const snapshot = { ...(await beforeChange(session.others, nameOf(login))), login };
    if (await session.read(userExists, { username: login })) {
      return rejected([refusal('TAKEN', 'The login is in use.', 'login')]);
    }
    await session.remember(snapshot);
    const verdict = await sendForVerdict(backend, session, addUser, paramsOf(input, ownerId));
    if (verdict.is === 'accepted') return made(verdict.number, login);
    if (verdict.is === 'refused') return rejected(verdict.userErrors);
    const holder = await holderOf(session.read, login);
    if (holder === 'none') return rejected(verdict.userErrors);
    if (holder === null || !(await isOurs(session.others, snapshot))) throw unknown(backend, addUser.method);
    return partial(factsOf(holder), verdict.userErrors, nameOf(login));
  }

  return {
    createAccount: {
      check: (input) => [...errorsOf(input)],
      run: async (input, session) => {
        const login = (input.login ?? '').trim();
        return create(input, login, session);
      },
      reconcile: async ({ snapshot }, read, others) => {
        if (snapshot === null) return null;
        const login = String(snapshot.login);
        const holder = await holderOf(read, login);
        if (holder === 'none') return rejected([]);
        return holder !== null && (await isOurs(others, snapshot)) ? made(holder, login) : null;
      },
    },
  };
}

/** @see MSPC Integration API, "AddUser": the fields that must be set */
function* errorsOf(input: CreateAccount): Generator<UserError> {
  const { contact } = input;
  for (const member of FOREIGN) {
    if (isGiven(input[member])) yield invalid(`${member} is not for MSPControl`, member);
  }
  yield* kindErrors(input.kind);
  yield* accountStatusErrors(input.status);
  for (const member of ['login', 'password'] as const) {
    if ((input[member] ?? '').trim() === '') yield invalid(`${member} is required`, member);
  }
  for (const member of ['firstName', 'lastName', 'email'] as const) {
    if ((contact?.[member] ?? '').trim() === '') {
      yield invalid(`contact.${member} is required on MSPControl`, 'contact', member);
    }
  }
  if (isGiven(contact)) yield* contactErrors(contact);
}

function toNewUser(input: CreateAccount, ownerId: number): NewUser {
  const [roleId, role] = roleOf(input.kind ?? 'CUSTOMER');
  const [statusId, status] = accountStatusOf(input.status ?? 'ACTIVE');
  return {
    // The three are required, which `errorsOf` has seen to.
    FirstName: input.contact?.firstName ?? '',
    LastName: input.contact?.lastName ?? '',
    Email: input.contact?.email ?? '',
    // Texts by the names that the shape has; what is null is left out by the encoder.
    ...(toContactValues(input.contact ?? {}) as Partial<NewUser>),
    RoleId: roleId,
    Role: role,
    StatusId: statusId,
    Status: status,
    OwnerId: ownerId,
    IsPeer: input.peer === true,
    IsDemo: input.demo === true,
    Comments: input.comments ?? undefined,
    Username: (input.login ?? '').trim(),
    HtmlMail: input.htmlMail !== false,
  };
}
