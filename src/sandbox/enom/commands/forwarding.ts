import { domainName, type Forwarding, findMailbox, mailVersion } from '../account.js';
import { type Command, domainOf, done } from '../command.js';
import { element } from '../element.js';
import { missing, REFUSALS, Refusal } from '../refusal.js';
import type { Parameters } from '../request.js';
import { forwardingTarget } from './forward-target.js';

/** What is forwarded, by `StatusFlags`; without it mail stays in the mailbox. */
function modeOf(input: Parameters): Forwarding['mode'] {
  const said = input.get('StatusFlags') ?? '';
  if (said === '') return 'mailboxOnly';
  if (said === '0') return 'mailboxAndForward';
  if (said === '1') return 'forwardOnly';
  throw new Refusal(REFUSALS.statusFlagsInvalid);
}

/** Domains of older paks have `CatchAll` alone, those of newer ones `ForwardTo` with a success before it. */
function catchAllElements(version: 2 | 3, address: string) {
  if (version === 2) return [element('CatchAll', address)];
  return [element('success', 'True'), element('ForwardTo', address), element('Version', version)];
}

const getCatchAll: Command = {
  name: 'GetCatchAll',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.156',
  run(input, state) {
    const domain = domainOf(input, state);
    return done(...catchAllElements(mailVersion(domain), domain.catchAll));
  },
};

/** An empty `ForwardTo` clears it. */
const setCatchAll: Command = {
  name: 'SetCatchAll',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.547',
  writes: true,
  run(input, state) {
    const domain = domainOf(input, state);
    const forwardTo = input.get('ForwardTo');
    if (forwardTo === undefined) throw new Refusal(missing('ForwardTo'));
    domain.catchAll = forwardTo === '' ? '' : forwardingTarget(forwardTo);
    return done(...catchAllElements(mailVersion(domain), domain.catchAll));
  },
};

/** One mailbox's forwarding. Whether the mailbox keeps a copy is not told. */
const getPopForwarding: Command = {
  name: 'GetPOPForwarding',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.250',
  run(input, state) {
    const domain = domainOf(input, state);
    const mailbox = findMailbox(domain, input.required('UserName'));
    if (mailbox === undefined) throw new Refusal(REFUSALS.userNotFound);
    const { forwarding } = mailbox;
    const active = forwarding?.mode === 'mailboxOnly' ? '0' : '1';
    return done(
      element('popforwarding', [
        element('domainname', domainName(domain)),
        element('domainnameid', domain.id),
        element('username', mailbox.userName),
        element('forwardto', forwarding?.to ?? ''),
        element('active', forwarding === undefined ? '' : active),
      ]),
      mailVersion(domain) === 2
        ? element('Count', forwarding === undefined ? 0 : 1)
        : element('Success', 'True'),
    );
  },
};

/** Adds or changes with `Enable` 1, removes with 0. */
const setPopForwarding: Command = {
  name: 'SetPOPForwarding',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '1.063',
  writes: true,
  run(input, state) {
    const domain = domainOf(input, state);
    const mailbox = findMailbox(domain, input.required('UserName'));
    if (mailbox === undefined) throw new Refusal(REFUSALS.userNotFound);
    if (input.get('EMail')?.toLowerCase() !== domainName(domain)) throw new Refusal(REFUSALS.emailNotDomain);
    const enable = input.flag('Enable');
    if (enable === undefined) throw new Refusal(REFUSALS.enableInvalid);
    mailbox.forwarding = enable
      ? { to: forwardingTarget(input.required('ForwardTo')), mode: modeOf(input) }
      : undefined;
    return done(element('DomainRRP', 'E'), element('success', 1));
  },
  refused: () => [element('success', 0)],
};

export const forwardingCommands: readonly Command[] = [
  getCatchAll,
  setCatchAll,
  getPopForwarding,
  setPopForwarding,
];
