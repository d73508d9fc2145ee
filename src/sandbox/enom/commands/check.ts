import { type Command, done } from '../command.js';
import { type Element, element } from '../element.js';
import { REFUSALS, Refusal } from '../refusal.js';
import type { Parameters } from '../request.js';
import type { EnomState } from '../state.js';

const MAX_NAMES = 30;
const ALL_TLDS = ['com', 'net', 'org', 'info', 'example'];

/**
 * Availability of names: one, a list, or one under several TLDs. Taken are the account's own and every name
 * that begins with `taken`.
 */
const check: Command = {
  name: 'Check',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.672',
  run(input, state) {
    const { names, layout } = asked(input);
    if (names.length > MAX_NAMES) throw new Refusal(REFUSALS.tooManyDomains);
    return done(...LAYOUTS[layout](names.map((name) => ({ name, taken: isTaken(name, state) }))));
  },
};

interface Checked {
  readonly name: string;
  readonly taken: boolean;
}

type Layout = 'one' | 'list' | 'numbered' | 'nested';

const code = ({ taken }: Checked) => (taken ? 211 : 210);
const text = ({ taken }: Checked) => (taken ? 'Domain not available' : 'Domain available');

const LAYOUTS: Readonly<Record<Layout, (checked: readonly Checked[]) => Element[]>> = {
  one: (checked) =>
    checked.flatMap((each) => [
      element('DomainName', each.name),
      element('RRPCode', code(each)),
      element('RRPText', text(each)),
    ]),
  list: (checked) => [
    ...checked.flatMap((each) => [
      element('Domain', each.name),
      element('RRPCode', code(each)),
      element('RRPText', text(each)),
    ]),
    element('DomainCount', checked.length),
    element('AuctionDate'),
    element('AuctionID'),
  ],
  numbered: (checked) => [
    ...checked.flatMap((each, index) => [
      element(`Domain${index + 1}`, each.name),
      element(`RRPCode${index + 1}`, code(each)),
      element(`RRPText${index + 1}`, text(each)),
    ]),
    element('DomainCount', checked.length),
  ],
  nested: (checked) => [
    element(
      'Domains',
      checked.map((each) =>
        element('Domain', [
          element('Name', each.name),
          element('RRPCode', code(each)),
          element('RRPText', text(each)),
          element('IsPremium', 'False'),
          element('IsPlatinum', 'False'),
          element('IsEAP', 'False'),
        ]),
      ),
    ),
  ],
};

function asked(input: Parameters): { names: readonly string[]; layout: Layout } {
  const nested = input.get('Version') === '2';
  const list = listed(input.get('DomainList'));
  if (list.length > 0) return { names: list, layout: nested ? 'nested' : 'list' };
  const sld = input.required('SLD');
  const tlds = listed(input.get('TLDList'));
  if (tlds.length > 0) {
    return { names: tlds.map((tld) => `${sld}.${tld}`), layout: nested ? 'nested' : 'list' };
  }
  const tld = input.required('TLD');
  if (tld === '*') return { names: ALL_TLDS.map((each) => `${sld}.${each}`), layout: 'numbered' };
  return { names: [`${sld}.${tld}`], layout: nested ? 'nested' : 'one' };
}

const listed = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

function isTaken(name: string, state: EnomState): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('taken')) return true;
  return state.account.domains.some(({ sld, tld }) => `${sld}.${tld}` === lower);
}

export const checkCommands: readonly Command[] = [check];
