import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AxisOptions, type AxisPeer, startAxis } from './support/axis.js';
import { type AxisCall, callAxis, param, signupArgs } from './support/axis-call.js';
import { expectRecorded } from './support/recorded.js';

const DOUBLE = { login: 'double:double-pass', accountId: 55566 };
const accountId = (id: number) => param('accountId', 'long', id);

/** What differs from machine to machine: its name, and the frames of stack traces. */
function scrub(body: string): string {
  return body
    .replace(/(:hostname [^>]*>)[^<]*/g, '$1panel.example.test')
    .replace(/(\n\tat [^\n]*)+/g, '\n\tat peer.AdminServices.action(AdminServices.java:1)');
}

/** The same text for replies that differ in what a hash table decides: order of multiRefs, prefixes. */
function canonical(body: string): string {
  const multiRef = /<multiRef.*?<\/multiRef>/gs;
  const text = body.replace(/<\w[^>]*?(?=\/?>)/g, (tag) => {
    const [name, ...attributes] = tag.replace(/\bns\d+\b/g, 'ns').split(/ (?=[\w:]+=)/);
    return [name, ...attributes.sort()].join(' ');
  });
  return [text.replace(multiRef, ''), ...(text.match(multiRef) ?? []).sort()].join('\n');
}

/** Results by engine: fixture `<name>.<engine>`. Each server must send them alike. */
const results: [reason: string, name: string, call: AxisCall][] = [
  ['a number', 'getQuota.number', { action: 'getQuota', args: accountId(1950) }],
  [
    'a number with an exponent',
    'getQuota.exponent',
    { action: 'getQuota', args: accountId(55566), ...DOUBLE },
  ],
  [
    'a number without bounds',
    'getQuota.infinite',
    { action: 'getQuota', args: accountId(4294967299), ...DOUBLE },
  ],
  ['a truth value', 'checkUser.taken', { action: 'checkUser', args: param('login', 'string', 'single') }],
  ['an array of numbers', 'getAccounts.two', { action: 'getAccounts', ...DOUBLE }],
  ['an array without members', 'getAccounts.none', { action: 'getAccounts', login: 'empty:empty-pass' }],
  ['an array of beans', 'signupUser.created', { action: 'signupUser', args: signupArgs('newcomer') }],
  [
    'nothing',
    'suspendAccount.done',
    { action: 'suspendAccount', args: accountId(1950) + param('reason', 'string', 'x') },
  ],
  [
    'a text, in the namespace of the request',
    'searchAccIdBySignupId.found',
    {
      action: 'searchAccIdBySignupId',
      login: null,
      args: '<signupId href="#id1"/>',
      more: '<multiRef id="id1" xsi:type="xsd:long">13</multiRef>',
      namespace: 'http://axis.hsphere.psoft',
    },
  ],
  [
    'a null',
    'searchAccIdBySignupId.null',
    { action: 'searchAccIdBySignupId', args: param('signupId', 'long', 99) },
  ],
];

/** Faults by server: fixture `fault.<name>.<server>`. Each engine must send them alike. */
const faults: [reason: string, name: string, call: AxisCall][] = [
  ['a refusal', 'refused', { action: 'getQuota', args: accountId(77) }],
  ['a refusal of several lines', 'lines', { action: 'signupUser', args: signupArgs('x', 'x') }],
  ['text beyond ASCII', 'non-ascii', { action: 'signupUser', args: signupArgs('zoë😀&amp;') }],
  ['a value of another type', 'wrong-type', { action: 'getQuota', args: param('accountId', 'int', 1950) }],
  ['a number left out', 'missing-number', { action: 'getQuota' }],
  ['an action that is not there', 'no-operation', { action: 'getEverything' }],
  ['a parameter too many', 'extra-parameter', { action: 'getQuota', args: `${accountId(1)}<x>1</x>` }],
];

const peers: AxisOptions[] = [
  { server: 'simple', engine: 'stock' },
  { server: 'simple', engine: 'bare' },
  { server: 'tomcat', engine: 'stock' },
  { server: 'tomcat', engine: 'bare' },
];

describe.each(peers)(
  'recorded replies of the Axis host, $server server and $engine engine',
  ({ server, engine }) => {
    let peer: AxisPeer;
    beforeAll(async () => {
      peer = await startAxis({ server, engine });
      // The second of two signups under one name is refused.
      await callAxis(peer, { action: 'signupUser', args: signupArgs('zoë😀&amp;') });
    });
    afterAll(() => peer.close());

    it.each(results)('shows %s in %s', async (_reason, name, call) => {
      const reply = await callAxis(peer, call);
      expectRecorded(`axis/${name}.${engine}`, scrub(reply.body), canonical);
      expect(reply.status).toBe(200);
    });

    it.each(faults)('shows %s in fault.%s', async (_reason, name, call) => {
      const reply = await callAxis(peer, call);
      expectRecorded(`axis/fault.${name}.${server}`, scrub(reply.body), canonical);
      expect(reply.status).toBe(500);
    });
  },
);
