import type { Announcement, SandboxPorts } from './announcement.js';
import type { Simulator } from './simulator.js';
import { SIMULATORS } from './simulators.js';

/**
 * The sandbox process, started by `start.ts`: all simulators, one message to the parent when they listen, and an
 * end when the parent is gone. Its one argument is a JSON object of fixed ports by kind.
 */
async function run(ports: SandboxPorts): Promise<void> {
  const names = Object.keys(SIMULATORS) as (keyof typeof SIMULATORS)[]; // keys of a record by kind
  const running: [string, Simulator][] = [];
  for (const name of names) {
    const create = SIMULATORS[name];
    const port = ports[name];
    running.push([name, await create(port === undefined ? {} : { port })]);
  }
  const announcement: Announcement = {
    type: 'sandbox',
    backends: Object.fromEntries(running.map(([name, { configuration }]) => [name, configuration])),
  };
  process.send?.(announcement);
}

// The simulators hold nothing that must be saved: the process just ends, hanging connections or not.
const end = () => process.exit(0);
process.on('disconnect', end);
process.on('SIGTERM', end);
// A Ctrl-C goes to the whole process group; the gateway may still be answering from us, and disconnects when done.
process.on('SIGINT', () => {});

if (process.send === undefined) {
  console.error('The sandbox is started by hostgraph, not by hand.');
  process.exit(2);
}
// The parent may be gone before anybody listened for that.
if (!process.connected) end();
run(JSON.parse(process.argv[2] ?? '{}') as SandboxPorts).catch((error: unknown) => {
  console.error('The sandbox cannot start:', error instanceof Error ? error.message : error);
  process.exit(1);
});
