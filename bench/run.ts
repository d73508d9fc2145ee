import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Case, FULL_TEXT, flatReads, heavyReads, PEER, PROXY, REST, write } from './cases.js';
import { decodeSoap, decodeXmlRpc, encodeXmlRpc } from './codecs.js';
import { measureLoad } from './measure/load.js';
import { residentMiB } from './measure/process-usage.js';
import { alternate, type Measured, pairedRatio } from './measure/round.js';
import { PANELS } from './panels.js';
import { installPeers, startHive } from './processes/hive.js';
import { pinThisProcess, ROOT } from './processes/start.js';
import { FLAT_READS, fullText } from './reads.js';
import { type Gate, type MeasuredCase, toMarkdown } from './report.js';
import { openStage, type Stage } from './stage.js';
import { waveRatios } from './waves.js';

/**
 * `npm run bench`: all cases, written to docs/benchmarks.md.
 *
 * `--quick` measures shortly, for a look, and writes nothing unless `--write` says so. `--memory N` also asks N requests and reports the memory
 * before and after. `--no-peer` leaves Hive Gateway out.
 */
const isQuick = process.argv.includes('--quick');
const withPeer = !process.argv.includes('--no-peer');
const memoryRequests = Number(process.argv[process.argv.indexOf('--memory') + 1] ?? 0) || 0;
const CONNECTIONS = 32;
// V8 takes this long to have compiled what is measured, with one core for the server and its compiler.
const timing = isQuick
  ? { rounds: 3, seconds: 2, warmUpSeconds: 8 }
  : { rounds: 15, seconds: 1, warmUpSeconds: 10 };

const measure = async ({ title, contenders }: Case): Promise<MeasuredCase> => {
  console.error(title);
  return { title, results: await alternate(contenders, { ...timing, connections: CONNECTIONS }) };
};

const named = ({ results }: MeasuredCase, name: string): Measured => {
  const found = results.find((result) => result.name === name);
  if (found === undefined) throw new Error(`${name} was not measured.`);
  return found;
};

/** Memory of the gateway before and after so many requests. */
async function memoryLine(stage: Stage, requests: number): Promise<string> {
  const gateway = await stage.startGateway();
  const request = fullText(gateway.url, FLAT_READS.mspc.query);
  const load = (seconds: number) =>
    measureLoad(request, { connections: CONNECTIONS, seconds, pid: gateway.pid });
  const { perSecond } = await load(10);
  const before = residentMiB(gateway.pid);
  await load(Math.ceil(requests / perSecond));
  const after = residentMiB(gateway.pid);
  await gateway.stop();
  return `Memory after ${requests.toLocaleString('en-US')} requests: ${after?.toFixed(0) ?? '–'} MiB, ${before?.toFixed(0) ?? '–'} MiB after the first ten seconds`;
}

/** What a flat read is held against: the peer where it took part, and the proxy. */
function flatGates(flat: MeasuredCase): Gate[] {
  const graphql = named(flat, FULL_TEXT);
  const proxy = named(flat, PROXY);
  const peer = flat.results.find(({ name }) => name === PEER);
  return [
    ...(peer === undefined
      ? []
      : [{ title: `${flat.title}: /graphql, of Hive Gateway`, ratio: pairedRatio(graphql, peer), least: 6 }]),
    { title: `${flat.title}: /graphql, of the proxy`, ratio: pairedRatio(graphql, proxy), least: 0.35 },
    {
      title: `${flat.title}: REST, of the proxy`,
      ratio: pairedRatio(named(flat, REST), proxy),
      least: 0.5,
    },
  ];
}

pinThisProcess();
const stage = await openStage();
try {
  const hive = withPeer && installPeers() ? await startHive(stage.ports.mspc) : null;
  const gateway = await stage.startGateway();
  const unbatched = await stage.startGateway({ batchReads: 'off' });
  const flats: MeasuredCase[] = [];
  for (const panel of PANELS) {
    flats.push(await measure(await flatReads(stage, gateway, panel, panel === 'mspc' ? hive : null)));
  }
  const heavy = await measure(heavyReads(stage, gateway, unbatched));
  const writes = await measure(write(stage, gateway));
  const waves = await waveRatios(stage, { batched: gateway.url, unbatched: unbatched.url });
  console.error('Codecs');
  const [decode, encode, soap] = [decodeXmlRpc(), encodeXmlRpc(), await decodeSoap()];

  const gates: Gate[] = [
    ...flats.flatMap(flatGates),
    { title: 'Decoding 100 KB, of the xmlrpc package', ratio: decode.ratio, least: 9 },
    { title: 'Decoding 100 KB, of the soap package', ratio: soap.ratio, least: 4 },
    { title: 'Encoding 100 KB, of the xmlrpc package', ratio: encode.ratio, least: 20 },
    ...waves.map(({ title, turns, ratio }) => ({
      title: `${title}: turns × latency (${turns} × 40 ms) × 1.3, of its time`,
      ratio: 1.3 / ratio,
      least: 1,
    })),
  ];
  const lines = [
    `From start to the first answer's readiness: ${gateway.startedMs.toFixed(0)} ms`,
    `Memory of the gateway after all cases: ${residentMiB(gateway.pid)?.toFixed(0) ?? '–'} MiB`,
    ...waves.map(({ title, ms, turns }) => `${title}: ${ms.toFixed(0)} ms for ${turns} turns of 40 ms`),
    ...(memoryRequests > 0 ? [await memoryLine(stage, memoryRequests)] : []),
  ];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const versionOf = (name: string): string =>
    (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version;
  const markdown = toMarkdown({
    date: new Date().toISOString().slice(0, 10),
    versions: {
      hostgraph: version,
      xmlrpc: versionOf('xmlrpc'),
      soap: versionOf('soap'),
      ...(hive === null ? {} : { 'Hive Gateway': '2.15.1' }),
    },
    cases: [...flats, heavy, writes],
    gates,
    lines,
  });
  console.log(markdown);
  if (!isQuick || process.argv.includes('--write')) writeFileSync(join(ROOT, 'docs/benchmarks.md'), markdown);
  await hive?.stop();
} finally {
  await stage.close();
}
