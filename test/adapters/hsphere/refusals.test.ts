import { describe, expect, it } from 'vitest';
import { startHsphereGateway } from '../../support/hsphere-gateway.js';
import { executeOperation } from '../../support/poa-gateway.js';
import { accounts, fault, quota } from './answers.js';
import { PASSWORD, scriptPanels } from './scripted-panel.js';

const start = scriptPanels();

const QUOTA = '{ account(id: "hsphere:Account:7") { id } }';

describe('a fault of H-Sphere', () => {
  it.each([
    [
      'psoft.hsphere.NoSuchAccountException: Account 7 of admin',
      'soapenv:Server.userException',
      'NoSuchAccountException',
    ],
    ['java.lang.NullPointerException', 'soapenv:Server.userException', 'NullPointerException'],
    ['psoft.hsphere.Outer$Inner: first line\n  second line\n', 'soapenv:Server.userException', 'Outer$Inner'],
    ["No such operation 'getQuota'", 'Server.userException', 'Server.userException'],
    ["No such operation 'getQuota'", 'axis:Client', 'Client'],
    ['no SOAPAction header!', 'axis:Client.NoSOAPAction', 'Client.NoSOAPAction'],
    [
      'Tried to invoke method public double a.B.getQuota(a.T,long)',
      'soapenv:Server.generalException',
      'Server.generalException',
    ],
    ['Invalid login: joe@example.com', 'soapenv:Server.userException', 'Server.userException'],
    ['', 'soapenv:Server', 'Server'],
  ])('tells its exception or its code, and none of its text: %j', async (text, code, told) => {
    const panel = await start((_, response) => {
      response.writeHead(500, { 'content-type': 'text/xml;charset=utf-8' }).end(fault(text, code));
      return undefined;
    });
    const { errors } = await executeOperation([panel.backend], QUOTA);
    expect(errors?.map(({ originalError }) => originalError)).toMatchObject([
      {
        message: 'Backend hsphere refused getQuota.',
        code: 'BACKEND_FAULT',
        details: {
          backend: 'hsphere',
          native: { backend: 'hsphere', method: 'getQuota', code: told, message: null },
        },
      },
    ]);
    expect(JSON.stringify(await panel.run(QUOTA))).not.toMatch(
      /Account 7 of|second line|internal|Secret|joe@/,
    );
    expect(panel.server.requests).toHaveLength(2);
  });

  it('goes to the log with its text, without the password that it quotes', async () => {
    const quoted = PASSWORD.replace('&', '&amp;').replace('<', '&lt;');
    const panel = await start(() => fault(`psoft.hsphere.LoginException: admin/${quoted} is wrong`));
    const result = await panel.run(QUOTA);
    const log = panel.logLines.join('');
    expect(log).toContain('psoft.hsphere.LoginException: admin/*** is wrong');
    expect(log).not.toContain('internal.example');
    expect(JSON.stringify([result, log])).not.toContain('ss&word');
  });

  it.each([
    ['the class', { exceptionClass: 'NoAccountException' }, null],
    ['the class with its package', { exceptionClass: 'psoft.hsphere.NoAccountException' }, null],
    ['another package', { exceptionClass: 'other.NoAccountException' }, 'BACKEND_FAULT'],
    ['the message', { messageRegex: '^Account \\d+ is gone$' }, null],
    ['the class in the message', { messageRegex: 'NoAccountException' }, 'BACKEND_FAULT'],
    ['both', { exceptionClass: 'NoAccountException', messageRegex: 'gone' }, null],
    ['one of both', { exceptionClass: 'NoAccountException', messageRegex: 'there' }, 'BACKEND_FAULT'],
  ])('is a miss where a rule names %s', async (_, rule, code) => {
    const panel = await start(() => fault('psoft.hsphere.NoAccountException: Account 7 is gone'), {
      faults: [{ ...rule, code: 'NOT_FOUND' }],
    });
    expect((await panel.run(QUOTA)).data).toEqual({ account: null });
    expect(await panel.codesOf(QUOTA)).toEqual(code === null ? [] : [code]);
  });

  it('is still a fault of a read where a rule gives it a meaning that only writes have', async () => {
    const rule = { exceptionClass: 'NoAccountException', code: 'FORBIDDEN' };
    const panel = await start(() => fault('psoft.hsphere.NoAccountException'), { faults: [rule] });
    expect(await panel.codesOf(QUOTA)).toEqual(['BACKEND_FAULT']);
  });

  it('says of each account that the simulated panel refuses whether it exists, where a rule is set', async () => {
    const rule = { exceptionClass: 'AccountNotFoundException', code: 'NOT_FOUND' };
    const query = '{ nodes(ids: ["hsphere:Account:1", "hsphere:Account:999"]) { id } }';
    const withRule = await startHsphereGateway({}, { faults: [rule] });
    expect(await withRule.run(query)).toEqual({ data: { nodes: [{ id: 'hsphere:Account:1' }, null] } });
    await withRule.close();
    const without = await startHsphereGateway({ development: true }, { faults: [] });
    const { data, errors } = await without.run(query);
    expect(data).toEqual({ nodes: [{ id: 'hsphere:Account:1' }, null] });
    expect(errors).toMatchObject([{ message: 'Backend hsphere refused getQuota.', path: ['nodes', 1] }]);
    await without.close();
  });

  it('is what a wrong password leads to, and it is told to nobody', async () => {
    const password = 'wrong-HUSH';
    const gateway = await startHsphereGateway({}, { password });
    const { data, errors } = await gateway.run(QUOTA);
    expect(data).toEqual({ account: null });
    expect(errors).toHaveLength(1);
    expect(gateway.backend.status).toBe('UP');
    expect(JSON.stringify([errors, gateway.logLines, gateway.takeCalls()])).not.toContain('HUSH');
    await gateway.close();
  });
});

describe('an answer of H-Sphere', () => {
  it('keeps the accounts around one that cannot be read', async () => {
    const panel = await start(() => accounts(5, 's3cret', 6, 0, -1, 9223372036854775807n.toString()));
    const { data, errors } = await panel.run(
      '{ accounts(backend: "hsphere") { totalCount nodes { nativeId } } }',
    );
    expect(data).toEqual({
      accounts: {
        totalCount: 6,
        nodes: [{ nativeId: '5' }, null, { nativeId: '6' }, null, null, { nativeId: '9223372036854775807' }],
      },
    });
    expect(errors?.map(({ path }) => path)).toEqual([1, 3, 4].map((index) => ['accounts', 'nodes', index]));
    expect(JSON.stringify(errors)).not.toContain('s3cret');
  });

  it.each(['INF', '-INF', 'NaN'])('tells no quota where it is %s', async (text) => {
    const panel = await start(() => quota(text));
    expect(await panel.run('{ account(id: "hsphere:Account:7") { id diskQuotaKiB } }')).toEqual({
      data: { account: { id: 'hsphere:Account:7', diskQuotaKiB: null } },
    });
  });

  it('is read in another charset, in pieces, over HTTP/1.0 without a length, with cookies that are none', async () => {
    const panel = await start((_, response) => {
      response.shouldKeepAlive = false;
      response.useChunkedEncodingByDefault = false;
      const headers = { 'content-type': 'text/xml;charset=UTF-16', 'set-cookie': '0', 'set-cookie2': '0' };
      response.writeHead(200, headers);
      for (const byte of Buffer.from(`\ufeff${quota('1.6E10')}`, 'utf16le')) response.write(Buffer.of(byte));
      response.end();
      return undefined;
    });
    const query = '{ account(id: "hsphere:Account:7") { diskQuotaKiB } }';
    expect(await panel.run(query)).toEqual({ data: { account: { diskQuotaKiB: 1.6e10 } } });
    await panel.run(query);
    expect(panel.server.requests[1]?.headers.cookie).toBeUndefined();
  });

  it('is mended where Axis breaks a character in two, and the log says so', async () => {
    const panel = await start(() => fault('psoft.hsphere.UserException: moon&#xD83C;&#xDF19;'));
    expect(await panel.codesOf(QUOTA)).toEqual(['BACKEND_FAULT']);
    expect(panel.logLines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { method: 'getQuota', repairs: 1 },
      { method: 'getQuota', faultString: 'psoft.hsphere.UserException: moon🌙' },
    ]);
  });
});
