import { describe, expect, it } from 'vitest';
import { CUSTOMER, RESELLER, rowsOf, startServer, type TestServer, textsOf } from './enterprise-server.js';

const GROUPS =
  '<Groups><HostingPlanGroupInfo><GroupId>1</GroupId><Enabled>false</Enabled></HostingPlanGroupInfo></Groups>';
const quotas = (value: number) =>
  `<Quotas><HostingPlanQuotaInfo><QuotaId>52</QuotaId><QuotaValue>${value}</QuotaValue></HostingPlanQuotaInfo></Quotas>`;
const plan = (members: string) => `<plan>${members}</plan>`;

async function contents(server: TestServer, planId: number) {
  const { result } = await server.packages('GetHostingPlanContext', `<planId>${planId}</planId>`);
  return { groups: textsOf(result, 'GroupName'), values: textsOf(result, 'QuotaAllocatedValue') };
}

describe('AddHostingPlan', () => {
  it('answers the next id and stores prices with four digits', async () => {
    const server = await startServer();
    const members = `<PlanId>99</PlanId><PackageId>2</PackageId><PlanName>Web XS</PlanName><Available>true</Available><ServerId>3</ServerId><SetupPrice>0</SetupPrice><RecurringPrice>1.5</RecurringPrice>${GROUPS}${quotas(100)}<UserId>3</UserId>`;
    expect((await server.packages('AddHostingPlan', plan(members), RESELLER)).result).toBe('31');
    const { result } = await server.packages('GetHostingPlan', '<planId>31</planId>');
    expect(result).toContain('<SetupPrice>0.0000</SetupPrice><RecurringPrice>1.5000</RecurringPrice>');
    expect(result).toContain('<ServerId>3</ServerId>');
    const { groups, values } = await contents(server, 31);
    expect(groups).toEqual(['OS']);
    expect(values).toContain('100');
  });

  it('drops the server of an addon', async () => {
    const server = await startServer();
    const members =
      '<PlanName>Extra</PlanName><ServerId>3</ServerId><IsAddon>true</IsAddon><UserId>3</UserId>';
    for (const method of ['AddHostingPlan', 'AddHostingAddon']) {
      const { result } = await server.packages(method, plan(members));
      const read = await server.packages('GetHostingPlan', `<planId>${result}</planId>`);
      expect(read.result).toContain('<ServerId>0</ServerId><IsAddon>true</IsAddon>');
    }
  });

  it('refuses customers, and faults for accounts of others', async () => {
    const server = await startServer();
    expect((await server.packages('AddHostingPlan', plan(''), CUSTOMER)).result).toBe('-112');
    const others = await server.packages('AddHostingPlan', plan('<UserId>4</UserId>'), RESELLER);
    expect(others.fault).toContain('You are not allowed to access this account');
  });

  it('answers an object where the server is made so', async () => {
    const server = await startServer({ planResults: 'object' });
    const added = await server.packages('AddHostingPlan', plan('<UserId>3</UserId>'));
    expect(added.result).toBe('<Result>31</Result>');
    const deleted = await server.packages('DeleteHostingPlan', '<planId>31</planId>');
    expect(deleted.result).toBe('<Result>0</Result>');
  });
});

describe('UpdateHostingPlan', () => {
  it('empties groups and quotas when either is left out', async () => {
    const server = await startServer();
    const answer = await server.packages('UpdateHostingPlan', plan(`<PlanId>12</PlanId>${GROUPS}`));
    expect(textsOf(answer.result, 'Result')).toEqual(['0']);
    expect(await contents(server, 12)).toEqual({ groups: [], values: [] });
    const { result } = await server.packages('GetHostingPlan', '<planId>12</planId>');
    expect(result).not.toContain('PlanName');
    expect(result).toContain('<Available>false</Available>');
  });

  it('keeps the owner and what kind of plan it is', async () => {
    const server = await startServer();
    const members = `<PlanId>15</PlanId><IsAddon>false</IsAddon><UserId>4</UserId>${GROUPS}${quotas(10)}`;
    await server.packages('UpdateHostingAddon', plan(members));
    const { result } = await server.packages('GetHostingPlan', '<planId>15</planId>');
    expect(textsOf(result, 'IsAddon')).toEqual(['true']);
    expect(textsOf(result, 'UserId')).toEqual(['3']);
  });

  it('takes only the quotas back where a parent space has too little', async () => {
    const server = await startServer();
    const before = await contents(server, 11);
    const members = `<PlanId>11</PlanId><PlanName>Riesig</PlanName>${GROUPS}${quotas(600_000)}`;
    const { result } = await server.packages('UpdateHostingPlan', plan(members));
    expect(textsOf(result, 'Result')).toEqual(['-305']);
    expect(rowsOf(result, 'Table')).toEqual([
      '<QuotaID>52</QuotaID><QuotaName>OS.Diskspace</QuotaName><QuotaValue>129696</QuotaValue>',
    ]);
    expect(await contents(server, 11)).toEqual(before);
    const read = await server.packages('GetHostingPlan', '<planId>11</planId>');
    expect(textsOf(read.result, 'PlanName')).toEqual(['Riesig']);
  });

  it('faults on an unknown plan', async () => {
    const server = await startServer();
    const answer = await server.packages('UpdateHostingPlan', plan('<PlanId>99</PlanId>'));
    expect(answer.fault).toContain('Object reference not set');
  });
});

describe('DeleteHostingPlan', () => {
  it.each([
    ['a plan that packages use', 'DeleteHostingPlan', 11, '-1501'],
    ['an addon that packages use', 'DeleteHostingAddon', 15, '-1502'],
    ['an addon that nobody uses', 'DeleteHostingAddon', 17, '0'],
    ['a plan that is not there', 'DeleteHostingPlan', 99, '0'],
  ])('answers for %s', async (_, method, planId, code) => {
    const server = await startServer();
    expect((await server.packages(method, `<planId>${planId}</planId>`)).result).toBe(code);
  });

  it('deletes', async () => {
    const server = await startServer();
    await server.packages('DeleteHostingPlan', '<planId>17</planId>');
    expect((await server.packages('GetHostingPlan', '<planId>17</planId>')).result).toBeUndefined();
  });
});
