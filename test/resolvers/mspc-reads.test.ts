import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MspcGateway, startMspcGateway } from '../support/mspc-gateway.js';
import { ACCOUNT_CASES } from './mspc/account-cases.js';
import { PACKAGE_CASES } from './mspc/package-cases.js';

describe('reads of an MSPControl', () => {
  let gateway: MspcGateway;
  beforeAll(async () => {
    gateway = await startMspcGateway();
  });
  afterAll(() => gateway.close());

  it.each([...ACCOUNT_CASES, ...PACKAGE_CASES])('$title', async ({ query, data, calls }) => {
    gateway.takeCalls();
    expect(await gateway.run(query)).toEqual({ data });
    expect(gateway.takeCalls().toSorted()).toEqual(calls.toSorted());
  });

  it('fails for an account that the panel cannot show, and for nothing beside it', async () => {
    const { data, errors } = await gateway.run(
      '{ bad: account(id: "mspc:Account:9") { id } good: account(id: "mspc:Account:12") { login } }',
    );
    expect(data).toEqual({ bad: null, good: { login: 'nordlicht' } });
    expect(errors).toMatchObject([{ message: 'Backend mspc refused GetUserById.', path: ['bad'] }]);
  });

  it('shows a package whose quotas are refused, and the refusal beside it', async () => {
    const other = await startMspcGateway({}, { username: 'alpenhost', password: 'sandbox-secret-alpenhost' });
    const { data, errors } = await other.run('{ package(id: "mspc:Package:17") { name quotas { name } } }');
    expect(data).toEqual({ package: { name: 'Web Pro', quotas: null } });
    expect(errors).toMatchObject([{ path: ['package', 'quotas'] }]);
    expect(other.takeCalls().toSorted()).toEqual(['GetPackage', 'GetPackageContext']);
    await other.close();
  });

  it('fails for a quota that does not exist', async () => {
    const { data, errors } = await gateway.run(
      '{ package(id: "mspc:Package:17") { name quotas(names: ["Web.Sites", "No.Such"]) { name } } }',
    );
    expect(data).toEqual({ package: { name: 'Web Pro', quotas: null } });
    expect(errors).toMatchObject([{ path: ['package', 'quotas'] }]);
  });

  it('reads names beyond ASCII from servers that do not announce a charset', async () => {
    const { data } = await gateway.run('{ package(id: "mspc:Package:4") { name comments } }');
    expect(data).toEqual({ package: { name: '東京ホスト', comments: 'お支払い待ち' } });
  });
});
