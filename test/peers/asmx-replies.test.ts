import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AsmxPeer, startAsmx } from './support/asmx.js';
import { ASMX_NAMESPACE, type AsmxCall, callAsmx } from './support/asmx-call.js';
import { post, type RawReply } from './support/post.js';
import { expectRecorded } from './support/recorded.js';

/** What the panel's addressing layer draws anew for every reply. */
function scrub(reply: RawReply): string {
  return reply.body.replace(/urn:uuid:[0-9a-f-]{36}/g, 'urn:uuid:00000000-0000-4000-8000-000000000000');
}

const newPackage = (planId: number) =>
  `<userId>3</userId><planId>${planId}</planId><packageName>Zusätzlich</packageName>` +
  '<packageComments></packageComments><statusId>1</statusId><purchaseDate>2024-02-29T00:00:00</purchaseDate>';
const newUser =
  '<user><RoleId>3</RoleId><StatusId>1</StatusId><OwnerId>2</OwnerId><Username>fresh</Username>' +
  '<Password>Xy7-pass</Password><FirstName>Fré</FirstName><LastName>Sh</LastName></user>' +
  '<sendLetter>false</sendLetter><password>Xy7-pass</password>';
const page = (filter: string) =>
  `<userId>2</userId><filterColumn>Username</filterColumn><filterValue>${filter}</filterValue>` +
  '<statusId>0</statusId><roleId>0</roleId><sortColumn>U.UserID DESC</sortColumn>' +
  '<startRow>0</startRow><maximumRows>1</maximumRows>';

describe('recorded replies of the ASMX host', () => {
  let peer: AsmxPeer;
  beforeAll(async () => {
    peer = await startAsmx();
  });
  afterAll(() => peer.close());

  const recordings: [reason: string, fixture: string, status: number, request: AsmxCall][] = [
    [
      'every kind of text',
      'GetUserById.found',
      200,
      { to: 'esUsers.GetUserById', args: '<userId>2</userId>' },
    ],
    [
      'null members are absent',
      'GetUserById.sparse',
      200,
      { to: 'esUsers.GetUserById', args: '<userId>3</userId>' },
    ],
    [
      'an instant in UTC',
      'GetUserById.created-utc',
      200,
      { to: 'esUsers.GetUserById', args: '<userId>4</userId>' },
    ],
    [
      'an instant with an offset',
      'GetUserById.created-offset',
      200,
      { to: 'esUsers.GetUserById', args: '<userId>5</userId>' },
    ],
    [
      'not found is an absent result',
      'GetUserById.unknown',
      200,
      { to: 'esUsers.GetUserById', args: '<userId>99</userId>' },
    ],
    [
      'a list of partial rows',
      'GetUsers.rows',
      200,
      { to: 'esUsers.GetUsers', args: '<ownerId>2</ownerId><recursive>true</recursive>' },
    ],
    [
      'an empty list',
      'GetUsers.empty',
      200,
      { to: 'esUsers.GetUsers', args: '<ownerId>3</ownerId><recursive>true</recursive>' },
    ],
    ['a page of two rows', 'GetUsersPaged.page', 200, { to: 'esUsers.GetUsersPaged', args: page('%e%') }],
    ['a page without rows', 'GetUsersPaged.empty', 200, { to: 'esUsers.GetUsersPaged', args: page('%zzz%') }],
    ['a package', 'GetPackage.found', 200, { to: 'esPackages.GetPackage', args: '<packageId>4</packageId>' }],
    [
      'a list of packages',
      'GetMyPackages.rows',
      200,
      { to: 'esPackages.GetMyPackages', args: '<userId>4</userId>' },
    ],
    [
      'objects in an object',
      'GetPackageContext.found',
      200,
      { to: 'esPackages.GetPackageContext', args: '<packageId>3</packageId>' },
    ],
    [
      'two tables',
      'GetPackageQuotas.rows',
      200,
      { to: 'esPackages.GetPackageQuotas', args: '<packageId>3</packageId>' },
    ],
    [
      'a null column',
      'GetPackageAddons.rows',
      200,
      { to: 'esPackages.GetPackageAddons', args: '<packageId>3</packageId>' },
    ],
    [
      'a table without rows',
      'GetPackageAddons.empty',
      200,
      { to: 'esPackages.GetPackageAddons', args: '<packageId>4</packageId>' },
    ],
    [
      'prices, no groups',
      'GetHostingPlan.found',
      200,
      { to: 'esPackages.GetHostingPlan', args: '<planId>2</planId>' },
    ],
    [
      'plans as a table',
      'GetHostingPlans.rows',
      200,
      { to: 'esPackages.GetHostingPlans', args: '<userId>2</userId>' },
    ],
    [
      'groups and quotas of a plan',
      'GetHostingPlanContext.found',
      200,
      { to: 'esPackages.GetHostingPlanContext', args: '<planId>3</planId>' },
    ],
    ['a new id', 'AddUser.created', 200, { to: 'esUsers.AddUser', args: newUser }],
    ['a business code', 'AddUser.name-taken', 200, { to: 'esUsers.AddUser', args: newUser }],
    [
      'nothing exceeded',
      'AddPackage.created',
      200,
      { to: 'esPackages.AddPackage', args: newPackage(2), login: 'nordhost:n0rd-pass' },
    ],
    [
      'exceeded quotas',
      'AddPackage.quota-exceeded',
      200,
      { to: 'esPackages.AddPackage', args: newPackage(3), login: 'nordhost:n0rd-pass' },
    ],
    [
      'no table when refused early',
      'AddPackage.refused',
      200,
      { to: 'esPackages.AddPackage', args: newPackage(2), login: 'acme:acme-pass' },
    ],
    [
      'a failure inside the panel',
      'fault.server',
      500,
      { to: 'esUsers.ChangeUserPassword', args: '<userId>99</userId><password>x</password>' },
    ],
    [
      'an enum sent as a number',
      'fault.enum-number',
      500,
      { to: 'esUsers.ChangeUserStatus', args: '<userId>3</userId><status>2</status>' },
    ],
    ['an action that is not there', 'fault.unknown-action', 500, { to: 'esUsers.GetEverything' }],
  ];
  it.each(recordings)('shows %s in %s', async (_reason, fixture, status, request) => {
    const reply = await callAsmx(peer, request);
    expectRecorded(`asmx/${fixture}`, scrub(reply));
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toBe('text/xml; charset=utf-8');
  });

  it('answers SOAP 1.2 in SOAP 1.2, with faults of another shape', async () => {
    const reply = await post(
      `${peer.url}/esUsers.asmx`,
      '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>' +
        `<GetUserById xmlns="${ASMX_NAMESPACE}"><userId>two</userId></GetUserById></e:Body></e:Envelope>`,
      {
        'content-type': `application/soap+xml; charset=utf-8; action="${ASMX_NAMESPACE}/GetUserById"`,
        authorization: `Basic ${Buffer.from('serveradmin:serveradmin').toString('base64')}`,
      },
    );
    expect(reply.status).toBe(500);
    expect(reply.headers['content-type']).toBe('application/soap+xml; charset=utf-8');
    expectRecorded('asmx/fault.soap12', scrub(reply));
  });
});
