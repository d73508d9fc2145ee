import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { describeOperations } from '../../../src/cli/operations.js';
import { checkGateway, loadGatewayConfig } from '../../../src/gateway.js';
import { operationsFolder } from '../../support/operations-folder.js';

const own = operationsFolder({
  'who.graphql':
    'query Who @rest(method: GET, path: "/who", tag: "Own", summary: "Who asks") { viewer { name } }\nquery Bare { viewer { sandbox } }',
});
const config = operationsFolder({
  'gateway.yaml': `operations: { folders: [${JSON.stringify(own.path)}] }
backends: { mspc: { kind: mspc, url: "http://127.0.0.1:1/", username: a, password: b } }`,
});
afterAll(() => {
  config.remove();
  own.remove();
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('hostgraph operations', () => {
  it('lists what the gateway knows, with ids that a client can work out', async () => {
    const { registry } = await checkGateway(
      loadGatewayConfig({ file: config.file('gateway.yaml'), env: {} }),
    );
    const lines = describeOperations(registry).trimEnd().split('\n');
    expect(lines).toHaveLength(registry.operations.length + 1);
    expect(lines[0]).toMatch(/^name +kind +id +route$/);
    const line = (name: string) => lines.find((text) => text.startsWith(`${name} `))?.split(/ {2,}/);
    expect(line('Who')).toEqual([
      'Who',
      'query',
      sha256('query Who {\n  viewer {\n    name\n  }\n}'),
      'GET /rest/v1/who',
    ]);
    expect(line('Bare')).toEqual(['Bare', 'query', sha256('query Bare {\n  viewer {\n    sandbox\n  }\n}')]);
    expect(line('CreateMailbox')?.at(-1)).toBe('POST /rest/v1/mailboxes');
  });
});
