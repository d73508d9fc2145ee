import { describe, expect, it } from 'vitest';
import { ADMIN, basic, envelope, NAMESPACE, startServer, type TestServer } from './enterprise-server.js';

const HEADERS = {
  'content-type': 'text/xml; charset=utf-8',
  soapaction: `"${NAMESPACE}/UserExists"`,
  authorization: basic(ADMIN),
};

async function stillAnswers(server: TestServer): Promise<void> {
  const answer = await server.users('UserExists', '<username>alpine</username>');
  expect(answer.result).toBe('true');
}

describe('a request that is not XML', () => {
  it.each([
    ['nothing', ''],
    ['text', 'userId=12'],
    ['half an envelope', envelope('UserExists', '').slice(0, 120)],
    ['wrongly nested tags', '<a><b></a></b>'],
    ['an undeclared prefix', '<s:Envelope/>'],
    ['an unknown entity', envelope('UserExists', '<username>&boom;</username>')],
    ['a control character', envelope('UserExists', '<username>\u0001</username>')],
    ['two roots', '<a/><b/>'],
    ['a million angle brackets', '<'.repeat(1_000_000)],
    ['a document type', `<!DOCTYPE a [<!ENTITY x "y">]>${envelope('UserExists', '').slice(38)}`],
  ])('is answered 400 for %s', async (_, body) => {
    const server = await startServer();
    const answer = await server.post(body, HEADERS);
    expect([answer.status, answer.text]).toEqual([400, '']);
    expect(server.simulator.calls).toEqual([]);
    await stillAnswers(server);
  });

  it('is answered 400 for bytes that are not in the charset stated', async () => {
    const server = await startServer();
    const body = Buffer.from(envelope('UserExists', '<username>müller</username>'), 'latin1');
    expect((await server.post(body, HEADERS)).status).toBe(400);
    expect(
      (await server.post(body, { ...HEADERS, 'content-type': 'text/xml; charset=klingon' })).status,
    ).toBe(400);
    const declared = await server.post(body, { ...HEADERS, 'content-type': 'text/xml; charset=iso-8859-1' });
    expect(declared.result).toBe('true');
  });
});

describe('a request that costs more than it should', () => {
  it.each([
    ['nested too deeply', `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`],
    ['made of too many elements', '<a/>'.repeat(100_000)],
    ['full of attributes', `<a ${Array.from({ length: 5_000 }, (_, i) => `x${i}="1"`).join(' ')}/>`],
  ])('is refused when %s', async (_, args) => {
    const server = await startServer();
    const answer = await server.post(envelope('UserExists', args), HEADERS);
    expect(answer.status).toBe(400);
    await stillAnswers(server);
  });

  it('is refused above 16 MiB', async () => {
    const server = await startServer();
    const body = envelope('UserExists', `<username>${'x'.repeat(17 * 1024 * 1024)}</username>`);
    const answer = await server.post(body, HEADERS);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('Maximum request length exceeded.');
  });

  it('is answered at once when its filter is full of wildcards', async () => {
    const server = await startServer();
    const pattern = '%a'.repeat(20_000);
    const answer = await server.users(
      'GetUsersPaged',
      `<userId>1</userId><filterColumn>Username</filterColumn><filterValue>${pattern}</filterValue><maximumRows>5</maximumRows>`,
    );
    expect(answer.result).toContain('<Column1>0</Column1>');
  });
});

describe('names that every JavaScript object has', () => {
  it('are arguments like others', async () => {
    const server = await startServer();
    const answer = await server.users('UserExists', '<__proto__>1</__proto__><constructor>2</constructor>');
    expect(answer.result).toBe('false');
    expect(JSON.stringify(server.simulator.calls)).toBe(
      '[{"method":"UserExists","params":{"__proto__":"1","constructor":"2"}}]',
    );
  });

  it('are not columns', async () => {
    const server = await startServer();
    const answer = await server.users(
      'GetUsersPaged',
      '<userId>1</userId><sortColumn>__proto__</sortColumn><maximumRows>5</maximumRows>',
    );
    expect(answer.fault).toContain("Invalid column name '__proto__'");
  });
});
