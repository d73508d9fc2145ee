import { describe, expect, it } from 'vitest';
import { keepResult, restoreResult } from '../../../src/native/kept-result.js';
import {
  any,
  array,
  boolean,
  decimal,
  int,
  int64,
  key,
  string,
  struct,
} from '../../../src/operation/shape.js';

const shape = struct({
  account_id: int('Account.'),
  big: int64('A large one.'),
  order: string('Order.'),
  txn_id: string('Transaction.'),
  login: key(string('Login.')),
  token: string('Token.', { secret: true }),
  paid: boolean('Paid.'),
  amount: decimal('Amount.'),
  rows: array(struct({ id: int('Row.'), text: string('Words.') }), 'Rows.'),
  other: any('Anything.'),
});

const result = {
  account_id: 7,
  big: 2n ** 60n,
  order: 'Ada Neu, Weg 1',
  txn_id: 'T-1',
  login: 'ada',
  token: 'hunter2',
  paid: true,
  amount: '1.50',
  rows: [{ id: 1, text: 'private' }, new Error('unreadable')],
  other: { secret: 'hunter2' },
};

describe('what a record keeps of a result', () => {
  it('is numbers, truth values and ids, and neither a secret nor free text', () => {
    const kept = keepResult(shape, result);
    expect(kept).toEqual({
      account_id: 7,
      big: String(2n ** 60n),
      txn_id: 'T-1',
      login: 'ada',
      paid: true,
      amount: '1.50',
      rows: [{ id: 1 }, null],
    });
    expect(JSON.stringify(kept)).not.toMatch(/hunter2|private|Ada Neu/);
  });

  it('is told by a replay in the form of the result, null where nothing was kept', () => {
    expect(restoreResult(shape, keepResult(shape, result))).toEqual({
      account_id: 7,
      big: 2n ** 60n,
      order: null,
      txn_id: 'T-1',
      login: 'ada',
      token: null,
      paid: true,
      amount: '1.50',
      rows: [{ id: 1, text: null }, null],
      other: null,
    });
  });

  it('is nothing of an answer that is too long for a record', () => {
    const ids = array(int('Id.'), 'Ids.');
    expect(keepResult(ids, new Array(5_000).fill(1))).toBeUndefined();
    expect(keepResult(null, 5)).toBeUndefined();
  });
});
