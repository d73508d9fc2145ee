import { describe, expect, it } from 'vitest';
import { enomOperations } from '../../../adapters/enom/operations/index.js';
import { hsphereOperations } from '../../../adapters/hsphere/operations/index.js';
import { mspcOperations } from '../../../adapters/mspc/operations/index.js';
import { ENOM_COVERAGE } from '../../../src/sandbox/enom/coverage.js';
import { HSPHERE_COVERAGE } from '../../../src/sandbox/hsphere/coverage.js';
import { MSPC_COVERAGE } from '../../../src/sandbox/mspc/coverage.js';

describe.each([
  ['mspc', mspcOperations, MSPC_COVERAGE, []],
  ['hsphere', hsphereOperations, HSPHERE_COVERAGE, ['getDescription']],
  ['enom', enomOperations, ENOM_COVERAGE, ['PE_GetPOPPrice']],
] as const)('the %s simulator', (_kind, operations, coverage, typed) => {
  it('answers every method that is described', () => {
    expect(operations.map(({ method }) => method).filter((method) => !(method in coverage))).toEqual([]);
  });

  it('says which of its answers nothing depends on', () => {
    const answered = Object.entries(coverage).filter(([, how]) => how === 'typed');
    expect(answered.map(([method]) => method)).toEqual(typed);
  });
});
