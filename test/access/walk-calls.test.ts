import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Principal } from '../../src/model/index.js';
import { type PoaGateway, runOperation, startPoaGateway } from '../support/poa-gateway.js';
import { CALLERS } from '../support/scoped.js';

describe('the walk to an owner', () => {
  let gateway: PoaGateway;
  beforeAll(async () => {
    gateway = await startPoaGateway({ batch: { reads: 'off' } });
  });
  afterAll(() => gateway.close());
  async function callsFor(source: string, principal: Principal) {
    gateway.takeCalls();
    const { errors } = await runOperation([gateway.backend], source, {}, principal);
    expect(errors).toBeUndefined();
    return gateway.takeCalls().toSorted();
  }

  it('asks for each owner on the way once, however many objects lead there', async () => {
    const source = `{ nodes(ids: ["poa:Mailbox:5000001", "poa:Mailbox:5000002", "poa:Subscription:2000006",
      "poa:Subscription:2000020", "poa:Domain:alpine-tours.example"]) { id } }`;
    expect(await callsFor(source, CALLERS.reseller)).toEqual([
      'pem.exchange.getMailboxInfo',
      'pem.exchange.getMailboxInfo',
      'pem.getAccountInfo',
      'pem.getDomainByName',
      'pem.getSubscription',
      'pem.getSubscription',
      'pem.getUserInfo',
      'pem.getUserInfo',
    ]);
  });

  it('is not made for what the scope itself lists, nor below it where the call of a parent tells', async () => {
    const source = `{ account(id: "poa:Account:1000006") {
      subscriptions { nodes { id mailboxes { nodes { id address } } serviceUsers { nodes { id } } } } } }`;
    expect(await callsFor(source, CALLERS.customer)).toEqual(await callsFor(source, CALLERS.provider));
  });

  it('costs a caller without a scope nothing', async () => {
    const source =
      '{ mailbox(id: "poa:Mailbox:5000001") { address } domainsByName(name: "lizi.example") { id } }';
    expect(await callsFor(source, CALLERS.provider)).toEqual([
      'pem.exchange.getMailboxInfo',
      'pem.getDomainByName',
    ]);
  });
});
