import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EnomGateway, startEnomGateway } from '../support/enom-gateway.js';

describe('pages of domains at eNom', () => {
  let gateway: EnomGateway;
  beforeAll(async () => {
    gateway = await startEnomGateway({ pageSize: 4 });
  });
  afterAll(() => gateway.close());

  const PAGE = `query ($first: Int, $after: String) { domains(backend: "enom", first: $first, after: $after) {
    totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

  interface Page {
    readonly totalCount: number | null;
    readonly nodes: ReadonlyArray<{ readonly name: string }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  async function read(first: number, after: string | null): Promise<Page> {
    const { data, errors } = await gateway.run(PAGE, { first, after });
    expect(errors).toBeUndefined();
    return (data as { readonly domains: Page }).domains;
  }

  it.each([
    [1, 15],
    [4, 4],
    [6, 5],
    [15, 4],
    [200, 4],
  ])('of %i rows have every domain once, in %i calls', async (first, calls) => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page = await read(first, after);
      expect(page.totalCount).toBe(15);
      names.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toHaveLength(15);
    expect(new Set(names).size).toBe(15);
    expect(gateway.takeCalls()).toEqual(Array.from({ length: calls }, () => 'GetDomains'));
  });

  it('behind the last row is empty', async () => {
    const { pageInfo } = await read(200, null);
    expect(await read(5, pageInfo.endCursor)).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });
});
