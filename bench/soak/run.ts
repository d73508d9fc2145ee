import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { residentMiB } from '../measure/process-usage.js';
import { gatewayCommand } from '../processes/gateway-command.js';
import { OTHER_CORE, SERVER_CORE, script, startProcess } from '../processes/start.js';
import { keepFaulting } from './faults.js';
import { holdOpenLoad, type LoadReport } from './open-load.js';

/**
 * Holds a load against the built gateway in front of simulated panels that misbehave: `npm run soak -- --seconds 60
 * --rate 300`. Then asks for `--overload` times as much for a tenth of the time, and then for the first rate again. Ends
 * with 1 when something was answered that nobody foresaw, a change was made twice, memory has grown, or the rush
 * outlasted itself.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '300' },
    overload: { type: 'string', default: '10' },
  },
});
const seconds = Number(values.seconds);
const rate = Number(values.rate);
const shortSeconds = Math.max(3, seconds / 10);
const MAX_GROWTH_MIB = 160;
const BREAKER_MS = 1_000;
/** Of what is asked after the rush, so much is answered as before it. */
const RECOVERED = 0.9;

const folder = mkdtempSync(join(tmpdir(), 'hostgraph-soak-'));
const panels = await startProcess(script('bench/soak/panels.ts'), OTHER_CORE);
// As `panels.ts` writes it.
const backends = panels.announced.backends as Readonly<Record<string, { readonly url: string }>>;
const file = join(folder, 'gateway.json');
const settings = {
  breaker: { failures: 5, openMs: BREAKER_MS },
  timeoutMs: 2_000,
  writeTimeoutMs: 2_000,
  maxResponseBytes: 8 * 1024 * 1024,
};
writeFileSync(
  file,
  JSON.stringify({
    server: { port: 0, graphiql: false, maxInFlight: 400 },
    log: { level: 'error' },
    audit: { file: join(folder, 'audit.jsonl') },
    dataDir: join(folder, 'data'),
    backends: Object.fromEntries(
      Object.entries(backends).map(([name, entry]) => [name, { ...entry, ...settings }]),
    ),
  }),
);
const gateway = await startProcess(gatewayCommand(file), SERVER_CORE);
const origin = String(gateway.announced.url);
const panelOrigins = Object.values(backends).map(({ url }) => new URL(url).origin);

/** The longest delay of the gateway's event loop since the last look, in ms; NaN where it does not tell. */
async function eventLoopDelayMs(): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(metrics)?.[1] ?? Number.NaN) * 1_000;
}

interface Phase extends LoadReport {
  readonly name: string;
  readonly rate: number;
  readonly residentMiB: number;
  readonly delayMs: number;
}

let first = 1;
async function phase(name: string, phaseRate: number, phaseSeconds: number): Promise<Phase> {
  const report = await holdOpenLoad({ origin, rate: phaseRate, seconds: phaseSeconds, first });
  first += report.sent;
  return {
    name,
    rate: phaseRate,
    ...report,
    residentMiB: residentMiB(gateway.pid) ?? Number.NaN,
    delayMs: await eventLoopDelayMs(),
  };
}

const share = ({ endings, sent }: LoadReport, ending: string): number => (endings.get(ending) ?? 0) / sent;

function printPhase({
  name,
  rate: asked,
  sent,
  endings,
  p50Ms,
  p99Ms,
  residentMiB: mib,
  delayMs,
}: Phase): void {
  const told = [...endings].sort(([, a], [, b]) => b - a).map(([ending, count]) => `${ending} ${count}`);
  console.log(
    `${name.padEnd(12)}${String(asked).padStart(7)}/s${String(sent).padStart(9)} sent` +
      `${p50Ms.toFixed(1).padStart(9)} ms p50${p99Ms.toFixed(1).padStart(9)} ms p99` +
      `${mib.toFixed(0).padStart(6)} MiB${delayMs.toFixed(0).padStart(6)} ms delay   ${told.join(', ')}`,
  );
}

/** Credits whose amounts tell them apart, by how often each was booked. */
async function bookedTwice(): Promise<number> {
  const seen = new Map<string, number>();
  for (const panel of panelOrigins) {
    const ledger = (await (await fetch(`${panel}/_sandbox/ledger`)).json()) as unknown;
    if (!Array.isArray(ledger)) continue;
    for (const { method, params } of ledger as { method: string; params: { amount?: unknown } }[]) {
      if (method === 'addCredit') seen.set(String(params.amount), (seen.get(String(params.amount)) ?? 0) + 1);
    }
  }
  return [...seen.values()].filter((times) => times > 1).length;
}

const warm = await phase('warm-up', rate, shortSeconds);
const faults = keepFaulting(panelOrigins);
const steady = await phase('with faults', rate, seconds);
faults.stop();
let twice = await bookedTwice();
// What was planned and has not happened yet would go on into the rush.
for (const panel of panelOrigins) await fetch(`${panel}/_sandbox/reset`, { method: 'POST' });
await new Promise((resolve) => setTimeout(resolve, 2 * BREAKER_MS));
const rush = await phase('overload', rate * Number(values.overload), shortSeconds);
const after = await phase('afterwards', rate, shortSeconds);
const phases = [warm, steady, rush, after];
for (const each of phases) printPhase(each);

const problems = [
  ...phases.flatMap(({ name, endings }) =>
    ['INTERNAL_SERVER_ERROR', 'HTTP 500', 'no answer']
      .filter((ending) => endings.has(ending))
      .map((ending) => `${name}: ${ending}`),
  ),
  ...phases
    .filter(({ withoutRetryAfter }) => withoutRetryAfter > 0)
    .map(({ name }) => `${name}: 503 without Retry-After`),
  ...(steady.residentMiB - warm.residentMiB > MAX_GROWTH_MIB ? ['memory has grown'] : []),
  ...(share(after, 'OK') < share(warm, 'OK') * RECOVERED ? ['the rush outlasted itself'] : []),
];
twice += await bookedTwice();
if (twice > 0) problems.push(`${twice} changes were made twice`);
console.log(problems.length === 0 ? 'held' : problems.join('\n'));
await gateway.stop();
await panels.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = problems.length === 0 ? 0 : 1;
