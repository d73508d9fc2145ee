import type { BackendKind } from '../../src/model/index.js';
import type { Answered, Coverage } from '../../src/sandbox/coverage.js';
import { ENOM_COVERAGE } from '../../src/sandbox/enom/coverage.js';
import { HSPHERE_COVERAGE } from '../../src/sandbox/hsphere/coverage.js';
import { MSPC_COVERAGE } from '../../src/sandbox/mspc/coverage.js';
import { COVERAGE as POA_COVERAGE } from '../../src/sandbox/poa/coverage.js';

const of =
  (coverage: Coverage) =>
  (method: string): Answered | undefined =>
    Object.hasOwn(coverage, method) ? coverage[method] : undefined;

const BY_KIND: Readonly<Record<BackendKind, (method: string) => Answered | undefined>> = {
  POA: of(POA_COVERAGE),
  MSPC: of(MSPC_COVERAGE),
  HSPHERE: of(HSPHERE_COVERAGE),
  ENOM: of(ENOM_COVERAGE),
};

/** How the simulator of a kind answers each method; `undefined` where it does not. */
export const sandboxCoverage = (kind: BackendKind): ((method: string) => Answered | undefined) =>
  BY_KIND[kind];
