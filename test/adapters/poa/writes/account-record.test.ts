import { afterEach, expect, it } from 'vitest';
import type { Backend } from '../../../../src/model/index.js';
import { createPoaBackend, runOperation } from '../../../support/poa-gateway.js';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.js';
import { array, int, methodOf, response, struct, success } from '../answers.js';

let server: ScriptedServer;
let backend: Backend;
afterEach(async () => {
  await backend.close();
  await server.close();
});

const phone = struct({ country_code: '49', area_code: '40', phone_num: '1', kind: int(7) });

/** An account as a later release answers it. */
const RECORD = success(
  struct({
    account_type: 'C',
    parent_account_id: int(1),
    brand: struct({ brand_id: int(3) }),
    note: 'line &lt;one&gt;',
    since: '<dateTime.iso8601>20110601T00:00:00</dateTime.iso8601>',
    tags: array('<string>gold</string>', int(4)),
    person: struct({ first_name: 'Ada', last_name: 'Neu', suffix: 'MSc', __proto__x: '1' }),
    address: struct({
      street_name: 'Weg',
      zipcode: '1',
      city: 'Kiel',
      country: 'de',
      state: 'SH',
      geo: struct({ lat: '<double>54.3</double>' }),
    }),
    phone,
    fax: phone,
    email: 'ada@example.org',
  }),
);

const UPDATE = `mutation { updateAccountContact(input: { accountId: "poa:Account:42", contact: { address: { city: "Husum" } } }) {
  userErrors { code field message } } }`;

async function update(accountInfo = RECORD, settings: Readonly<Record<string, unknown>> = {}) {
  server = await startScriptedServer(({ body }) =>
    methodOf(body) === 'pem.getAccountInfo' ? accountInfo : response(struct({ status: int(0) })),
  );
  backend = createPoaBackend({ url: server.url, batch: { reads: 'off' }, ...settings });
  return runOperation([backend], UPDATE);
}

const member = (name: string, value: string) =>
  `<member><name>${name}</name><value>${value}</value></member>`;
const text = (value: string) => `<string>${value}</string>`;

it('is written back whole: members that no document names are sent as they came', async () => {
  expect(await update()).toEqual({ data: { updateAccountContact: { userErrors: [] } } });
  const [, write] = server.requests;
  expect(methodOf(write?.body ?? '')).toBe('pem.setAccountInfo');
  const sent = write?.body ?? '';
  for (const kept of [
    member('note', text('line &lt;one&gt;')),
    member('since', '<dateTime.iso8601>20110601T00:00:00</dateTime.iso8601>'),
    member('tags', `<array><data><value>${text('gold')}</value><value><int>4</int></value></data></array>`),
    member('suffix', text('MSc')),
    member('__proto__x', text('1')),
    member('geo', `<struct>${member('lat', '<double>54.3</double>')}</struct>`),
    member('kind', '<int>7</int>'),
    member('city', text('Husum')),
  ]) {
    expect(sent).toContain(kept);
  }
});

it('does not send what says what the account is', async () => {
  await update();
  const sent = server.requests[1]?.body ?? '';
  for (const name of ['account_type', 'parent_account_id', 'brand']) expect(sent).not.toContain(name);
});

it('names its account as the setting says, in the read as anywhere', async () => {
  await update(RECORD, { accountIdWireType: 'string' });
  expect(server.requests[0]?.body).toContain(member('account_id', text('42')));
  expect(server.requests[1]?.body).toContain(member('account_id', '<int>42</int>'));
});

it('is not written when the panel keeps less of it than it wants back', async () => {
  const { data } = await update(success(struct({ person: struct({ first_name: 'Ada', last_name: 'Neu' }) })));
  expect(data).toMatchObject({
    updateAccountContact: {
      userErrors: expect.arrayContaining([
        expect.objectContaining({ code: 'INVALID', field: ['input', 'contact', 'email'] }),
      ]),
    },
  });
  expect(server.requests).toHaveLength(1);
});
