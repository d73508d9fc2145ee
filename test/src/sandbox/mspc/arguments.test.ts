import { describe, expect, it } from 'vitest';
import { envelope, NAMESPACE, startServer, textsOf } from './enterprise-server.js';

describe('arguments', () => {
  it('take their defaults when they are missing', async () => {
    const server = await startServer();
    const answer = await server.users('GetUserById', '');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`<GetUserByIdResponse xmlns="${NAMESPACE}" />`);
  });

  it('are passed over in no namespace or another', async () => {
    const server = await startServer();
    const answer = await server.users('UserExists', '<username xmlns="">nordlicht</username>');
    expect(answer.result).toBe('false');
  });

  it('are passed over altogether below an element that is not the method’s', async () => {
    const server = await startServer();
    const args = '<username>nordlicht</username>';
    const wrongName = envelope('userExists', args);
    const noNamespace = envelope('UserExists', args, '');
    for (const body of [wrongName, noNamespace]) {
      const answer = await server.post(body, {
        'content-type': 'text/xml',
        soapaction: `"${NAMESPACE}/UserExists"`,
        authorization: `Basic ${Buffer.from('serveradmin:sandbox-mspc').toString('base64')}`,
      });
      expect(answer.result).toBe('false');
    }
  });

  it('may be prefixed, in any order, and among unknown ones', async () => {
    const server = await startServer();
    const answer = await server.users(
      'GetUsers',
      `<colour>red</colour><m:recursive xmlns:m="${NAMESPACE}">1</m:recursive><ownerId> 15 </ownerId>`,
    );
    expect(textsOf(answer.result, 'UserId')).toEqual(['16']);
  });

  it('are taken from the first of two equal elements', async () => {
    const server = await startServer();
    const answer = await server.users('GetUserById', '<userId>12</userId><userId>13</userId>');
    expect(textsOf(answer.result, 'Username')).toEqual(['nordlicht']);
  });

  it.each([
    ['an int with letters', 'esUsers', 'GetUserById', '<userId>12a</userId>'],
    ['an empty int', 'esUsers', 'GetUserById', '<userId />'],
    ['an int above 32 bits', 'esUsers', 'GetUserById', '<userId>2147483648</userId>'],
    ['a bool in words', 'esUsers', 'GetUsers', '<ownerId>1</ownerId><recursive>True</recursive>'],
    ['an enum by number', 'esUsers', 'ChangeUserStatus', '<userId>12</userId><status>2</status>'],
    ['an enum of another type', 'esUsers', 'ChangeUserStatus', '<userId>12</userId><status>New</status>'],
    [
      'a date that does not exist',
      'esPackages',
      'AddPackage',
      '<purchaseDate>2025-02-29T00:00:00</purchaseDate>',
    ],
    ['a date in words', 'esPackages', 'AddPackage', '<purchaseDate>tomorrow</purchaseDate>'],
    ['elements where text belongs', 'esUsers', 'UserExists', '<username><b>x</b></username>'],
    ['a price with a comma', 'esPackages', 'AddHostingPlan', '<plan><SetupPrice>1,50</SetupPrice></plan>'],
  ])('fault as the client’s mistake for %s', async (_, service, method, args) => {
    const server = await startServer();
    const answer = await server.call(service, method, args);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('<faultcode>soap:Client</faultcode>');
    expect(answer.fault).toContain('Server was unable to read request.');
    expect(answer.fault).toMatch(/There is an error in XML document \(\d+, \d+\)/);
  });

  it('keep white space and CDATA of strings', async () => {
    const server = await startServer();
    await server.packages(
      'UpdatePackageName',
      '<packageId>17</packageId><packageName> a <![CDATA[<b> & ]]>c&#xD;</packageName>',
    );
    const answer = await server.packages('GetPackage', '<packageId>17</packageId>');
    expect(textsOf(answer.result, 'PackageName')).toEqual([' a &lt;b&gt; &amp; c\r']);
  });
});
