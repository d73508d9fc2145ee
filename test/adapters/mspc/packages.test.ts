import { describe, expect, it } from 'vitest';
import { ask } from './scripted-panel.js';

describe('a package', () => {
  const PACKAGE = '{ package(id: "mspc:Package:9") { purchasedAt status plan { id } account { id } } }';
  const found = async (members: string, settings?: Readonly<Record<string, unknown>>) =>
    (await ask(PACKAGE, { GetPackage: `<PackageId>9</PackageId>${members}` }, settings)).data?.package;

  it.each([
    ['Europe/Berlin', '2016-07-06T00:00:00', '2016-07-06T00:00:00+02:00'],
    ['America/New_York', '2016-07-06T00:00:00', '2016-07-06T00:00:00-04:00'],
    ['Europe/Berlin', '2016-07-06T00:00:00Z', '2016-07-06T00:00:00Z'],
    ['Europe/Berlin', '2016-07-06T00:00:00-07:00', '2016-07-06T00:00:00-07:00'],
    ['Europe/Berlin', '0001-01-01T00:00:00', null],
  ])('was bought, on a server in %s, at %s: %s', async (timeZone, text, purchasedAt) => {
    expect(await found(`<PurchaseDate>${text}</PurchaseDate>`, { timeZone })).toMatchObject({ purchasedAt });
  });

  it('takes the server’s time for UTC unless told otherwise', async () => {
    expect(await found('<PurchaseDate>2016-07-06T12:00:00.5</PurchaseDate>')).toMatchObject({
      purchasedAt: '2016-07-06T12:00:00.5+00:00',
    });
  });

  it('may have no plan, as the root has none', async () => {
    expect(await found('<PlanId>0</PlanId><UserId>1</UserId><StatusId>4</StatusId>')).toMatchObject({
      plan: null,
      account: { id: 'mspc:Account:1' },
      status: 'NEW',
    });
  });
});

describe('a quota', () => {
  const quota = async (members: string) =>
    (
      await ask(
        '{ package(id: "mspc:Package:9") { quotas(names: ["x"]) { quotaId name description group kind allocated unlimited used } } }',
        { GetPackage: '<PackageId>9</PackageId>', GetPackageQuota: members },
      )
    ).data?.package;

  it('is completed from the documented catalogue', async () => {
    expect(await quota('<QuotaId>52</QuotaId><QuotaAllocatedValue>5000</QuotaAllocatedValue>')).toEqual({
      quotas: [
        {
          quotaId: 52,
          name: 'OS.Diskspace',
          description: 'Disk space, MB',
          group: 'OS',
          kind: 'AMOUNT',
          allocated: '5000',
          unlimited: false,
          used: null,
        },
      ],
    });
  });

  it('is told as the panel tells it where that differs', async () => {
    const members =
      '<QuotaId>52</QuotaId><QuotaName>OS.Space</QuotaName><QuotaDescription>Space</QuotaDescription>' +
      '<QuotaTypeId>3</QuotaTypeId><GroupId>2</GroupId><QuotaUsedValue>3000000000</QuotaUsedValue>';
    expect(await quota(members)).toEqual({
      quotas: [
        {
          quotaId: 52,
          name: 'OS.Space',
          description: 'Space',
          group: 'Web',
          kind: 'MAXIMUM',
          allocated: null,
          unlimited: null,
          used: '3000000000',
        },
      ],
    });
  });

  it('may be one that no document knows', async () => {
    expect(await quota('<QuotaId>5</QuotaId><QuotaTypeId>9</QuotaTypeId>')).toMatchObject({
      quotas: [{ quotaId: 5, name: null, group: null, kind: null }],
    });
  });

  it('is unlimited at -1, unless it is a switch', async () => {
    const of = (typeId: number) =>
      quota(
        `<QuotaId>1</QuotaId><QuotaTypeId>${typeId}</QuotaTypeId><QuotaAllocatedValue>-1</QuotaAllocatedValue>`,
      );
    expect(await of(2)).toMatchObject({ quotas: [{ allocated: null, unlimited: true }] });
    expect(await of(1)).toMatchObject({ quotas: [{ allocated: '-1', unlimited: false }] });
  });
});
