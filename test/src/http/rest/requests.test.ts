import { gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EdgeServer } from '../../../support/edge-server.js';
import { startSmallRest } from '../../../support/small-rest.js';

let server: EdgeServer;
let asked: unknown;
beforeAll(async () => {
  server = await startSmallRest({
    thing: ({ id }) => ({ id, name: 'n', parts: [] }),
    echo: (args) => JSON.stringify(args),
    change: ({ input }) => {
      asked = input;
      return { thing: { id: 't:1' }, userErrors: [], idempotencyKey: 'made' };
    },
  });
});
afterAll(() => server.close());

const ask = (options: InjectOptions) => {
  asked = undefined;
  return server.ask({ ...options, url: `/rest/v1${String(options.url)}` });
};
const post = (url: string, payload: string | object, headers = {}) =>
  ask({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });

describe('values in a path and a query string', () => {
  it('are read as the types that they stand for', async () => {
    const answer = await ask({ url: '/echo?whole=-7&ratio=1.5&flag=true&colour=RED&text=a,b&text=c' });
    expect(JSON.parse(answer.json().echo)).toEqual({
      whole: -7,
      ratio: 1.5,
      flag: true,
      colour: 'RED',
      texts: ['a,b', 'c'],
    });
  });

  it('make a list of one where one is given, and nothing where none is', async () => {
    expect(JSON.parse((await ask({ url: '/echo?text=a' })).json().echo)).toEqual({ texts: ['a'] });
    expect(JSON.parse((await ask({ url: '/echo' })).json().echo)).toEqual({});
  });

  it.each(['poa:Thing:a@b.example~7', 'poa%3AThing%3Aa%40b.example~7'])(
    'are ids as they are: %s',
    async (id) => {
      expect((await ask({ url: `/things/${id}` })).json().id).toBe('poa:Thing:a@b.example~7');
    },
  );

  it('may hold what would end a segment, encoded', async () => {
    expect((await ask({ url: '/things/x%2Fy%3Fz%25' })).json().id).toBe('x/y?z%');
  });

  it('may be as long as an id can be, each character encoded', async () => {
    const id = 'ä'.repeat(170);
    expect((await ask({ url: `/things/${encodeURIComponent(id)}` })).json().id).toBe(id);
  });

  it.each([
    ['whole=1.5', 'whole', 'must be a whole number'],
    ['whole=', 'whole', 'must be a whole number'],
    ['whole=0x10', 'whole', 'must be a whole number'],
    ['whole=99999999999', 'whole', 'expected Int, got number beyond 32 bits'],
    ['whole=1&whole=2', 'whole', 'must be given once'],
    ['ratio=1e400', 'ratio', 'must be a number'],
    ['ratio=NaN', 'ratio', 'must be a number'],
    ['flag=yes', 'flag', 'must be true or false'],
    ['colour=hunter2', 'colour', 'expected Colour, got string'],
    ['colour=RAD', 'colour', 'expected Colour, got string. Did you mean the enum value "RED"?'],
    ['colours=RED', 'colours', 'is no query parameter here; there are text, whole, ratio, flag, colour'],
    ['toString=1', 'toString', 'is no query parameter here; there are text, whole, ratio, flag, colour'],
  ])('are refused, naming the parameter and the rule: %s', async (query, parameter, detail) => {
    const answer = await ask({ url: `/echo?${query}` });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ parameter, detail }] });
    expect(answer.body).not.toContain('hunter2');
  });

  it('are all told of at once', async () => {
    const answer = await ask({ url: '/echo?whole=a&flag=b&c=d' });
    expect(answer.json().errors).toHaveLength(3);
  });
});

describe('a body', () => {
  it('is the input of the change, with what the path names', async () => {
    const answer = await ask({
      method: 'PATCH',
      url: '/things/t:1',
      payload: { name: 'x', parts: [{ size: 1 }] },
    });
    expect(answer.statusCode).toBe(204);
    expect(asked).toEqual({ thingId: 't:1', name: 'x', parts: [{ size: 1 }] });
  });

  it('may be left out where nothing of it is needed', async () => {
    expect((await ask({ method: 'DELETE', url: '/things/t:1' })).statusCode).toBe(204);
    expect(
      (await ask({ method: 'DELETE', url: '/things/t:1', headers: { 'content-type': 'application/json' } }))
        .statusCode,
    ).toBe(204);
    expect(asked).toEqual({ thingId: 't:1' });
  });

  it.each([
    [
      'a member that there is not',
      { nope: 1 },
      { pointer: '#/nope', detail: 'is no member here; there are ownerId, name, parts, password' },
    ],
    [
      'what the path says',
      { thingId: 't:2' },
      { pointer: '#/thingId', detail: 'is given by the path, as id' },
    ],
    [
      'another type',
      { name: { a: 'hunter2' } },
      { pointer: '#/name', detail: 'expected String, got object' },
    ],
    [
      'a number in place of a text',
      { password: 4222222 },
      { pointer: '#/password', detail: 'expected String, got number' },
    ],
    [
      'a member of a member that there is not',
      { parts: [{ size: 1, nope: 1 }] },
      { pointer: '#/parts/0/nope' },
    ],
    [
      'a member of a member left out',
      { parts: [{ size: 1 }, {}] },
      { pointer: '#/parts/1/size', detail: 'is required, as Int' },
    ],
    [
      'null where there must be something',
      { parts: [null] },
      { pointer: '#/parts/0', detail: 'expected Part, got null' },
    ],
    ['a key of any text', { 'hunter2 ~/': 1 }, { pointer: '#' }],
  ])('is refused with %s, at its place', async (_name, payload, error) => {
    const answer = await ask({ method: 'PATCH', url: '/things/t:1', payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json().errors).toMatchObject([error]);
    expect(answer.body).not.toMatch(/hunter2|4222222/);
    expect(asked).toBeUndefined();
  });

  it.each([
    ['broken', '{"name":hunter2', 'application/json', 400, 'BAD_REQUEST'],
    ['no object', '["hunter2"]', 'application/json', 400, 'BAD_REQUEST'],
    ['a text', '"hunter2"', 'application/json', 400, 'BAD_REQUEST'],
    ['a poisoned prototype', '{"__proto__":{"name":"x"}}', 'application/json', 400, 'BAD_REQUEST'],
    ['a form', 'name=hunter2', 'application/x-www-form-urlencoded', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['plain text', '{"name":"hunter2"}', 'text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['JSON of another kind', '{}', 'application/jsonp', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('that is %s is refused as a problem', async (_name, payload, type, status, code) => {
    const answer = await post('/things', payload, { 'content-type': type });
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body + server.logText()).not.toContain('hunter2');
  });

  it('says that it is JSON in a POST also when there is none, which no page of another site can', async () => {
    const answer = await ask({ method: 'POST', url: '/things' });
    expect(answer.statusCode).toBe(415);
    expect(asked).toBeUndefined();
    expect((await post('/things', '')).statusCode).toBe(201);
  });

  it('that is too large is refused', async () => {
    const answer = await post('/things', { name: 'x'.repeat(2 ** 20) });
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    });
  });
});

describe('everything that is wrong with a request', () => {
  it('is told at once: names, types and the key', async () => {
    const answer = await post('/things/t:1/payments?x=1', { nope: 1, name: 7, parts: [{}] });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([
      { pointer: '#/name', detail: 'expected String, got number' },
      { pointer: '#/parts/0/size', detail: 'is required, as Int' },
      { pointer: '#/nope' },
      { parameter: 'x' },
      { header: 'Idempotency-Key', detail: 'is required, since money moves' },
    ]);
    expect(asked).toBeUndefined();
  });

  it('is told once: what could not be read is not missing too', async () => {
    const answer = await ask({ url: '/echo?whole=a&colour=BLUE' });
    expect(answer.json().errors).toMatchObject([{ parameter: 'colour' }, { parameter: 'whole' }]);
  });

  it('is told without names that nobody chose for this gateway', async () => {
    const answer = await ask({ url: '/things/t:1?a[hunter2]=1' });
    expect(answer.json().detail).toBe(
      'The request has a query parameter that there is not here; there are none.',
    );
  });

  it('is told in sentences that end once', async () => {
    const answer = await ask({ url: '/echo?colour=RAD' });
    expect(answer.json().detail).toMatch(/Did you mean the enum value "RED"\?$/);
  });
});

describe('the bytes of a body', () => {
  const send = (payload: Buffer, headers: Readonly<Record<string, string>>) =>
    ask({ method: 'POST', url: '/things', payload, headers });

  it.each([
    ['in Latin-1', Buffer.from('{"name":"B\u00fcro"}', 'latin1'), 'application/json', 400, 'BAD_REQUEST'],
    [
      'in a charset that is not that of JSON',
      Buffer.from('{"name":"B"}'),
      'application/json; charset=iso-8859-1',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
  ])('%s are refused in place of being read as another text', async (_name, payload, type, status, code) => {
    const answer = await send(payload, { 'content-type': type });
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code });
    expect(asked).toBeUndefined();
  });

  it('are refused when they are coded, and told how they are taken', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await send(gzipSync('{}'), headers);
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
    expect(answer.headers['accept-encoding']).toBe('identity');
  });

  it.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON'])(
    'are read as UTF-8 when %s says so',
    async (type) => {
      expect((await send(Buffer.from('{"name":"Büro"}'), { 'content-type': type })).statusCode).toBe(201);
      expect(asked).toEqual({ name: 'Büro' });
    },
  );
});

describe('Idempotency-Key', () => {
  it.each([
    ['"8e03-97"', '8e03-97'],
    ['8e03-97', '8e03-97'],
    ['"a\\"b\\\\c"', 'a"b\\c'],
  ])('names the change, quoted or not: %s', async (header, key) => {
    expect((await post('/things', {}, { 'idempotency-key': header })).statusCode).toBe(201);
    expect(asked).toEqual({ idempotencyKey: key });
  });

  it('may stand in the body in its place, or say the same', async () => {
    await post('/things', { idempotencyKey: 'k' });
    expect(asked).toEqual({ idempotencyKey: 'k' });
    expect((await post('/things', { idempotencyKey: 'k' }, { 'idempotency-key': '"k"' })).statusCode).toBe(
      201,
    );
  });

  it.each([
    ['another key in the body', { idempotencyKey: 'other' }, { 'idempotency-key': '"k"' }, '/things'],
    ['a quotation that does not end', {}, { 'idempotency-key': '"k' }, '/things'],
    ['none where money moves', {}, {}, '/things/t:1/payments'],
    ['null where money moves', { idempotencyKey: null }, {}, '/things/t:1/payments'],
  ])('is refused with %s', async (_name, body, headers, url) => {
    const answer = await post(url, body, headers);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ header: 'Idempotency-Key' }]);
    expect(asked).toBeUndefined();
  });

  it('is told of every change, also where the gateway has made it', async () => {
    expect((await post('/things', {})).headers['idempotency-key']).toBe('"made"');
  });
});

describe('methods and media types', () => {
  it.each([
    ['/things', 'GET, HEAD, POST, OPTIONS'],
    ['/things/t:1', 'GET, HEAD, PATCH, DELETE, OPTIONS'],
    ['/things/t:1/payments', 'POST, OPTIONS'],
  ])('%s tells what goes there', async (url, allow) => {
    const options = await ask({ method: 'OPTIONS', url });
    expect({ status: options.statusCode, allow: options.headers.allow }).toEqual({ status: 204, allow });
    const refused = await ask({ method: 'PUT', url, payload: {} });
    expect({ status: refused.statusCode, allow: refused.headers.allow }).toEqual({ status: 405, allow });
    expect(refused.json().code).toBe('METHOD_NOT_ALLOWED');
  });

  it('HEAD is GET without its body', async () => {
    const head = await ask({ method: 'HEAD', url: '/things/t:1' });
    const get = await ask({ url: '/things/t:1' });
    expect(head.body).toBe('');
    expect(head.headers.etag).toBe(get.headers.etag);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect((await ask({ method: 'HEAD', url: '/things/t:1/payments' })).statusCode).toBe(405);
  });

  it.each([
    ['application/json', 200],
    ['application/*', 200],
    ['text/html, */*;q=0.1', 200],
    ['application/json;q=0.5, text/html', 200],
    ['text/html', 406],
    ['application/xml, application/json;q=0', 406],
    ['*/*, application/json;q=0', 406],
  ])('Accept: %s is answered %i', async (accept, status) => {
    expect((await ask({ url: '/things/t:1', headers: { accept } })).statusCode).toBe(status);
  });

  it.each(['/nope', '/things/t:1/nope', '/', '//things'])('there is no route %s', async (url) => {
    const answer = await ask({ url });
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({
      status: 404,
      code: 'NOT_FOUND',
    });
  });

  it('a path that is not validly encoded is a problem too', async () => {
    const answer = await ask({ url: '/things/%zz' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});
