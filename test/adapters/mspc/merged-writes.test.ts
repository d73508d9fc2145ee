import { describe, expect, it } from 'vitest';
import { ask } from './scripted-panel.js';

const KNOWN =
  '<RoleId>3</RoleId><Role>User</Role><StatusId>1</StatusId><UserId>12</UserId><OwnerId>3</OwnerId>';
const UNKNOWN =
  '<Created>2016-04-06T09:15:27.347Z</Created><MfaMode>2</MfaMode><Badge><Level>gold &amp; more</Level></Badge>';
const RECORD = `${KNOWN}${UNKNOWN}<IsDemo>false</IsDemo><Username>acme</Username><Password>S3cret-old</Password>`;
const COMMENT = `mutation { updateAccount(input: { accountId: "mspc:Account:12", comments: "new" }) {
  account { id } userErrors { code message } } }`;

const bodyOf = (requests: ReadonlyArray<{ readonly body: string }>, method: string): string =>
  requests.find(({ body }) => body.includes(`<${method} `))?.body ?? '';

describe('an account that is written back', () => {
  it('has all that the panel told, known or not, word for word, but for the password', async () => {
    const { requests } = await ask(COMMENT, { GetUserById: RECORD, UpdateUser: '0' });
    const body = bodyOf(requests, 'UpdateUser');
    expect(body).toContain(`<user>${KNOWN}${UNKNOWN}<IsDemo>false</IsDemo><Comments>new</Comments>`);
    expect(body).not.toContain('S3cret');
  });

  it('is left alone on servers that keep more of it than they tell', async () => {
    const { data, requests } = await ask(COMMENT, { GetUserById: `${RECORD}<Vlans />`, UpdateUser: '0' });
    expect(data).toMatchObject({ updateAccount: { userErrors: [{ code: 'UNSUPPORTED' }] } });
    expect(bodyOf(requests, 'UpdateUser')).toBe('');
  });

  it.each([
    ['the operator allows it', `${RECORD}<Vlans />`, { additionalParams: 'keep-unsafe' }],
    ['the server tells that, too', `${RECORD}<AdditionalParams>x</AdditionalParams><Vlans />`, {}],
  ])('is updated there nevertheless where %s', async (_case, record, settings) => {
    const { requests } = await ask(COMMENT, { GetUserById: record, UpdateUser: '0' }, settings);
    expect(bodyOf(requests, 'UpdateUser')).toContain('<Vlans></Vlans>');
  });
});

describe('a package that is written back', () => {
  const record =
    '<PackageId>17</PackageId><UserId>12</UserId><StatusId>1</StatusId><PlanId>11</PlanId>' +
    '<PurchaseDate>2021-03-01T09:15:27.347+01:00</PurchaseDate><PackageName>old</PackageName><OverrideQuotas>true</OverrideQuotas><StatusIDchangeDate>2024-01-01T00:00:00</StatusIDchangeDate>';
  const rename = `mutation { updatePackage(input: { packageId: "mspc:Package:17", name: "new" }) { package { id } exceededQuotas { quotaId } userErrors { code } } }`;

  it('has its dates word for word, overrides and members of later servers', async () => {
    const { data, requests } = await ask(rename, { GetPackage: record, UpdatePackage: '<Result>0</Result>' });
    expect(bodyOf(requests, 'UpdatePackage')).toContain(
      `<package>${record.replace('>old<', '>new<')}</package>`,
    );
    expect(data).toEqual({
      updatePackage: { package: { id: 'mspc:Package:17' }, exceededQuotas: null, userErrors: [] },
    });
  });
});
