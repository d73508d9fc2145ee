import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/sandbox/misbehaviour.js';
import { type EnomGateway, startEnomGateway } from '../support/enom-gateway.js';
import { type PoaGateway, runOperation, startPoaGateway } from '../support/poa-gateway.js';

/** POA hosts `nordlicht.example`, and eNom sold its mail. */
describe('a name that POA and eNom both know', () => {
  let poa: PoaGateway;
  let enom: EnomGateway;
  beforeAll(async () => {
    [poa, enom] = await Promise.all([startPoaGateway({ batch: { reads: 'off' } }), startEnomGateway()]);
  });
  afterAll(() => Promise.all([poa.close(), enom.close()]));

  const run = (query: string) => runOperation([poa.backend, enom.backend], query);
  const LINKS = `{ domain(id: "poa:Domain:nordlicht.example") { id
    emailBundles { id available mailboxes { totalCount } } counterparts { id expiresOn } } }`;

  it('leads from the one that hosts it to the mail that was bought at the other', async () => {
    expect(await run(LINKS)).toEqual({
      data: {
        domain: {
          id: 'poa:Domain:nordlicht.example',
          emailBundles: [
            {
              id: 'enom:EmailBundle:nordlicht.example~1004279',
              available: 12,
              mailboxes: { totalCount: 3 },
            },
          ],
          counterparts: [{ id: 'enom:Domain:nordlicht.example', expiresOn: expect.any(String) }],
        },
      },
    });
    expect(poa.takeCalls()).toEqual(['pem.getDomainByName']);
    expect(enom.takeCalls().sort()).toEqual(['GetDomainInfo', 'GetPOP3']);
  });

  it('is two domains, each with the way to the other', async () => {
    const result = await run('{ domainsByName(name: "nordlicht.example") { id counterparts { id } } }');
    expect(result).toEqual({
      data: {
        domainsByName: [
          { id: 'poa:Domain:nordlicht.example', counterparts: [{ id: 'enom:Domain:nordlicht.example' }] },
          { id: 'enom:Domain:nordlicht.example', counterparts: [{ id: 'poa:Domain:nordlicht.example' }] },
        ],
      },
    });
    expect(poa.takeCalls()).toEqual(['pem.getDomainByName']);
    expect(enom.takeCalls()).toEqual(['GetDomainInfo']);
  });

  it('keeps what POA tells when eNom fails, with a slot and an error for eNom', async () => {
    enom.simulator.faults.next('*', html, 2);
    const result = await run(LINKS);
    expect(result.data).toEqual({
      domain: { id: 'poa:Domain:nordlicht.example', emailBundles: [null], counterparts: [null] },
    });
    expect(result.errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'domain.counterparts.0',
      'domain.emailBundles.0',
    ]);
  });
});
