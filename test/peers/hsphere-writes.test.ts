import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/model/index.js';
import { createHsphereBackend } from '../support/hsphere-gateway.js';
import { type RecordedWrites, recordWrites } from '../support/recorded-writes.js';
import { type AxisPeer, startAxis } from './support/axis.js';
import { type LosingProxy, startLosingProxy } from './support/losing-proxy.js';

const PEERS = [
  { server: 'simple', engine: 'stock', beans: 'inline' },
  { server: 'simple', engine: 'bare', beans: 'reference' },
  { server: 'tomcat', engine: 'stock', beans: 'reference' },
  { server: 'tomcat', engine: 'bare', beans: 'inline' },
] as const;
const CARD = '4111111111111111';
const CREATE = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) {
  account { id diskQuotaKiB } signupId userErrors { code field native { method code message } } } }`;
const contact = {
  firstName: 'Zoë',
  lastName: 'Ωmega',
  email: 'zoe@example.test',
  address: { street: '1 <Weg>', country: 'de' },
};
const REGISTRANT = { firstName: 'Reg', email: 'reg@example.test' };

describe.each(PEERS)(
  'writes to H-Sphere on Axis 1.4, $server server, $engine engine, beans by $beans',
  (kind) => {
    let peer: AxisPeer;
    let proxy: LosingProxy;
    let backend: Backend;
    let writes: RecordedWrites;
    let keys = 0;
    const logLines: string[] = [];

    beforeAll(async () => {
      peer = await startAxis(kind);
      proxy = await startLosingProxy(peer.url);
      const settings = {
        login: 'admin',
        password: 'admin-pass',
        accountId: 1,
        retries: 0,
        beans: kind.beans,
      };
      backend = createHsphereBackend({ url: proxy.url, ...settings }, logLines);
      writes = recordWrites([backend]);
    });
    afterAll(async () => {
      await backend.close();
      await proxy.close();
      await peer.close();
    });

    /** What `work` made the peer do. */
    async function carriedOut(work: () => Promise<unknown>) {
      const before = (await peer.ledger()).length;
      await work();
      return (await peer.ledger())
        .slice(before)
        .map(({ method, args }) => [method, Object.fromEntries(args)] as const);
    }

    const create = (login: string, hsphere: Readonly<Record<string, unknown>>, key = `key-${++keys}`) =>
      writes.run(CREATE, {
        input: {
          backend: 'hsphere',
          idempotencyKey: key,
          login,
          password: '<pa&ss>',
          contact,
          hsphere: { planId: 7003, periodId: 0, ...hsphere },
        },
      });

    const book = (mutation: string, input: string, key = `key-${++keys}`) =>
      writes.run(`mutation { ${mutation}(input: { accountId: "hsphere:Account:1950", idempotencyKey: "${key}" ${input} }) {
      account { id } userErrors { code native { method code message } } } }`);

    it('signs up in every mode, with both forms, and its pairs arrive as pairs', async () => {
      const params = [
        { name: 'domain_name', value: 'käse.example' },
        { name: 'seller_id', value: '1' },
      ];
      const billed = { billing: contact, payment: { type: 'CC', number: CARD, cardType: 'VISA' } };
      const pairs = 'domain_name:käse.example,seller_id:1';
      for (const [mode, mod, more, otherParams, type] of [
        ['EMPTY', 'empty', {}, 'type_domain:empty_domain', undefined],
        ['NODOMAIN', 'nodomain', { otherParams: params }, pairs, undefined],
        ['DTRANSFER', 'dtransfer', { otherParams: params, ...billed }, pairs, 'CC'],
        ['THIRD_LEVEL_DOMAIN', '3ldomain', { otherParams: params }, pairs, undefined],
        ['SERVICE', 'service', { payment: { type: 'NONE' } }, undefined, 'None'],
        ['SIGNUP', 'signup', { otherParams: params }, pairs, undefined],
        ['OPENSRS', 'opensrs', { otherParams: params, ...billed }, pairs, 'CC'],
        ['OPENSRS', 'opensrs', { otherParams: params, ...billed, registrant: REGISTRANT }, pairs, 'CC'],
      ] as const) {
        const login = `user${++keys}x`;
        const done = await carriedOut(async () => {
          expect(await create(login, { mode, ...more })).toEqual({
            data: {
              createAccount: {
                account: { id: expect.stringMatching(/^hsphere:Account:\d+$/), diskQuotaKiB: 102400 },
                signupId: expect.stringMatching(/^\d+$/),
                userErrors: [],
              },
            },
          });
        });
        const known = {
          planId: '7003',
          periodId: '0',
          login,
          'ci.email': contact.email,
          validateUser: 'true',
          mod,
        };
        expect(done).toEqual([
          [
            'signupUser',
            {
              ...known,
              ...(otherParams === undefined ? {} : { otherParams }),
              ...(type === undefined ? {} : { 'pi.type': type }),
              ...('registrant' in more ? { 'srsci.email': REGISTRANT.email } : {}),
            },
          ],
        ]);
      }
    });

    it('signs nobody up whose login is in use', async () => {
      const done = await carriedOut(async () => {
        expect((await create('double', {})).data).toMatchObject({
          createAccount: { userErrors: [{ code: 'TAKEN', field: ['input', 'login'] }] },
        });
      });
      expect(done).toEqual([]);
    });

    it('books debits and credits in exactly their digits', async () => {
      const description = 'description: "Zoë’s „server“ 🌙"';
      const done = await carriedOut(async () => {
        for (const answer of [
          await book('addCredit', `amount: "1234567890123.45" ${description} referenceId: "7"`),
          await book('addOneTimeDebit', `amount: 0.10 ${description} note: "n" includeTaxes: true`),
          await book(
            'addMonthlyDebit',
            `amount: 97.5 ${description} frequencyMonths: 9 startOn: NOW infinite: true`,
          ),
          await book('addBillingPeriodDebit', `amount: 5 ${description} adminNote: ""`),
        ]) {
          expect(Object.values(answer.data ?? {})).toEqual([
            { account: { id: 'hsphere:Account:1950' }, userErrors: [] },
          ]);
        }
      });
      const common = { accountId: '1950', description: 'Zoë’s „server“ 🌙' };
      expect(done).toEqual([
        ['addCredit', { ...common, amount: '1.23456789012345E12', id: '7' }],
        ['oneTimeDebit', { ...common, amount: '0.1', note: 'n', isInvoice: 'false', inclTaxes: 'true' }],
        [
          'monthlyBasedDebit',
          {
            ...common,
            amount: '97.5',
            duration: '9',
            frequency: '9',
            startOn: '3',
            isInfinite: 'true',
            isInvoice: 'false',
          },
        ],
        ['billingPeriodBasedDebit', { ...common, amount: '5.0', adminNote: '' }],
      ]);
    });

    it('suspends, resumes and deletes', async () => {
      const { data } = await create('deleteme', {});
      const id = (data as { createAccount: { account: { id: string } } }).createAccount.account.id;
      const accountId = id.split(':')[2];
      const done = await carriedOut(async () => {
        for (const [mutation, reason] of [
          ['suspendAccount', 'reason: "unpaid"'],
          ['resumeAccount', ''],
          ['deleteAccount', ''],
        ]) {
          const answer = await writes.run(
            `mutation { ${mutation}(input: { accountId: "${id}" ${reason} }) { userErrors { code } } }`,
          );
          expect(answer).toEqual({ data: { [mutation ?? '']: { userErrors: [] } } });
        }
      });
      expect(done).toEqual([
        ['suspendAccount', { accountId, reason: 'unpaid' }],
        ['resumeAccount', { accountId }],
        ['deleteAccount', { accountId }],
      ]);
      expect((await writes.run(`{ account(id: "${id}") { id } }`)).errors).toHaveLength(1);
    });

    it('is refused as data, with the name of the exception', async () => {
      const answer =
        await writes.run(`mutation { addCredit(input: { accountId: "hsphere:Account:77", amount: 1,
      description: "", idempotencyKey: "refused" }) { userErrors { code native { method code message } } } }`);
      expect(answer.data).toEqual({
        addCredit: {
          userErrors: [
            { code: 'REJECTED', native: { method: 'addCredit', code: 'PanelException', message: null } },
          ],
        },
      });
    });

    it('settles a sign-up whose answer is lost by its login, with the account of that user', async () => {
      const done = await carriedOut(async () => {
        proxy.loseNext('signupUser');
        expect((await create('lostuser', {}, 'lost-signup')).data).toEqual({ createAccount: null });
        expect((await create('lostuser', {}, 'lost-signup')).data).toMatchObject({
          createAccount: { account: { diskQuotaKiB: 102400 }, userErrors: [] },
        });
      });
      expect(done).toHaveLength(1);
    });

    it('leaves a credit whose answer is lost unknown, and does not send it again', async () => {
      const done = await carriedOut(async () => {
        proxy.loseNext('addCredit');
        for (const _ of [1, 2, 3]) {
          expect((await book('addCredit', 'amount: 5 description: ""', 'lost-credit')).data).toEqual({
            addCredit: null,
          });
        }
      });
      expect(done).toHaveLength(1);
      expect(writes.stateOf('lost-credit')).toBe('UNKNOWN');
    });

    it('keeps passwords and cards out of records and logs', () => {
      for (const text of [writes.recordsText(), logLines.join('\n')]) {
        expect(text).not.toBe('');
        for (const secret of ['pa&ss', 'pa&amp;ss', CARD, 'admin-pass']) expect(text).not.toContain(secret);
      }
    });
  },
);
