import { afterEach, describe, expect, it } from 'vitest';
import { createEnomBackend } from '../../../support/enom-gateway.js';
import { recordWrites } from '../../../support/recorded-writes.js';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.js';
import { answer, fieldsOf, LOGIN, pak, pop, refusal } from '../answers.js';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A service that answers each command by its name, one answer after the other, the last one for good. */
async function startService(answers: Answers) {
  const asked = new Map<string, number>();
  const server: ScriptedServer = await startScriptedServer(({ body }) => {
    const command = fieldsOf(body).command ?? '';
    const times = asked.get(command) ?? 0;
    asked.set(command, times + 1);
    const given = answers[command];
    if (typeof given === 'string' || given === undefined) return given ?? refusal(304150, 'Invalid command');
    return given[Math.min(times, given.length - 1)] ?? '';
  });
  const backend = createEnomBackend({ url: server.url, ...LOGIN, retries: 0, writeTimeoutMs: 1_000 });
  closing.push(
    () => server.close(),
    () => backend.close(),
  );
  const records = recordWrites([backend]);
  return { ...records, requests: server.requests };
}

const paks = (...rows: string[]) => answer(`<Paks>${rows.join('')}</Paks>`);
const FIVE = '<QtyPurchased>5</QtyPurchased>';
const BUY = `mutation { purchaseEmailBundle(input: { backend: "enom", domain: "x.example", quantity: 5, idempotencyKey: "k" }) {
  emailBundle { id } orderId orderAmount userErrors { code native { code } } } }`;

async function buy(answers: Answers) {
  const service = await startService(answers);
  const { data, errors } = await service.run(BUY);
  return { bought: data?.purchaseEmailBundle, error: errors?.[0]?.message, service };
}

describe('the answer to a purchase', () => {
  it.each([
    [
      'as the guide has it',
      '<orderid>7</orderid><OrderAmount>4.50</OrderAmount><Success>True</Success><Bundles><BundleID>12</BundleID></Bundles>',
    ],
    [
      'in lower case',
      '<orderid>7</orderid><orderamount>4.50</orderamount><success>True</success><bundles><bundleid>12</bundleid></bundles>',
    ],
    [
      'without an element around the bundle',
      '<OrderID>7</OrderID><OrderAmount>4.50</OrderAmount><BundleID>12</BundleID>',
    ],
    [
      'with several bundles in one element',
      '<orderid>7</orderid><OrderAmount>4.50</OrderAmount><Bundles><BundleID>12</BundleID><BundleID>13</BundleID></Bundles>',
    ],
    [
      'with an element for each bundle',
      '<orderid>7</orderid><OrderAmount>4.50</OrderAmount><Bundles><BundleID>12</BundleID></Bundles><Bundles><BundleID>13</BundleID></Bundles>',
    ],
  ])('is understood %s', async (_, elements) => {
    const { bought } = await buy({ GetPOP3: paks(), PurchaseServices: answer(elements) });
    expect(bought).toEqual({
      emailBundle: { id: 'enom:EmailBundle:x.example~12' },
      orderId: '7',
      orderAmount: '4.50',
      userErrors: [],
    });
  });

  it('keeps an amount with thousands exact', async () => {
    const { bought } = await buy({
      GetPOP3: paks(),
      PurchaseServices: answer('<OrderAmount>9,982,840.50</OrderAmount><BundleID>12</BundleID>'),
    });
    expect(bought).toMatchObject({ orderAmount: '9982840.50' });
  });

  it('that names no bundle is a purchase all the same, of the one that is new', async () => {
    const { bought } = await buy({
      GetPOP3: [paks(pak(1)), paks(pak(1), pak(12, FIVE))],
      PurchaseServices: answer('<orderid>7</orderid>'),
    });
    expect(bought).toMatchObject({ emailBundle: { id: 'enom:EmailBundle:x.example~12' }, orderId: '7' });
  });

  it('that names no bundle is a purchase even where none is to be seen', async () => {
    const { bought } = await buy({ GetPOP3: paks(), PurchaseServices: answer('<orderid>7</orderid>') });
    expect(bought).toEqual({ emailBundle: null, orderId: '7', orderAmount: null, userErrors: [] });
  });

  it('is unknown where an order stands beside an error, and nothing is to be seen', async () => {
    const refused = refusal(699000, 'Something').replace('<ErrCount>', '<orderid>7</orderid><ErrCount>');
    const { error } = await buy({ GetPOP3: paks(), PurchaseServices: refused });
    expect(error).toMatch(/nobody knows whether PurchaseServices was carried out/);
  });

  it.each([
    ['before', [paks('<Pak><BundleId/></Pak>'), paks(pak(12, FIVE))]],
    ['afterwards', [paks(), paks(pak(12, FIVE), '<Pak><BundleId/></Pak>')]],
  ])('is unknown when it is lost and a bundle could not be read %s', async (_, looks) => {
    const { error } = await buy({ GetPOP3: looks, PurchaseServices: '' });
    expect(error).toMatch(/nobody knows/);
  });

  it('is unknown when it is lost and the new bundle does not tell its quantity', async () => {
    const { error } = await buy({ GetPOP3: [paks(), paks(pak(12))], PurchaseServices: '' });
    expect(error).toMatch(/nobody knows/);
  });

  it('is asked for with the login in the body alone', async () => {
    const { service } = await buy({ GetPOP3: paks(), PurchaseServices: answer('<BundleID>12</BundleID>') });
    const request = service.requests.find(({ body }) => body.includes('command=PurchaseServices'));
    expect(request?.url).toBe('/');
    expect(fieldsOf(request?.body ?? '')).toMatchObject(LOGIN);
  });
});

const MAILBOX = `mutation { createMailbox(input: { bundleId: "enom:EmailBundle:x.example~1", address: "jo@x.example", password: "geheim-12", idempotencyKey: "k" }) {
  mailbox { id } userErrors { code message } } }`;

describe('the answer to a new mailbox', () => {
  const create = async (looks: readonly string[], made: string) => {
    const service = await startService({ GetPOP3: looks, SetUpPOP3User: made });
    const { data, errors } = await service.run(MAILBOX);
    return { created: data?.createMailbox, error: errors?.[0]?.message };
  };
  const NONE = answer('');
  const THERE = answer(pop('jo'));

  it('is not believed where it counts none that was created', async () => {
    const none = answer(
      '<Success>True</Success><AccountsCreated>0</AccountsCreated><AccountsFailed>1</AccountsFailed>',
    );
    expect((await create([NONE], none)).created).toMatchObject({
      mailbox: null,
      userErrors: [{ code: 'REJECTED', message: expect.stringMatching(/did not carry it out/) }],
    });
    expect((await create([NONE, THERE], none)).created).toMatchObject({
      mailbox: { id: 'enom:Mailbox:jo@x.example' },
    });
  });

  it('is read back where an error stands beside a count of one', async () => {
    const one = refusal(304000, 'Invalid Item specified').replace(
      '<ErrCount>',
      '<Success>True</Success><AccountsCreated>1</AccountsCreated><AccountsFailed>0</AccountsFailed><ErrCount>',
    );
    expect((await create([NONE, THERE], one)).created).toMatchObject({
      mailbox: { id: 'enom:Mailbox:jo@x.example' },
    });
    expect((await create([NONE], one)).error).toMatch(/nobody knows/);
  });

  it('is a refusal without a doubt where it counts none and all is as it was', async () => {
    const refused = refusal(302286, 'An object with this name already exists.').replace(
      '<ErrCount>',
      '<Success>False</Success><AccountsCreated>0</AccountsCreated><AccountsFailed>1</AccountsFailed><ErrCount>',
    );
    expect((await create([NONE], refused)).created).toMatchObject({ userErrors: [{ code: 'TAKEN' }] });
  });
});

describe('the answer to a cleared catch-all', () => {
  it('is not believed while it still has an address', async () => {
    const still = answer('<CatchAll>a@x.example</CatchAll>');
    const service = await startService({ GetCatchAll: still, SetCatchAll: still });
    const { data } = await service.run(
      'mutation { setDomainCatchAll(input: { domainId: "enom:Domain:x.example", forwardTo: null }) { userErrors { code } } }',
    );
    expect(data?.setDomainCatchAll).toEqual({ userErrors: [{ code: 'REJECTED' }] });
  });
});
