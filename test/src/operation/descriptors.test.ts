import { describe, expect, it } from 'vitest';
import * as enom from '../../../adapters/enom/operations/index.js';
import * as hsphere from '../../../adapters/hsphere/operations/index.js';
import * as mspc from '../../../adapters/mspc/operations/index.js';
import * as poa from '../../../adapters/poa/operations/index.js';
import { compileCheck } from '../../../src/operation/check.js';
import type { AnyOperation } from '../../../src/operation/operation.js';

const operations = [enom, hsphere, mspc, poa].flatMap((adapter) =>
  Object.values<unknown>(adapter).filter(
    (value): value is AnyOperation => typeof value === 'object' && value !== null && 'params' in value,
  ),
);

describe('the descriptors of all adapters', () => {
  it.each(operations.map((operation) => [operation.method, operation] as const))(
    'name in constraints only what is there: %s',
    (_method, { params }) => {
      expect(() => compileCheck(params)).not.toThrow();
    },
  );

  it('are all looked at', () => {
    expect(operations.length).toBeGreaterThan(60);
  });
});
