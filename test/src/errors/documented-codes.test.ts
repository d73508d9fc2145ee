import { readFileSync } from 'node:fs';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { describe, expect, it } from 'vitest';
import { GATEWAY_ERROR_CODES } from '../../../src/errors/index.js';
import { EDGE_ERROR_CODES } from '../../../src/http/edge-error.js';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

/** Code, status and meaning of each row of the table. */
const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, code = '', status = '', meaning = '']) => ({ code, status: status.trim(), meaning: meaning.trim() }),
);

describe('docs/errors.md', () => {
  it('lists every code that an answer can have, each once, and none that there is not', () => {
    const codes = new Set<string>([
      ...GATEWAY_ERROR_CODES,
      ...EDGE_ERROR_CODES,
      ...Object.values(ApolloServerErrorCode),
    ]);
    expect(rows.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });

  it('says of each with which status it comes, and when', () => {
    const silent = rows.filter(({ status, meaning }) => !/^[2-5]\d\d\b/.test(status) || meaning.length < 20);
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});
