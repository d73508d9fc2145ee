import { describe, expect, it } from 'vitest';
import { doctype, empty, html, httpError, malformed } from '../../../../src/sandbox/misbehaviour.js';
import { createMspcSimulator } from '../../../../src/sandbox/mspc/server.js';
import { startServer, textsOf } from './enterprise-server.js';

const EXISTS = '<username>nordlicht</username>';

describe('the simulator', () => {
  it('says how a configuration reaches it', async () => {
    const { simulator } = await startServer();
    expect(simulator.kind).toBe('mspc');
    expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(simulator.configuration).toEqual({
      kind: 'mspc',
      url: simulator.url,
      username: 'serveradmin',
      password: 'sandbox-mspc',
      timeZone: 'Europe/Berlin',
      additionalParams: 'keep-unsafe',
    });
  });

  it('adds to the configuration in what it differs', async () => {
    const { simulator } = await startServer({ addUser: 3, namespace: 'urn:other', timeZone: 'Asia/Tokyo' });
    expect(simulator.configuration).toMatchObject({
      addUser: 3,
      namespace: 'urn:other',
      timeZone: 'Asia/Tokyo',
    });
  });

  it('records calls in order, their objects and lists, without passwords', async () => {
    const server = await startServer();
    await server.users('UserExists', EXISTS);
    await server.users('AddUser', '<user><Username>x</Username><Password>topsecret</Password></user>');
    await server.packages(
      'AddHostingPlan',
      '<plan><Groups><HostingPlanGroupInfo><GroupId>1</GroupId></HostingPlanGroupInfo><HostingPlanGroupInfo><GroupId>2</GroupId></HostingPlanGroupInfo></Groups></plan>',
    );
    expect(server.simulator.calls).toEqual([
      { method: 'UserExists', params: { username: 'nordlicht' } },
      { method: 'AddUser', params: { user: { Username: 'x', Password: '***' } } },
      {
        method: 'AddHostingPlan',
        params: { plan: { Groups: { HostingPlanGroupInfo: [{ GroupId: '1' }, { GroupId: '2' }] } } },
      },
    ]);
  });

  it('goes back to its seed, with no calls and faults', async () => {
    const server = await startServer();
    await server.users('ChangeUserStatus', '<userId>12</userId><status>Suspended</status>');
    await server.packages('AddHostingPlan', '<plan><UserId>3</UserId></plan>');
    await server.packages('DeletePackage', '<packageId>17</packageId>');
    server.simulator.faults.next('*', { kind: 'drop' });
    server.simulator.reset();
    expect(server.simulator.calls).toEqual([]);
    const user = await server.users('GetUserById', '<userId>12</userId>');
    expect(textsOf(user.result, 'Status')).toEqual(['Active']);
    const again = await server.packages('AddHostingPlan', '<plan><UserId>3</UserId></plan>');
    expect(again.result).toBe('31');
    expect((await server.packages('GetPackage', '<packageId>17</packageId>')).result).toContain('Web Pro');
  });

  it('shares nothing with another one', async () => {
    const one = await startServer();
    const other = await startServer();
    await one.packages('UpdatePackageName', '<packageId>17</packageId><packageName>One</packageName>');
    const { result } = await other.packages('GetPackage', '<packageId>17</packageId>');
    expect(textsOf(result, 'PackageName')).toEqual(['Web Pro']);
  });

  it('ends hanging connections when it closes', async () => {
    const simulator = await createMspcSimulator();
    simulator.faults.next('*', { kind: 'hang' });
    const asked = fetch(new URL('esAuthentication.asmx', simulator.url), {
      method: 'POST',
      headers: {
        'content-type': 'text/xml',
        soapaction: '"http://smbsaas/MSPC/enterpriseserver/AuthenticateUser"',
      },
      body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>',
    }).catch((error: unknown) => error);
    await expect.poll(() => simulator.calls.length).toBe(1);
    await simulator.close();
    expect(await asked).toBeInstanceOf(TypeError);
  });
});

describe('misbehaviour', () => {
  it('is a SOAP fault on request, once', async () => {
    const server = await startServer();
    server.simulator.faults.next('UserExists', { kind: 'fault', message: 'Deadlock <victim>' });
    const answer = await server.users('UserExists', EXISTS);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('<faultcode>soap:Server</faultcode>');
    expect(answer.fault).toContain('System.Exception: Deadlock &lt;victim&gt;');
    expect((await server.users('UserExists', EXISTS)).result).toBe('true');
  });

  it('loses a reply after the work is done', async () => {
    const server = await startServer();
    server.simulator.faults.next('ChangeUserPassword', { kind: 'replyLost' });
    const args = '<userId>12</userId><password>fresh</password>';
    await expect(server.users('ChangeUserPassword', args)).rejects.toThrow('fetch failed');
    expect((await server.users('UserExists', EXISTS, 'nordlicht:fresh')).result).toBe('true');
  });

  it('drops the connection before the work is done', async () => {
    const server = await startServer();
    server.simulator.faults.next('ChangeUserPassword', { kind: 'drop' });
    const args = '<userId>12</userId><password>fresh</password>';
    await expect(server.users('ChangeUserPassword', args)).rejects.toThrow('fetch failed');
    expect((await server.users('UserExists', EXISTS, 'nordlicht:fresh')).status).toBe(401);
  });

  it.each([
    ['malformed XML', malformed],
    ['a page', html],
    ['nothing', empty],
    ['a document type', doctype],
    ['a status', httpError(503)],
  ])('answers %s', async (_, misbehaviour) => {
    const server = await startServer();
    server.simulator.faults.next('UserExists', misbehaviour);
    const answer = await server.users('UserExists', EXISTS);
    expect(misbehaviour).toMatchObject({ status: answer.status, body: answer.text });
    expect((await server.users('UserExists', EXISTS)).result).toBe('true');
  });

  it('cuts an answer in half', async () => {
    const server = await startServer();
    server.simulator.faults.next('UserExists', { kind: 'truncated' });
    await expect(server.users('UserExists', EXISTS)).rejects.toThrow('terminated');
  });

  it('does not befall requests that were refused', async () => {
    const server = await startServer();
    server.simulator.faults.next('*', { kind: 'drop' });
    expect((await server.users('UserExists', EXISTS, 'serveradmin:guess')).status).toBe(401);
  });
});
