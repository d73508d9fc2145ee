import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../adapters/enom/fault-table.js';
import { enom } from '../../../adapters/enom/index.js';
import { readClaim } from '../../../adapters/enom/refused-command.js';
import { createEnomSimulator } from '../../../src/sandbox/enom/server.js';

describe('what a response code of eNom means', () => {
  it.each([
    ['316153', 'NOT_FOUND'],
    ['316286', 'NOT_FOUND'],
    ['302286', 'TAKEN'],
    ['303183', 'INVALID'],
    ['301156', 'INVALID'],
    ['304391', 'INVALID'],
    ['305183', 'INVALID'],
    ['306156', 'WEAK_PASSWORD'],
    ['303271', 'QUOTA_EXCEEDED'],
    ['706271', 'HAS_CHILDREN'],
    ['317391', 'WRONG_STATE'],
    ['524181', 'INSUFFICIENT_FUNDS'],
    ['304155', 'FORBIDDEN'],
    ['713254', 'FORBIDDEN'],
    ['402155', 'TAKEN'],
    ['400155', 'FORBIDDEN'],
    ['606000', undefined],
    ['699000', undefined],
    ['306170', undefined],
    ['31615', undefined],
    [null, undefined],
  ])('%s is %s', (code, meaning) => {
    expect(meaningOf(code, '', [])).toBe(meaning);
  });

  it('is what a configured rule says, by code, by text or by both; the first that fits', () => {
    const { faults } = enom.schema.parse({
      url: 'http://127.0.0.1/interface.asp',
      uid: 'a',
      pw: 'b',
      faults: [
        { responseCode: 316153, messageRegex: 'locked', code: 'WRONG_STATE' },
        { responseCode: 316153, code: 'CONFLICT' },
        { messageRegex: '^An object with this name', code: 'TAKEN' },
      ],
    });
    expect(meaningOf('316153', 'The domain is locked.', faults)).toBe('WRONG_STATE');
    expect(meaningOf('316153', 'x', faults)).toBe('CONFLICT');
    expect(meaningOf(null, 'An object with this name already exists.', faults)).toBe('TAKEN');
    expect(meaningOf(null, 'x', faults)).toBeUndefined();
  });

  it.each([{ code: 'TAKEN' }, { responseCode: 1, code: 'GONE' }, { messageRegex: '(', code: 'TAKEN' }])(
    'cannot be configured as %j',
    (rule) => {
      const settings = { url: 'http://127.0.0.1/interface.asp', uid: 'a', pw: 'b', faults: [rule] };
      expect(enom.schema.safeParse(settings).success).toBe(false);
    },
  );

  it('needs no rules for the sandbox', async () => {
    const simulator = await createEnomSimulator();
    expect(simulator.configuration).not.toHaveProperty('faults');
    await simulator.close();
  });
});

describe('what a refusal says of what happened', () => {
  const refusal = (code: string | null, success: boolean | null) => ({ code, texts: [], success });

  it.each([
    ['Success True', refusal('304000', true), {}, 'success'],
    ['users that were served', refusal('304000', null), { AccountsCreated: 1, AccountsFailed: 1 }, 'success'],
    [
      'users that were served, and Success False',
      refusal('304000', false),
      { AccountsModified: 1 },
      'success',
    ],
    ['an order', refusal('524181', null), { orderid: 5n }, 'success'],
    ['Success False', refusal('699000', false), {}, 'failure'],
    ['a count of 0', refusal(null, null), { AccountsDeleted: 0 }, 'failure'],
    ['nothing, and a code of validation', refusal('304391', null), { orderid: null }, 'invalid'],
    ['nothing, and a code of payment', refusal('524181', null), {}, 'invalid'],
    ['nothing, and a code of the system', refusal('606000', null), {}, 'nothing'],
    ['nothing, and no code', refusal(null, null), {}, 'nothing'],
    ['what cannot be read', refusal('699000', null), null, 'nothing'],
  ] as const)('%s', (_, told, beside, claim) => {
    expect(readClaim(told, beside)).toBe(claim);
  });
});
