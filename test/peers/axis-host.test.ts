import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AxisPeer, startAxis } from './support/axis.js';
import { type AxisCall, callAxis, param, signupArgs } from './support/axis-call.js';
import { expectRecorded } from './support/recorded.js';

const accountId = (id: number) => param('accountId', 'long', id);
const quota = { action: 'getQuota', args: accountId(1950) };
const role = (login: string) => `<role xsi:type="ns2:Role">${param('login', 'string', login)}</role>`;

describe('the Axis host on Tomcat', () => {
  let peer: AxisPeer;
  beforeAll(async () => {
    peer = await startAxis({ server: 'tomcat', engine: 'bare' });
  });
  afterAll(() => peer.close());

  /** The faultstring, or the text of a result's only value. */
  async function answer(call: AxisCall): Promise<string | undefined> {
    const { body } = await callAxis(peer, call);
    return /<faultstring>([^<]*)</.exec(body)?.[1] ?? /xsi:type="[^"]*"[^>]*>([^<]+)</.exec(body)?.[1];
  }

  it('speaks HTTP/1.1 in chunks, and closes after a fault', async () => {
    const reply = await callAxis(peer, quota);
    expect(reply).toMatchObject({ status: 200, httpVersion: '1.1' });
    expect(reply.headers).toMatchObject({
      'transfer-encoding': 'chunked',
      'content-type': 'text/xml;charset=utf-8',
    });
    const fault = await callAxis(peer, { action: 'getQuota', args: accountId(77) });
    expect(fault).toMatchObject({ status: 500, headers: { connection: 'close' } });
  });

  it('wants a SOAPAction, whatever it says, and prints early faults pretty', async () => {
    const envelope = '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>';
    const headers = { 'content-type': 'text/xml; charset=utf-8' };
    const response = await fetch(peer.url, { method: 'POST', headers, body: envelope });
    expect(response.status).toBe(500);
    const body = (await response.text()).replace(/(:hostname [^>]*>)[^<]*/, '$1panel.example.test');
    expectRecorded('axis/fault.no-soapaction.tomcat', body);
    expect(await answer({ ...quota, headers: { soapaction: 'urn:whatever' } })).toBe('100.0');
  });

  it('shows a WSDL although its configuration names no handler for one', async () => {
    const wsdl = await (await fetch(`${peer.url}?wsdl`)).text();
    expect(wsdl).toContain('<wsdl:operation name="getQuota" parameterOrder="at accountId">');
  });

  it('finds the service by the URL or, where that names none, by the namespace of the body', async () => {
    const elsewhere = { ...peer, url: peer.url.replace('AdminServices', 'Nothing') };
    expect((await callAxis(elsewhere, quota)).status).toBe(200);
    expect((await callAxis(peer, { ...quota, namespace: 'urn:other' })).status).toBe(200);
    const nowhere = await callAxis(elsewhere, { ...quota, namespace: 'urn:other' });
    expect(nowhere.body).toMatch(/<faultcode [^>]*>ns1:Server\.NoService</);
  });

  it('reads parameters by name in any order, and one of a strange name by its place', async () => {
    const args = param('reason', 'string', 'x') + accountId(1950);
    expect((await callAxis(peer, { action: 'suspendAccount', args })).status).toBe(200);
    expect(await answer({ action: 'getQuota', args: param('nonsense', 'long', 1950) })).toBe('100.0');
  });

  it('takes a number of the right size only, or one without a type', async () => {
    expect(await answer({ action: 'getQuota', args: '<accountId>1950</accountId>' })).toBe('100.0');
    const int = await answer({ action: 'getQuota', args: param('accountId', 'int', 1950) });
    expect(int).toBe('org.xml.sax.SAXException: Bad types (int -&gt; long)');
    const text = await answer({ action: 'getQuota', args: param('accountId', 'string', 1950) });
    expect(text).toBe('org.xml.sax.SAXException: Bad types (class java.lang.String -&gt; long)');
  });

  it('takes a reference to nothing for null, and goes on', async () => {
    expect(await answer({ ...quota, login: null, args: `<at href="#id9"/>${accountId(1950)}` })).toBe(
      'peer.PanelException: Wrong login or password',
    );
  });

  it('refuses a bean with a member too many', async () => {
    expect(await answer({ ...quota, role: '<title>x</title>' })).toBe(
      'org.xml.sax.SAXException: Invalid element in peer.AuthToken - title',
    );
  });

  it('refuses what the vendor printed with no-break spaces', async () => {
    expect((await callAxis(peer, { ...quota, indent: '\n\u00a0\u00a0' })).status).toBe(500);
    expect((await callAxis(peer, { ...quota, indent: '\n  ' })).status).toBe(200);
  });

  it('writes a character beyond the basic plane as two references that XML forbids', async () => {
    const call = { action: 'signupUser', args: signupArgs('moon🌙') };
    await callAxis(peer, call);
    expect(await answer(call)).toBe('peer.PanelException: User moon&#xD83C;&#xDF19; already exists');
  });

  it('sends the multiRefs of one reply in an order that changes from call to call', async () => {
    const orders = new Set<string>();
    for (let call = 0; call < 40; call++) {
      const { body } = await callAxis(peer, { action: 'getAccounts', login: 'double:double-pass' });
      orders.add([...body.matchAll(/<multiRef id="(\w+)"/g)].map(([, id]) => id).join());
    }
    expect([...orders].sort()).toEqual(['id0,id1', 'id1,id0']);
  });

  it('acts as the role that an administrator takes, and lets nobody else take one', async () => {
    expect(await answer({ action: 'getAccounts', role: role('single') })).toBe('1950');
    expect(await answer({ ...quota, login: 'single:single-pass', role: role('admin') })).toBe(
      'peer.PanelException: Only an administrator takes a role',
    );
  });

  it('wants to know which account acts for a login with several', async () => {
    const call = { action: 'getQuota', args: accountId(55566), login: 'double:double-pass' };
    expect(await answer(call)).toBe('peer.PanelException: Several accounts for double');
    expect(await answer({ ...call, accountId: 55566 })).toBe('1.1010048E7');
  });

  it('answers many calls at once', async () => {
    const replies = await Promise.all(Array.from({ length: 200 }, () => callAxis(peer, quota)));
    expect(replies.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('notes writes in its ledger, without passwords', async () => {
    const before = (await peer.ledger()).length;
    const amount = accountId(1950) + param('amount', 'double', 10.5);
    const args = `${amount}<description>5 € &amp; more</description><text/><id>7</id>`;
    await callAxis(peer, { action: 'addCredit', args });
    await callAxis(peer, { action: 'signupUser', args: signupArgs('noted', 'hidden-pw') });
    await callAxis(peer, quota);
    const [credit, signup, ...others] = (await peer.ledger()).slice(before);
    expect(others).toEqual([]);
    expect(credit).toMatchObject({ service: 'AdminServices', method: 'addCredit' });
    expect(Object.fromEntries(credit?.args ?? [])).toEqual({
      accountId: '1950',
      amount: '10.5',
      description: '5 € & more',
      text: '',
      id: '7',
    });
    expect(signup?.args.toString()).toContain('otherParams=type_domain%3Aempty_domain');
    expect(signup?.args.toString()).not.toContain('hidden-pw');
  });
});

describe("the Axis host on Axis's own server", () => {
  it('speaks HTTP/1.0 without a length, sets idle cookies, and needs no SOAPAction', async () => {
    const peer = await startAxis({ server: 'simple', engine: 'bare' });
    try {
      const reply = await callAxis(peer, quota);
      expect(reply).toMatchObject({ status: 200, httpVersion: '1.0' });
      expect(reply.headers['content-length']).toBeUndefined();
      expect(reply.headers['set-cookie']).toEqual(['0']);
      const envelope =
        '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">' +
        '<e:Body><checkUser/></e:Body></e:Envelope>';
      const bare = await fetch(peer.url, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: envelope,
      });
      expect(await bare.text()).toContain('peer.PanelException: Wrong login or password');
    } finally {
      await peer.close();
    }
  });
});
