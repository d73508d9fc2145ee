import {
  type AddDomain,
  canonicalDomainName,
  type PanelWrites,
  type Snapshot,
  type UserError,
  type WriteMethod,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  addDomain,
  addDomainToAccount,
  addSubdomain,
  getDomainByName,
  getSubscription,
} from '../operations/index.js';
import { chosenId, idNumber, isGiven } from './checks.js';
import { domainNode, nameOf } from './domain-reference.js';
import { REGISTRAR_CHECKS } from './new-subscription.js';
import { applied, refusal, rejected } from './results.js';
import { lookUp } from './sighting.js';

const HOSTINGS = { PHYSICAL: 0, PARKING: 2 } as const;
const PARKINGS = { PARKED: 0, FORWARDING: 1, SINGLE_PAGE: 2, FRAME: 3 } as const;
/** Who has no service has none of these. */
const NEED_SUBSCRIPTION = ['hosting', 'parking', 'path'] as const;

/** New names. A name that nobody had before and the right account has afterwards was added. */
export function newDomainWrites(backend: string): PanelWrites {
  const done = (name: string): WriteResult => applied(domainNode(backend, { name }));

  async function add(
    session: WriteSession,
    { name, takeOver = false, ...owner }: Wish,
    send: () => Promise<unknown>,
  ): Promise<WriteResult> {
    const existing = await lookUp(session.read, getDomainByName, { domain_name: name });
    if (existing.is === 'there' && !takeOver) {
      return rejected(refusal('TAKEN', 'The panel has a domain of this name.', owner.field));
    }
    if (existing.is !== 'untold') {
      const was = existing.is === 'there' ? existing.answer.domain_id : null;
      await session.remember({ name, was, accountId: owner.accountId, subscriptionId: owner.subscriptionId });
    }
    await send();
    return done(name);
  }

  const reconcile: WriteMethod<unknown>['reconcile'] = async ({ snapshot }, read) => {
    if (snapshot === null) return null;
    const name = String(snapshot.name);
    const now = await lookUp(read, getDomainByName, { domain_name: name });
    if (now.is !== 'there' || now.answer.domain_id === snapshot.was) return null;
    return now.answer.owner_id === (await ownerOf(read, snapshot)) ? done(name) : null;
  };

  return {
    addDomain: {
      check: (input) => [...domainErrors(input)],
      run: (input, session) =>
        rejectedWhenRefused(() => {
          // The check has seen that it is one.
          const name = canonicalDomainName(input.name) ?? input.name;
          const { accountId = null, subscriptionId = null, takeOver } = input;
          const wish = { name, accountId, subscriptionId, takeOver: takeOver === true, field: 'name' };
          return add(session, wish, () => sendDomain(session.send, input, name));
        }),
      reconcile,
    },

    addSubdomain: {
      check: ({ prefix }) =>
        // What it stands before may be a number, so that only its own part can be judged here.
        canonicalDomainName(`${prefix}.example`) === null
          ? [invalid('prefix must be what stands before a domain name', 'prefix')]
          : [],
      run: ({ subscriptionId, parentDomainId, prefix, path }, session) =>
        rejectedWhenRefused(async () => {
          const parent = await nameOf(session.read, parentDomainId);
          const name = parent === null ? null : canonicalDomainName(`${prefix}.${parent}`);
          if (parent === null || name === null) {
            return rejected(refusal('INVALID', 'The domain must be given by its name.', 'parentDomainId'));
          }
          const wish = { name, accountId: null, subscriptionId, field: 'prefix' };
          return add(session, wish, () =>
            session.send(addSubdomain, {
              subscription_id: Number(subscriptionId),
              domain_name: parent,
              prefix: name.slice(0, -parent.length - 1),
              path: path ?? undefined,
            }),
          );
        }),
      reconcile,
    },
  };
}

interface Wish {
  /** In canonical form. */
  readonly name: string;
  readonly accountId: string | null;
  readonly subscriptionId: string | null;
  readonly takeOver?: boolean;
  /** The member of the input that says the name. */
  readonly field: string;
}

/** The account that is to have it. */
async function ownerOf(read: Call, { accountId, subscriptionId }: Snapshot): Promise<number | null> {
  if (isGiven(accountId)) return Number(accountId);
  const { owner_id: owner } = await read(getSubscription, {
    subscription_id: Number(subscriptionId),
    get_resources: false,
  });
  return owner;
}

function sendDomain(send: Call, input: AddDomain, name: string): Promise<unknown> {
  const { accountId, subscriptionId, nativeId, registrarStatus, hosting, parking, path, takeOver } = input;
  const common = {
    domain_id: idNumber(nativeId),
    domain_name: name,
    force: takeOver === true ? true : undefined,
  };
  if (isGiven(accountId)) return send(addDomainToAccount, { ...common, account_id: Number(accountId) });
  return send(addDomain, {
    ...common,
    subscription_id: Number(subscriptionId),
    registrar_status: REGISTRAR_CHECKS[registrarStatus ?? 'UNDEFINED'],
    hosting_type: isGiven(hosting) ? HOSTINGS[hosting] : undefined,
    domain_parking_type: isGiven(parking) ? PARKINGS[parking] : undefined,
    path: path ?? undefined,
  });
}

function* domainErrors(input: AddDomain): Generator<UserError> {
  const { subscriptionId, accountId, name, nativeId, registrarStatus, hosting, parking } = input;
  if (isGiven(subscriptionId) === isGiven(accountId)) {
    yield invalid('exactly one of subscriptionId and accountId is required', 'subscriptionId');
  }
  if (canonicalDomainName(name) === null) yield invalid('name must be a domain name', 'name');
  yield* chosenId(nativeId, 'nativeId');
  if (isGiven(accountId)) {
    for (const member of NEED_SUBSCRIPTION) {
      if (isGiven(input[member])) yield invalid(`${member} needs subscriptionId`, member);
    }
    if (isGiven(registrarStatus) && registrarStatus !== 'UNDEFINED') {
      yield invalid('registrarStatus needs subscriptionId', 'registrarStatus');
    }
  }
  if (isGiven(parking) && hosting !== 'PARKING') yield invalid('parking needs hosting PARKING', 'parking');
}
