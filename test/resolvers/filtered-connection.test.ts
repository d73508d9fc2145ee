import { describe, expect, it } from 'vitest';
import { checkPage } from '../../resolvers/connection.js';
import { filteredConnection, MOST_ROWS } from '../../resolvers/filtered-connection.js';
import type { GatewayContext } from '../../src/context.js';
import type { Listing, PageRequest } from '../../src/model/index.js';
import { CALLERS } from '../support/scoped.js';

interface Row {
  readonly id: string;
}

// The rest of a context is not looked at.
const asks = (caller: keyof typeof CALLERS) => ({ principal: CALLERS[caller] }) as GatewayContext;
const rows = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `row-${index}` }));

/** A list of which the rows with these numbers are the caller's. */
function listOf(all: ReadonlyArray<Row | Error>, own: readonly number[], how: 'whole' | 'page') {
  const reads: PageRequest[] = [];
  const judged: string[] = [];
  const shown = new Set(own.map((number) => `row-${number}`));
  return {
    reads,
    judged,
    keyOf: ({ id }: Row) => id,
    shows: async ({ id }: Row) => {
      judged.push(id);
      return shown.has(id);
    },
    read: async (page: PageRequest): Promise<Listing<Row>> => {
      reads.push(page);
      if (how === 'whole') return { whole: all };
      const { first, offset } = page;
      const cut = all.slice(offset, offset + first);
      return { page: cut, offset, total: all.length, hasNext: offset + cut.length < all.length };
    },
  };
}

const numbers = (nodes: ReadonlyArray<Row | Error> | undefined) =>
  nodes?.map((node) => (node instanceof Error ? node.message : Number(node.id.slice(4))));

describe.each(['whole', 'page'] as const)('a list of others’ rows, too, that arrives by the %s', (how) => {
  it('is passed through as it is to callers without a scope', async () => {
    const list = listOf(rows(300), [], how);
    const answer = await filteredConnection(asks('provider'), checkPage({ first: 2 }), list);
    expect(numbers(answer?.nodes)).toEqual([0, 1]);
    expect(answer?.totalCount).toBe(300);
    expect(list.judged).toEqual([]);
  });

  it('is read on until the page is full, and says what stands behind it', async () => {
    const list = listOf(rows(700), [3, 250, 480, 699], how);
    const answer = await filteredConnection(asks('customer'), checkPage({ first: 3 }), list);
    expect(numbers(answer?.nodes)).toEqual([3, 250, 480]);
    expect(answer).toMatchObject({
      totalCount: null,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    expect(list.reads.length).toBeLessThanOrEqual(5);
  });

  it('goes on behind a cursor without a gap and without a repetition', async () => {
    const own = [0, 1, 17, 18, 205, 206, 399, 400, 401, 650];
    const found: unknown[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page++) {
      const answer: Awaited<ReturnType<typeof filteredConnection<Row>>> = await filteredConnection(
        asks('customer'),
        checkPage({ first: 3, after }),
        listOf(rows(700), own, how),
      );
      found.push(...(numbers(answer?.nodes) ?? []));
      after = answer?.pageInfo.endCursor ?? null;
      if (answer?.pageInfo.hasNextPage !== true) break;
    }
    expect(found).toEqual(own);
  });

  it('says that there is no more when only others’ rows follow', async () => {
    const answer = await filteredConnection(
      asks('customer'),
      checkPage({ first: 2 }),
      listOf(rows(400), [5, 6], how),
    );
    expect(answer?.pageInfo).toMatchObject({ hasNextPage: false });
  });

  it(`is given up after ${MOST_ROWS} rows, with a cursor to go on behind them`, async () => {
    const list = listOf(rows(1_500), [1, 1_200], how);
    const answer = await filteredConnection(asks('customer'), checkPage({ first: 5 }), list);
    expect(numbers(answer?.nodes)).toEqual([1]);
    expect(list.judged).toHaveLength(MOST_ROWS);
    expect(answer?.pageInfo.hasNextPage).toBe(true);
    const { endCursor: after } = answer?.pageInfo ?? {};
    const rest = await filteredConnection(
      asks('customer'),
      checkPage({ first: 5, after: after ?? null }),
      listOf(rows(1_500), [1, 1_200], how),
    );
    expect(numbers(rest?.nodes)).toEqual([1_200]);
    expect(rest?.pageInfo.hasNextPage).toBe(false);
  });

  it('passes over rows that cannot be read: nobody knows whose they are', async () => {
    const all = [new Error('unreadable'), ...rows(2)];
    const answer = await filteredConnection(asks('customer'), checkPage({}), listOf(all, [0, 1], how));
    expect(numbers(answer?.nodes)).toEqual([0, 1]);
  });

  it('has an empty page of none, which says whether there is one', async () => {
    const some = await filteredConnection(
      asks('customer'),
      checkPage({ first: 0 }),
      listOf(rows(9), [8], how),
    );
    expect(some).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    const none = await filteredConnection(
      asks('customer'),
      checkPage({ first: 0 }),
      listOf(rows(9), [], how),
    );
    expect(none).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});

describe('a cursor that somebody made up', () => {
  const cursor = (text: string) => Buffer.from(text, 'utf8').toString('base64url');

  it('is refused alike for another’s row and for one that there is not', async () => {
    const ask = (row: string) =>
      filteredConnection(
        asks('customer'),
        checkPage({ after: cursor(`key:${row}`) }),
        listOf(rows(9), [2, 5], 'whole'),
      ).then(
        () => 'taken',
        (error: unknown) => String(error),
      );
    expect(await ask('row-4')).toMatch('no longer in this list');
    expect(await ask('row-4')).toBe(await ask('row-99'));
    expect(await ask('row-2')).toBe('taken');
  });
});
