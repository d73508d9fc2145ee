// Sums runs of vitest: node .ci/tally.mjs REPORT STATUS [REPORT STATUS ...], with the path of a run's JSON
// report and the exit status of the command that should have written it. Prints "N passed, N failed".
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (let index = 2; index < process.argv.length; index += 2) {
  const run = countRun(readReport(process.argv[index]), process.argv[index + 1]);
  passed += run.passed;
  failed += run.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A run that reported no failure and still failed (lint, types, a crash, a time limit) counts as one. */
function countRun(report, status) {
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + (report?.testResults ?? []).filter(isBroken).length;
  return { passed, failed: failed === 0 && (report === undefined || status !== '0') ? 1 : failed };
}

/** A file that failed before any of its tests did: at import, or in a hook. */
function isBroken(file) {
  return file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
