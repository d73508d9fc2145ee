import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { executeOperation, runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, domainPage, domainRow, fieldsOf, LOGIN, pak, pop } from './answers.js';

let server: ScriptedServer;
let backend: Backend;

afterEach(async () => {
  await backend.close();
  await server.close();
});

async function ask(script: Script, query: string) {
  server = await startScriptedServer(script);
  backend = createEnomBackend({ url: server.url, ...LOGIN });
  return runOperation([backend], query);
}

describe('rows of eNom that cannot be read', () => {
  const codesOf = async (query: string) =>
    (await executeOperation([backend], query)).errors?.map(({ path, originalError }) => ({
      path: path?.join('.'),
      code: (originalError as unknown as { readonly code: string }).code,
    }));

  it('are an error each, and leave the other domains whole', async () => {
    const query = '{ domains(backend: "enom") { totalCount nodes { name expiresOn } } }';
    const rows =
      domainRow('a', '<expiration-date>1/2/2030</expiration-date>') +
      domainRow('b', '<expiration-date>soon</expiration-date>') +
      '<domain><DomainNameID>7</DomainNameID></domain>' +
      domainRow('d');
    const result = await ask(
      () => domainPage(rows, '<NextRecords>0</NextRecords><DomainCount>4</DomainCount>'),
      query,
    );
    expect(result.data).toEqual({
      domains: {
        totalCount: 4,
        nodes: [
          { name: 'a.example', expiresOn: '2030-01-02' },
          null,
          null,
          { name: 'd.example', expiresOn: null },
        ],
      },
    });
    expect(await codesOf(query)).toEqual([
      { path: 'domains.nodes.1', code: 'BACKEND_PROTOCOL_ERROR' },
      { path: 'domains.nodes.2', code: 'BACKEND_PROTOCOL_ERROR' },
    ]);
  });

  it('are an error each, and leave other bundles and mailboxes whole', async () => {
    const query =
      '{ emailBundles(domain: "x.example") { nativeId mailboxes { nodes { address } } } mailbox(id: "enom:Mailbox:a@x.example") { id } }';
    const result = await ask(
      () =>
        answer(
          `${pop('a', '<BundleId>1</BundleId>')}${pop('b', '<BundleId>one</BundleId>')}<Paks>${pak(1)}${pak('')}${pak(2)}</Paks>`,
        ),
      query,
    );
    expect(result.data).toEqual({
      emailBundles: [
        { nativeId: 'x.example~1', mailboxes: { nodes: [{ address: 'a@x.example' }, null] } },
        null,
        { nativeId: 'x.example~2', mailboxes: { nodes: [null] } },
      ],
      mailbox: { id: 'enom:Mailbox:a@x.example' },
    });
  });

  it('are an error each in the list of what ends', async () => {
    const result = await ask(
      () =>
        answer(
          '<popexpirations><pop><domain>A.example</domain><bundleid>1</bundleid><expdate>1/2/2030 12:00:00 AM</expdate><renew>True</renew></pop><pop><bundleid>2</bundleid></pop><count>2</count></popexpirations>',
        ),
      '{ emailExpirations(backend: "enom") { nodes { domainName expiresOn autoRenew } } }',
    );
    expect(result).toMatchObject({
      data: {
        emailExpirations: {
          nodes: [{ domainName: 'a.example', expiresOn: '2030-01-02', autoRenew: true }, null],
        },
      },
      errors: [{ path: ['emailExpirations', 'nodes', 1] }],
    });
  });
});

describe('pages of GetDomains', () => {
  const QUERY =
    '{ domains(backend: "enom", first: 5) { totalCount nodes { name } pageInfo { hasNextPage } } }';
  const names = (result: { readonly data?: unknown }) =>
    (result.data as { domains: { nodes: ReadonlyArray<{ name: string }> } }).domains.nodes.map(
      ({ name }) => name,
    );
  const startOf = (body: string) => Number(fieldsOf(body).Start);

  it('go on where the server says, also where it answers fewer rows than it was asked for', async () => {
    const result = await ask(({ body }) => {
      const start = startOf(body);
      return domainPage(
        domainRow(`d${start}`) + domainRow(`d${start + 1}`),
        `<NextRecords>${start + 2}</NextRecords><DomainCount>9</DomainCount>`,
      );
    }, QUERY);
    expect(names(result)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5'].map((name) => `${name}.example`));
    expect(result.data).toMatchObject({ domains: { totalCount: 9, pageInfo: { hasNextPage: true } } });
    expect(server.requests.map(({ body }) => startOf(body))).toEqual([1, 3, 5]);
  });

  it.each([
    ['a server that points backwards', '<NextRecords>1</NextRecords>', null],
    ['a server that does not say where to go on', '', null],
    [
      'a count that is less than what was seen',
      '<NextRecords>0</NextRecords><DomainCount>1</DomainCount>',
      null,
    ],
    [
      'a count of the page beside one of the list',
      '<NextRecords>0</NextRecords><DomainCount>1</DomainCount><TotalDomainCount>2</TotalDomainCount>',
      2,
    ],
  ])('end with %s', async (_, more, total) => {
    const result = await ask(() => domainPage(domainRow('a') + domainRow('b'), more), QUERY);
    expect(names(result)).toEqual(['a.example', 'b.example']);
    expect(result.data).toMatchObject({ domains: { totalCount: total, pageInfo: { hasNextPage: false } } });
    expect(server.requests).toHaveLength(1);
  });

  it('may have names in one, and say by their count alone that there are more', async () => {
    const result = await ask(
      ({ body }) =>
        answer(
          `<GetDomains><DomainCount>2</DomainCount><domain_list><domain><DomainName>D${startOf(body)}.example</DomainName></domain></domain_list></GetDomains>`,
        ),
      QUERY,
    );
    expect(names(result)).toEqual(['d1.example', 'd2.example']);
  });
});
