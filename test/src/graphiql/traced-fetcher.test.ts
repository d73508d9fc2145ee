import { describe, expect, it } from 'vitest';
import { createCallsStore } from '../../../src/graphiql/calls-store.js';
import { tracedFetcher } from '../../../src/graphiql/traced-fetcher.js';

const CALLS = [{ backend: 'poa', method: 'pem.getAccountInfo' }];

/** A fetcher that answers so, and what it was asked with. */
function fetcherOf(answer: object) {
  const asked: object[] = [];
  const store = createCallsStore();
  const fetcher = tracedFetcher(async (_request, options) => {
    asked.push(options?.headers ?? {});
    return answer;
  }, store);
  return { asked, store, fetcher };
}

describe('the fetcher of the page', () => {
  it('keeps the calls for the waterfall and shows the rest', async () => {
    const { asked, store, fetcher } = fetcherOf({ data: { a: 1 }, extensions: { calls: CALLS } });
    expect(await fetcher({ query: '{ a }' }, { headers: { 'x-api-key': 'k' } })).toEqual({ data: { a: 1 } });
    expect(asked).toEqual([{ 'x-hostgraph-trace': '1', 'x-api-key': 'k' }]);
    expect(store.get()).toEqual(CALLS);
  });

  it('leaves other extensions, and all of them to who asks for the calls in the header editor', async () => {
    const extensions = { calls: CALLS, other: 1 };
    const { fetcher } = fetcherOf({ data: null, extensions });
    expect(await fetcher({ query: '{ a }' }, {})).toEqual({ data: null, extensions: { other: 1 } });
    expect(await fetcher({ query: '{ a }' }, { headers: { 'X-Hostgraph-Trace': '1' } })).toEqual({
      data: null,
      extensions,
    });
  });

  it('draws nothing where the gateway does not tell', async () => {
    const { store, fetcher } = fetcherOf({ data: { a: 1 } });
    store.set([]);
    await fetcher({ query: '{ a }' });
    expect(store.get()).toBeNull();
  });

  it('leaves the page’s own question for the schema alone', async () => {
    const { asked, store, fetcher } = fetcherOf({ data: {} });
    store.set([]);
    await fetcher({ query: '{ __schema { types { name } } }', operationName: 'IntrospectionQuery' });
    expect(asked).toEqual([{}]);
    expect(store.get()).toEqual([]);
  });
});
