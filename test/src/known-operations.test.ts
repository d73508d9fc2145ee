import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { type Config, ConfigError } from '../../src/config/index.js';
import { checkGateway, loadGatewayConfig } from '../../src/gateway.js';
import { readKnownOperations } from '../../src/known-operations.js';
import { type ConfigFolder, createConfigFolder } from '../support/config-file.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';

const POA = 'backends: { poa: { kind: poa, url: "http://127.0.0.1:1/", username: a, password: b } }';

let panels: FourPanels;
let folder: ConfigFolder;
beforeAll(async () => {
  panels = await startFourPanels();
  folder = createConfigFolder();
});
afterAll(async () => {
  folder.remove();
  await panels.close();
});

function load(operations: string, more = ''): Config {
  folder.write('own.graphql', operations);
  const file = folder.write('gateway.yaml', `${POA}\noperations: { folders: [.] }\n${more}`);
  return loadGatewayConfig({ file, env: {} });
}

const problemsOf = async (work: () => unknown): Promise<string[]> => {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ path, message }) => `${path.slice(path.lastIndexOf('/') + 1)}: ${message}`);
  }
};

const worst = (text: string, limit: number): Promise<string[]> =>
  problemsOf(() =>
    readKnownOperations(
      load(text, `server: { limits: { cost: ${limit} } }`),
      buildGatewaySchema(),
      panels.backends,
    ),
  );

describe('the operations of a configuration', () => {
  it('are found beside the file that names their folder', () => {
    const known = readKnownOperations(
      load('query Mine { viewer { name } }'),
      buildGatewaySchema(),
      panels.backends,
    );
    expect(known.registry.operations.map(({ name }) => name)).toContain('Mine');
    expect(known.mode).toBe('allow');
  });

  it.each([
    [
      'as many entries as a page can have',
      'query Q($n: Int) { account(id: "poa:Account:1") { subscriptions(first: $n) { nodes { name } } } }',
      202,
    ],
    [
      'ids of the type that costs most',
      'query Q($ids: [ID!]!) { nodes(ids: $ids) { ... on Package { quotas { used } } ... on Account { kind } } }',
      1_100,
    ],
    [
      'what can be included',
      'query Q($all: Boolean!) { account(id: "hsphere:Account:1") { id diskQuotaKiB @include(if: $all) } }',
      2,
    ],
    ['every backend that can answer', 'query Q($name: String!) { domainsByName(name: $name) { id } }', 2],
  ])('cost at worst %s', async (_name, text, cost) => {
    expect(await worst(text, cost)).toEqual([]);
    expect(await worst(text, cost - 1)).toEqual([
      `own.graphql:1: Q can cost ${cost}, and ${cost - 1} is the limit (server.limits.cost).`,
    ]);
  });

  it('are checked before the gateway starts, without a panel being asked', async () => {
    expect(await problemsOf(() => checkGateway(load('query Mine { viewer { name } }')))).toEqual([]);
    expect(
      await problemsOf(() => checkGateway(load('query A { nope }\nquery Account { viewer { name } }'))),
    ).toEqual([
      expect.stringMatching(/^own\.graphql:1:11: Cannot query field "nope"/),
      expect.stringMatching(
        /^own\.graphql:2: Account is the name of another operation: .*accounts\.graphql:3\.$/,
      ),
    ]);
  });
});
