import { domainName, type RegisteredDomain } from '../account.js';
import { type Command, done } from '../command.js';
import { type Element, element } from '../element.js';
import { addDays, slashDate, slashDateTime, yesNo } from '../formats.js';
import { REFUSALS, Refusal } from '../refusal.js';
import type { Parameters } from '../request.js';
import type { EnomState } from '../state.js';

const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;
const EXPIRING_WITHIN_DAYS = 30;

/** The tabs whose names this account could have; the other tabs of the service are empty here. */
const EMPTY_TABS = new Set(['sub_iown', 'watchlist', 'ihost', 'rgp', 'promotion']);

/** One page of the registered domains; expired ones have a tab of their own. */
const getDomains: Command = {
  name: 'GetDomains',
  generation: 'API',
  scope: 'account',
  execTime: '1.359',
  run(input, state) {
    const display = pageNumber(input, 'Display', DEFAULT_PAGE);
    const start = pageNumber(input, 'Start', 1);
    if (display === undefined || display > MAX_PAGE) throw new Refusal(REFUSALS.displayOutOfRange);
    if (start === undefined || start < 1) throw new Refusal(REFUSALS.startOutOfRange);

    const matching = sorted(filtered(tabOf(input, state), input, state), input.get('OrderBy'));
    const page = matching.slice(start - 1, start - 1 + display);
    const end = start - 1 + page.length;
    const extended = input.get('ExtFormat') === '1';
    const tag = (name: string) => (extended ? name.replaceAll('-', '') : name);
    return done(
      element('GetDomains', [
        element('tab', input.get('Tab') ?? ''),
        element('multirrp', 'False'),
        element(
          tag('domain-list'),
          page.map((domain) => row(domain, tag)),
          { type: 'Registered' },
        ),
        element('EndPosition', end),
        element('PreviousRecords', Math.max(0, start - display)),
        element('NextRecords', display > 0 && end < matching.length && page.length > 0 ? end + 1 : 0),
        element('OrderBy', input.get('OrderBy') ?? ''),
        element('Result', 'True'),
        element('StartPosition', start),
        element('DomainCount', matching.length),
        element('TotalDomainCount', tabOf(input, state).length),
        element('StartLetter', input.get('StartLetter') ?? ''),
      ]),
    );
  },
};

/** A number of the request, its default where it is left out, `undefined` where it is no number. */
function pageNumber(input: Parameters, name: string, byDefault: number): number | undefined {
  return (input.get(name) ?? '') === '' ? byDefault : input.integer(name);
}

function tabOf(input: Parameters, state: EnomState): readonly RegisteredDomain[] {
  const all = state.account.domains;
  const soon = addDays(state.now(), EXPIRING_WITHIN_DAYS).getTime();
  const tab = (input.get('Tab') ?? '').toLowerCase();
  switch (tab) {
    case '':
    case 'iown':
      return all.filter((each) => !state.isExpired(each));
    case 'expiringnames':
      return all.filter((each) => !state.isExpired(each) && each.expiresAt.getTime() <= soon);
    case 'expireddomains':
      return all.filter((each) => state.isExpired(each));
    default:
      if (EMPTY_TABS.has(tab)) return [];
      throw new Refusal(REFUSALS.tabInvalid);
  }
}

function filtered(domains: readonly RegisteredDomain[], input: Parameters, state: EnomState) {
  const letter = (input.get('StartLetter') ?? '').toLowerCase();
  const part = (input.get('Domain') ?? '').toLowerCase();
  const days = input.integer('DaysToExpired');
  const until = days === undefined ? Number.POSITIVE_INFINITY : addDays(state.now(), days).getTime();
  return domains.filter(
    (each) =>
      each.sld.startsWith(letter) && domainName(each).includes(part) && each.expiresAt.getTime() <= until,
  );
}

/** `ExpDate` orders by expiry; anything else by name, as the account is kept. */
function sorted(domains: readonly RegisteredDomain[], orderBy: string | undefined) {
  if (orderBy?.toLowerCase() !== 'expdate') return domains;
  return [...domains].sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}

function row(domain: RegisteredDomain, tag: (name: string) => string): Element {
  const { privacyUntil } = domain;
  return element('domain', [
    element('DomainNameID', domain.id),
    element('sld', domain.sld),
    element('tld', domain.tld),
    element(tag('ns-status'), domain.nameServers === undefined ? 'YES' : 'NO'),
    element(tag('expiration-date'), slashDate(domain.expiresAt)),
    element(tag('auto-renew'), yesNo(domain.autoRenew)),
    element('wppsstatus', privacyUntil === undefined ? 'disabled' : 'enabled'),
    ...(privacyUntil === undefined ? [] : [element('wppsexpdate', slashDate(privacyUntil))]),
    element('RRProcessor', 'E'),
  ]);
}

/** The whole account in one answer, expired domains with it. */
const getAllDomains: Command = {
  name: 'GetAllDomains',
  generation: 'API',
  scope: 'account',
  execTime: '4.953',
  run(input, state) {
    const letter = (input.get('Letter') ?? '').toLowerCase();
    const domains = state.account.domains.filter(({ sld }) => sld.startsWith(letter));
    return done(
      element('GetAllDomains', [
        ...domains.map((domain) =>
          element('DomainDetail', [
            element('DomainName', domainName(domain)),
            element('DomainNameID', domain.id),
            element('expiration-date', slashDateTime(domain.expiresAt)),
            element('lockstatus', domain.locked ? 'Locked' : 'Not Locked'),
            element('AutoRenew', yesNo(domain.autoRenew)),
          ]),
        ),
        element('domaincount', domains.length),
        element('UserRequestStatus', 'DomainBox'),
      ]),
    );
  },
};

export const domainListCommands: readonly Command[] = [getDomains, getAllDomains];
