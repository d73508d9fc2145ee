import { SIMULATORS } from '../../src/sandbox/simulators.js';

/** A process with the four simulated panels: one line says what a configuration has under `backends` to reach them. */
const started = await Promise.all(
  Object.entries(SIMULATORS).map(async ([kind, create]) => [kind, (await create({})).configuration] as const),
);
console.log(JSON.stringify({ backends: Object.fromEntries(started) }));
