import { cpus } from 'node:os';
import { type Measured, pairedRatio } from './measure/round.js';
import { pinning } from './processes/start.js';

/** A gate of the project: a ratio within one run. */
export interface Gate {
  readonly title: string;
  readonly ratio: number;
  readonly least: number;
}

export interface MeasuredCase {
  readonly title: string;
  readonly results: readonly Measured[];
}

export interface Report {
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: readonly MeasuredCase[];
  readonly gates: readonly Gate[];
  readonly lines: readonly string[];
}

const number = (value: number | null, digits = 0): string =>
  value === null || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });

/** A table a case; `× proxy` is the middle of the ratios within each round. */
function caseTable({ title, results }: MeasuredCase): string {
  const [first] = results;
  const hasProxy = first?.name === 'bare Node proxy';
  const rows = results.map((result) =>
    [
      result.name,
      number(result.perSecond),
      number(result.cpuMicrosPerRequest),
      number(result.p50Ms, 1),
      number(result.p99Ms, 1),
      number(result.upstreamPerRequest, 1),
      `${number(100 * result.spread)} %`,
      hasProxy && first !== undefined ? number(pairedRatio(result, first), 2) : '',
    ].join(' | '),
  );
  return [
    `### ${title}`,
    '',
    '| | req/s | CPU µs | p50 ms | p99 ms | calls | spread | × proxy |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

/** The page that `npm run bench` writes. */
export function toMarkdown({ date, versions, cases, gates, lines }: Report): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`; ratios are those of one run, contenders taken in turns. What counts is how much a gateway adds,',
    'so the panels are canned and as fast as Node can be, keys, limits, records, metrics and a line for each request are on, and caches are off.',
    '',
    `- ${date}, ${machine}, Node ${process.version}; ${pinning}`,
    `- ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    '- `CPU µs`: CPU time of the measured server for each answer. `calls`: requests that panels got for each answer.',
    '- `spread`: how far the rounds lie apart, as a part of their middle; differences below it mean nothing.',
    '',
    '## Gates',
    '',
    '| | ratio | at least | |',
    '|---|---:|---:|---|',
    ...gates.map(
      ({ title, ratio, least }) =>
        `| ${title} | ${number(ratio, 2)} | ${least} | ${ratio >= least ? 'met' : '**missed**'} |`,
    ),
    '',
    '## Throughput',
    '',
    ...cases.map(caseTable),
    '## Beside throughput',
    '',
    ...lines.map((line) => `- ${line}`),
    '',
  ].join('\n');
}
