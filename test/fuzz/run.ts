import 'reflect-metadata';
import { parseArgs } from 'node:util';
import fc, { type IAsyncProperty, type IProperty } from 'fast-check';
import { startRestGateway } from '../support/rest-gateway.js';
import { answersAreTold, answersDoNotStall, FoundAnswer } from './answer-properties.js';
import { keepFound } from './corpus.js';
import { DECODER_NAMES } from './decoders.js';
import { filesAreTold, openWorkFolder } from './file-properties.js';
import { cursorsAreTold, graphqlIsTold, idsAreTold, restIsTold } from './request-properties.js';

/**
 * Looks for input that something reads wrongly, for as long as it is told: `npm run fuzz -- --minutes 60`. Each round
 * begins at a seed of its own, which a failure prints; damaged answers that are found are kept in `corpus/found`.
 * Ends with 1 when something was found, or when memory has grown.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const ROUND_MS = 10_000;
const MAX_GROWTH_MIB = 96;
const endsAt = Date.now() + Number(values.minutes) * 60_000;

/** A new one each round: it keeps its log and its records for as long as it is there. */
let gateway = await startRestGateway();
const folder = openWorkFolder();

type AnyProperty = IProperty<unknown> | IAsyncProperty<unknown>;
// What a property is of is its own affair.
const TARGETS: ReadonlyArray<readonly [name: string, make: () => unknown]> = [
  ...DECODER_NAMES.flatMap(
    (name) =>
      [
        [`answers of ${name}`, () => answersAreTold(name)],
        [`stalls of ${name}`, () => answersDoNotStall(name)],
      ] as const,
  ),
  ['ids', idsAreTold],
  ['cursors', cursorsAreTold],
  ['files of operations', () => filesAreTold(folder.path)],
  ['bodies of GraphQL', () => graphqlIsTold(gateway)],
  ['requests of REST', () => restIsTold(gateway)],
];

const targets = TARGETS.filter(([name]) => values.only === undefined || name.includes(values.only));
/** What is left when garbage is gone; only with `--expose-gc` can that be told. */
const usedMiB = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
};

let seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const runs = new Map<string, number>();
const found: string[] = [];
let firstMiB = 0;
for (let round = 0; Date.now() < endsAt; round += 1) {
  for (const [name, make] of targets) {
    if (Date.now() >= endsAt) break;
    seed = (seed + 1) % 2 ** 31;
    const details = await fc.check(make() as AnyProperty, {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: Math.min(ROUND_MS, Math.max(1, endsAt - Date.now())),
    });
    runs.set(name, (runs.get(name) ?? 0) + details.numRuns);
    if (!details.failed) continue;
    const { errorInstance: error, counterexample } = details;
    const kept =
      error instanceof FoundAnswer
        ? keepFound(
            DECODER_NAMES.find((one) => name.endsWith(one)) ?? 'xmlrpc',
            error.sample.operation,
            error.body,
          )
        : JSON.stringify(counterexample)?.slice(0, 2_000);
    found.push(`${name}, --seed ${seed - 1} --only '${name}': ${String(error)}\n    ${kept}`);
    console.error(found.at(-1));
  }
  await gateway.close();
  gateway = await startRestGateway();
  // The first round fills what is filled once.
  if (round === 0) firstMiB = usedMiB();
}
const grownMiB = usedMiB() - firstMiB;
await gateway.close();
folder.remove();
for (const [name, count] of runs) console.log(`${name.padEnd(24)} ${String(count).padStart(10)} runs`);
console.log(`memory after the first round ${firstMiB} MiB, grown by ${grownMiB} MiB`);
console.log(found.length === 0 ? 'nothing found' : `found ${found.length}:\n${found.join('\n')}`);
const hasGrown = globalThis.gc !== undefined && grownMiB > MAX_GROWTH_MIB;
process.exitCode = found.length > 0 || hasGrown ? 1 : 0;
