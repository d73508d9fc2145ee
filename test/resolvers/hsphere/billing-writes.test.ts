import { describe, expect, it } from 'vitest';
import { LOST, writeGateways } from './write-gateway.js';

const start = writeGateways();

type Input = Readonly<Record<string, unknown>>;

const ACCOUNT = 'hsphere:Account:5001';
const common = { accountId: ACCOUNT, amount: '19.95', description: 'Zoë’s <server> & more' };

const mutation = (name: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    account { id } idempotencyKey userErrors { code message field native { backend method code message } } } }`;

const BOOKINGS: ReadonlyArray<readonly [name: string, action: string, input: Input, booked: Input]> = [
  [
    'addCredit',
    'addCredit',
    { ...common, text: 'by phone', referenceId: '7' },
    { kind: 'credit', text: 'by phone', id: '7' },
  ],
  [
    'addOneTimeDebit',
    'oneTimeDebit',
    { ...common, note: 'Danke!', sendInvoice: true, includeTaxes: true },
    { kind: 'oneTimeDebit', note: 'Danke!', isInvoice: true, inclTaxes: true },
  ],
  [
    'addMonthlyDebit',
    'monthlyBasedDebit',
    {
      ...common,
      durationMonths: 24,
      frequencyMonths: 3,
      startOn: 'FIRST_OF_MONTH',
      note: 'n',
      adminNote: 'a',
    },
    {
      kind: 'monthlyBasedDebit',
      duration: 24,
      frequency: 3,
      startOn: 2,
      isInfinite: false,
      isInvoice: false,
      note: 'n',
      adminNote: 'a',
    },
  ],
  [
    'addBillingPeriodDebit',
    'billingPeriodBasedDebit',
    { ...common, adminNote: 'agreed' },
    { kind: 'billingPeriodBasedDebit', note: null, adminNote: 'agreed' },
  ],
];

describe.each(BOOKINGS)('%s on H-Sphere', (name, action, input, booked) => {
  it('is booked once for a key, and answers the account', async () => {
    const gateway = await start();
    const expected = {
      data: { [name]: { account: { id: ACCOUNT }, idempotencyKey: 'k1', userErrors: [] } },
    };
    const variables = { input: { ...input, idempotencyKey: 'k1' } };
    expect(await gateway.run(mutation(name), variables)).toEqual(expected);
    expect(await gateway.run(mutation(name), variables)).toEqual(expected);
    expect(gateway.takeCalls()).toEqual([action]);
    const { description } = common;
    expect(gateway.ledger()).toEqual([{ accountId: 5001n, amount: 19.95, description, ...booked }]);
  });

  it('is not sent without a key', async () => {
    const gateway = await start();
    expect((await gateway.run(mutation(name), { input })).data).toMatchObject({
      [name]: { account: null, userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] },
    });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it.each(['0', '-5', '0.00', '1234567890.123456'])('is not sent for an amount of %s', async (amount) => {
    const gateway = await start();
    const { data } = await gateway.run(mutation(name), { input: { ...input, amount, idempotencyKey: 'k' } });
    expect(data).toMatchObject({ [name]: { userErrors: [{ code: 'INVALID', field: ['input', 'amount'] }] } });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('is refused as data where the panel refuses', async () => {
    const gateway = await start();
    const elsewhere = { ...input, accountId: 'hsphere:Account:77', idempotencyKey: 'k' };
    expect(await gateway.run(mutation(name), { input: elsewhere })).toMatchObject({
      data: {
        [name]: {
          account: null,
          userErrors: [
            {
              code: 'NOT_FOUND',
              native: {
                backend: 'hsphere',
                method: action,
                code: 'AccountNotFoundException',
                message: null,
              },
            },
          ],
        },
      },
    });
    expect(gateway.ledger()).toEqual([]);
  });

  it.each(LOST)(
    'stays unknown, says why, and is not sent again when its answer %s',
    async (_, fault, done) => {
      const gateway = await start();
      gateway.simulator.faults.next(action, fault);
      const variables = { input: { ...input, idempotencyKey: 'lost' } };
      const { data, errors } = await gateway.run(mutation(name), variables);
      expect(data).toEqual({ [name]: null });
      expect(errors).toMatchObject([
        { message: expect.stringContaining('no call that reads debits and credits back') },
      ]);
      gateway.outlastLeases();
      expect((await gateway.run(mutation(name), variables)).data).toEqual({ [name]: null });
      expect(gateway.stateOf('lost')).toBe('UNKNOWN');
      expect(gateway.takeCalls()).toEqual([action]);
      expect(gateway.ledger()).toHaveLength(done ? 1 : 0);
    },
  );
});

describe('a refusal of a booking that no rule explains', () => {
  const credit = { ...common, idempotencyKey: 'k' };

  it('is a rejection', async () => {
    const gateway = await start({ faults: [] });
    gateway.simulator.faults.next('addCredit', { kind: 'fault', message: 'out of order' });
    expect((await gateway.run(mutation('addCredit'), { input: credit })).data).toMatchObject({
      addCredit: { userErrors: [{ code: 'REJECTED', native: { code: 'SandboxException', message: null } }] },
    });
  });

  it('is unknown where the settings trust no refusal', async () => {
    const gateway = await start({ unexplainedRefusals: 'unknown' });
    gateway.simulator.faults.next('addCredit', { kind: 'fault', message: 'out of order' });
    const { data, errors } = await gateway.run(mutation('addCredit'), { input: credit });
    expect(data).toEqual({ addCredit: null });
    expect(errors).toHaveLength(1);
    expect(gateway.stateOf('k')).toBe('UNKNOWN');
  });

  it('is a rejection there too where a rule explains it', async () => {
    const gateway = await start({ unexplainedRefusals: 'unknown' });
    const input = { ...credit, accountId: 'hsphere:Account:77' };
    expect((await gateway.run(mutation('addCredit'), { input })).data).toMatchObject({
      addCredit: { userErrors: [{ code: 'NOT_FOUND' }] },
    });
  });
});

describe('a monthly debit', () => {
  const debit = { ...common, frequencyMonths: 9, startOn: 'NOW', idempotencyKey: 'k' };
  const run = async (input: Input) => {
    const gateway = await start();
    const { data } = await gateway.run(mutation('addMonthlyDebit'), { input: { ...debit, ...input } });
    return { data, ledger: gateway.ledger() };
  };

  it.each([
    ['no duration', {}, 'durationMonths'],
    ['a duration of 0', { durationMonths: 0 }, 'durationMonths'],
    ['a duration of -1 although it never ends', { durationMonths: -1, infinite: true }, 'durationMonths'],
    ['a frequency of 0', { durationMonths: 1, frequencyMonths: 0 }, 'frequencyMonths'],
  ])('is not sent with %s', async (_, input, field) => {
    const { data, ledger } = await run(input);
    expect(data).toMatchObject({
      addMonthlyDebit: { userErrors: [{ code: 'INVALID', field: ['input', field] }] },
    });
    expect(ledger).toEqual([]);
  });

  it('needs no duration where it never ends, and takes one as the vendor’s sample does', async () => {
    expect((await run({ infinite: true })).ledger).toMatchObject([
      { isInfinite: true, duration: 9, frequency: 9 },
    ]);
    expect((await run({ infinite: true, durationMonths: 4 })).ledger).toMatchObject([
      { isInfinite: true, duration: 4, frequency: 9 },
    ]);
  });

  it.each([
    ['FIRST_OF_MONTH_PRORATED', 1],
    ['FIRST_OF_MONTH', 2],
    ['NOW', 3],
  ])('starts %s as %i', async (startOn, number) => {
    expect((await run({ startOn, durationMonths: 1 })).ledger).toMatchObject([{ startOn: number }]);
  });
});
