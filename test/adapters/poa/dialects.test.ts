import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createPoaBackend, runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { array, failure, int, methodOf, response, struct, success } from './answers.js';

let server: ScriptedServer;
let backend: Backend;

afterEach(async () => {
  await backend.close();
  await server.close();
});

async function ask(script: Script, query: string, settings: Readonly<Record<string, unknown>> = {}) {
  server = await startScriptedServer(script);
  backend = createPoaBackend({ url: server.url, batch: { reads: 'off' }, ...settings });
  return runOperation([backend], query);
}

const SUBSCRIPTION =
  '{ subscription(id: "poa:Subscription:7") { name active planVersion account { id } resources { limit unlimited usage parentResourceTypeId } } }';

const subscription = (members: Readonly<Record<string, string>>): string =>
  success(struct({ subscription_id: int(7), ...members }));

describe('answers in the dialects of POA servers', () => {
  it.each([
    ['ints as i4', '<i4>7</i4>', '<i4>3</i4>'],
    ['ints as strings', '<string>7</string>', '3'],
    ['ints as i8', '<i8>7</i8>', '<ex:i8>3</ex:i8>'],
  ])('reads %s', async (_, id, version) => {
    const result = await ask(
      () =>
        response(struct({ status: int(0), result: struct({ subscription_id: id, st_version: version }) })),
      '{ subscription(id: "poa:Subscription:7") { id planVersion } }',
    );
    expect(result).toEqual({ data: { subscription: { id: 'poa:Subscription:7', planVersion: 3 } } });
  });

  it.each(['<i8>0</i8>', ' 0 ', '<string>0</string>', '<ex:i8>0</ex:i8>'])(
    'takes %j for the status of a success',
    async (zero) => {
      const result = await ask(
        () => response(struct({ status: zero, result: struct({ name: 'Gold' }) })),
        '{ subscription(id: "poa:Subscription:7") { id name } }',
      );
      expect(result).toEqual({ data: { subscription: { id: 'poa:Subscription:7', name: 'Gold' } } });
    },
  );

  it('reads a list that a server has put into a struct', async () => {
    const result = await ask(
      () => success(struct({ stores: array(struct({ store_id: int(7) })) })),
      '{ mailboxStores(backend: "poa") { id } }',
    );
    expect(result).toEqual({ data: { mailboxStores: [{ id: 'poa:MailboxStore:7' }] } });
  });

  it('asks for the limit of each webspace alone where one of another kind has the list refused', async () => {
    const webspace = (id: number) => struct({ webspace_id: int(id), disk_space_limit: '100' });
    const script: Script = ({ body }) => {
      if (methodOf(body) === 'pem.getSubscriptionWebspaces') return success(array(webspace(1), webspace(2)));
      return body.includes('<int>2</int>')
        ? failure({ error_message: 'no IIS webspace' })
        : success(array(webspace(1)));
    };
    const query = '{ subscription(id: "poa:Subscription:7") { webspaces { nativeId diskSpaceLimit } } }';
    const result = await ask((request, answer) => {
      return methodOf(request.body) === 'pem.getSubscription' ? subscription({}) : script(request, answer);
    }, query);
    expect(result.data).toEqual({
      subscription: {
        webspaces: [
          { nativeId: '1', diskSpaceLimit: '100' },
          { nativeId: '2', diskSpaceLimit: null },
        ],
      },
    });
    expect(result.errors).toHaveLength(1);
  });

  it.each(['01234', '1e5', 'two  blanks ', '0x10', '-0', 'true', 'null'])(
    'keeps the text %j as it was sent',
    async (text) => {
      const result = await ask(() => subscription({ name: text }), SUBSCRIPTION);
      expect(result.data).toMatchObject({ subscription: { name: text } });
    },
  );

  it('keeps CR LF, the end of a CDATA section and emoji as they were sent', async () => {
    const result = await ask(
      () => subscription({ name: 'a&#13;&#10;b ]]&gt; <!-- -->😀<![CDATA[ <c> ]]>' }),
      SUBSCRIPTION,
    );
    expect(result.data).toMatchObject({ subscription: { name: 'a\r\nb ]]> 😀 <c> ' } });
  });

  it('reads 64-bit numbers exactly, as strings and as i8, and -1 as unlimited', async () => {
    const resource = (limit: string, usage: string) =>
      struct({ resource_type_id: int(1), parent_resource_type_id: int(-1), limit, usage });
    const result = await ask(
      () =>
        subscription({
          resource_types: array(
            resource('9223372036854775807', '<i8>9007199254740993</i8>'),
            resource('<string>-1</string>', '<string>-9223372036854775808</string>'),
          ),
        }),
      SUBSCRIPTION,
    );
    expect(result.data).toMatchObject({
      subscription: {
        resources: [
          {
            limit: '9223372036854775807',
            unlimited: false,
            usage: '9007199254740993',
            parentResourceTypeId: null,
          },
          { limit: null, unlimited: true, usage: '-9223372036854775808' },
        ],
      },
    });
  });

  it('reads members that are absent or nil as null, and ignores members that it does not know', async () => {
    const result = await ask(
      () => subscription({ name: '<nil/>', st_id: '<ex:nil/>', c_date: 'today', owner_id: int(5) }),
      SUBSCRIPTION,
    );
    expect(result).toEqual({
      data: {
        subscription: {
          name: null,
          active: null,
          planVersion: null,
          account: { id: 'poa:Account:5' },
          resources: null,
        },
      },
    });
  });

  it.each([
    ['Latin-1 by declaration', '<?xml version="1.0" encoding="iso-8859-1"?>', 'text/xml'],
    ['Latin-1 by header', '<?xml version="1.0"?>', 'text/xml; charset=ISO-8859-1'],
  ])('reads %s', async (_, declaration, contentType) => {
    const result = await ask((_request, answer) => {
      const body = subscription({ name: 'Küste' }).replace('<?xml version="1.0"?>', declaration);
      answer.writeHead(200, { 'content-type': contentType }).end(Buffer.from(body, 'latin1'));
      return undefined;
    }, '{ subscription(id: "poa:Subscription:7") { name } }');
    expect(result).toEqual({ data: { subscription: { name: 'Küste' } } });
  });

  it('reads an answer that comes in pieces, over HTTP/1.0, without a length', async () => {
    const result = await ask((_request, answer) => {
      answer.shouldKeepAlive = false;
      const body = Buffer.from(subscription({ name: 'Käse 😀' }));
      answer.useChunkedEncodingByDefault = false;
      answer.removeHeader('content-length');
      answer.writeHead(200, { 'content-type': 'text/xml' });
      for (const byte of body) answer.write(Buffer.of(byte));
      answer.end();
      return undefined;
    }, '{ subscription(id: "poa:Subscription:7") { name } }');
    expect(result).toEqual({ data: { subscription: { name: 'Käse 😀' } } });
  });

  it('names an enum value that no document lists OTHER, with the panel’s own word beside it', async () => {
    const result = await ask(
      () => success(struct({ account_type: 'X', parent_account_id: int(0) })),
      '{ account(id: "poa:Account:1") { kind nativeKind parent { id } } }',
    );
    expect(result).toEqual({ data: { account: { kind: 'OTHER', nativeKind: 'X', parent: null } } });
  });

  it.each([
    ['int', '<int>12</int>'],
    ['string', '<string>12</string>'],
  ])('sends account_id as %s where the settings say so', async (wireType, xml) => {
    await ask(() => success(struct({})), '{ account(id: "poa:Account:12") { id } }', {
      accountIdWireType: wireType,
    });
    expect(server.requests[0]?.body).toContain(`<name>account_id</name><value>${xml}</value>`);
  });

  it('sends one struct even where a method takes nothing', async () => {
    const result = await ask(() => success(array()), '{ mailboxStores(backend: "poa") { id } }');
    expect(result).toEqual({ data: { mailboxStores: [] } });
    expect(server.requests[0]?.body).toContain(
      '<params><param><value><struct></struct></value></param></params>',
    );
  });

  it('sends text arguments so that they arrive as they are', async () => {
    server = await startScriptedServer(() => success(struct({ user_id: int(1) })));
    backend = createPoaBackend({ url: server.url });
    await runOperation(
      [backend],
      'query ($login: String!) { serviceUserByLogin(backend: "poa", login: $login) { id } }',
      {
        login: '<a>&"\']]> 😀',
      },
    );
    expect(server.requests[0]?.body).toContain('<string>&lt;a&gt;&amp;"\']]&gt; 😀</string>');
  });

  it('sends no login where none is configured, and HTTP Basic where one is', async () => {
    await ask(() => success(array()), '{ mailboxStores(backend: "poa") { id } }');
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    await backend.close();
    backend = createPoaBackend({ url: server.url, username: 'api', password: 'pässword' });
    await runOperation([backend], '{ mailboxStores(backend: "poa") { id } }');
    expect(server.requests[1]?.headers.authorization).toBe(
      `Basic ${Buffer.from('api:pässword').toString('base64')}`,
    );
  });

  it('tells plans it cannot read from plans that the server has no method for', async () => {
    const script: Script = ({ body }) => {
      if (methodOf(body) === 'system.listMethods') return response(array('pem.getSubscription'));
      return `<methodResponse><fault><value>${struct({ faultCode: int(-506), faultString: 'Unknown method' })}</value></fault></methodResponse>`;
    };
    const query = '{ hostingPlan(id: "poa:HostingPlan:3") { name resources { name } } }';
    expect(await ask(script, query)).toEqual({ data: { hostingPlan: null } });
    await runOperation([backend], query);
    const methods = server.requests.map(({ body }) => methodOf(body));
    expect(methods.filter((method) => method === 'system.listMethods')).toHaveLength(1);
  });
});
