import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { backendKinds } from '../../adapters/index.js';
import { printCoverage } from '../../tools/coverage-page/print-coverage.js';

const committed = readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8');

describe('docs/coverage.md', () => {
  let printed: string;
  // The compiler reads all sources once.
  beforeAll(async () => {
    printed = await printCoverage();
  }, 180_000);

  it('is what would be printed now (npm run coverage:docs)', () => {
    expect(committed).toBe(printed);
  });

  it('has a row for every method that a document describes', () => {
    const methods = Object.values(backendKinds).flatMap(({ operations }) =>
      operations.map(({ method }) => method),
    );
    expect(methods.filter((method) => !printed.includes(`\n| \`${method}\` |`))).toEqual([]);
  });

  it.each([
    ['pem.getAccountInfo', 'Account by id'],
    ['pem.getAccountSubscriptions', '`Account.subscriptions`'],
    ['GetUserByUsername', '`accountByLogin`'],
    ['oneTimeDebit', '`addOneTimeDebit`'],
    ['GetPOP3', '`Domain.emailBundles`'],
    ['GetCatchAll', '`Domain.catchAll`'],
  ])('finds out that %s is behind %s', (method, field) => {
    const row = printed.split('\n').find((line) => line.startsWith(`| \`${method}\` |`));
    expect(row).toContain(field);
  });

  it('does not say of a method that the unified graph calls it when no field leads there', () => {
    const row = printed.split('\n').find((line) => line.startsWith('| `pem.iis.addDomainMapping` |'));
    expect(row).toMatch(/\| — \| \w+ \|$/);
  });
});
