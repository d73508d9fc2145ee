import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Simulator, SimulatorKind } from '../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../src/sandbox/simulators.js';
import { createConfigFolder } from '../support/config-file.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface GraphqlAnswer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<{
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }>;
}

/** A process of the gateway that a test ends in its own way. */
export interface RunningGateway {
  readonly origin: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
  /** Over a connection of its own. @throws what `fetch` throws when no whole answer came */
  ask(query: string, variables?: object): Promise<GraphqlAnswer>;
}

export interface Stage {
  readonly simulators: Readonly<Record<SimulatorKind, Simulator>>;
  /** Starts a process on the same data as those before it. */
  start(options?: { readonly maxFileKiB?: number }): Promise<RunningGateway>;
  close(): Promise<void>;
}

/** Simulated panels in this process, and processes of the gateway in front of them. */
export async function openStage(sections: Readonly<Record<string, unknown>> = {}): Promise<Stage> {
  const kinds = Object.keys(SIMULATORS) as SimulatorKind[]; // keys of a record by kind
  const started = await Promise.all(kinds.map(async (kind) => [kind, await SIMULATORS[kind]({})] as const));
  const folder = createConfigFolder();
  const file = folder.write(
    'gateway.json',
    JSON.stringify({
      server: { port: 0, graphiql: false },
      backends: Object.fromEntries(
        started.map(([kind, { configuration }]) => [kind, { ...configuration, timeoutMs: 5_000 }]),
      ),
      ...sections,
    }),
  );
  const running: RunningGateway[] = [];
  return {
    simulators: Object.fromEntries(started) as Stage['simulators'],
    async start({ maxFileKiB } = {}) {
      const gateway = await startGatewayProcess(file, maxFileKiB);
      running.push(gateway);
      return gateway;
    },
    async close() {
      for (const gateway of running) {
        gateway.kill('SIGKILL');
        await gateway.ended;
      }
      for (const [, simulator] of started) await simulator.close();
      folder.remove();
    },
  };
}

/** @param maxFileKiB - no file of the process grows beyond it: to the one that writes, the disk is full */
async function startGatewayProcess(file: string, maxFileKiB?: number): Promise<RunningGateway> {
  const command = `"$0" --import tsx src/main.ts --config "$1"`;
  // Blocks of `ulimit -f` have 512 bytes in every shell that is as POSIX has it.
  const limit = maxFileKiB === undefined ? '' : `ulimit -f ${maxFileKiB * 2}; `;
  const child = spawn('/bin/sh', ['-c', `${limit}exec ${command}`, process.execPath, file], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr }));
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /"url":"([^"]+)"/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    ended.then(() => reject(new Error(`The gateway ended early:\n${stderr}`)), reject);
  });
  return {
    origin,
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended,
    async ask(query, variables = {}) {
      const answer = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({ query, variables }),
      });
      // What a test reads of it, it names.
      return { status: answer.status, ...((await answer.json()) as Omit<GraphqlAnswer, 'status'>) };
    },
  };
}
