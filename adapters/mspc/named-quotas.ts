import type { PackageQuota } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import { toPackageQuota } from './mapping/index.js';
import { getPackageQuota } from './operations/seen.js';
import { orError } from './tolerance.js';

/** One for each name, in their order. The panel compares names without regard to case, so one is asked for once. */
export async function namedQuotas(
  call: Call,
  packageId: number,
  names: readonly string[],
): Promise<ReadonlyArray<PackageQuota | Error | null>> {
  const asked = new Map(names.map((name) => [name.toLowerCase(), name]));
  const quotas = await Promise.all(
    [...asked].map(async ([key, quotaName]) => {
      const quota = await orError(call(getPackageQuota, { packageId, quotaName }));
      return [key, quota === null || quota instanceof Error ? quota : toPackageQuota(quota)] as const;
    }),
  );
  const found = new Map(quotas);
  return names.map((name) => found.get(name.toLowerCase()) ?? null);
}
