import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The measured server has a core of its own; panels and load share the other. */
export const SERVER_CORE = 0;
export const OTHER_CORE = 1;

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).error === undefined;
/** How the cores were shared out, for the report. */
export const pinning = canPin ? 'server on one core, panels and load on another' : 'not pinned to cores';

export interface StartedProcess {
  readonly pid: number;
  /** The first JSON line that it wrote. */
  readonly announced: Readonly<Record<string, unknown>>;
  /** From the start to that line. */
  readonly startedMs: number;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Asked again and again whether it is ready, of a process that does not say so itself. */
  readonly ready?: () => Promise<boolean>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts a command and waits for the JSON line that says that it is ready.
 *
 * @throws Error with the end of what it wrote to standard error when it ends before that line
 */
export async function startProcess(
  command: readonly string[],
  core: number,
  { cwd = ROOT, env = {}, ready }: StartOptions = {},
): Promise<StartedProcess> {
  const [file = '', ...args] = canPin ? ['taskset', '-c', String(core), ...command] : command;
  const began = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'exit').finally(() => running.delete(child));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4_000);
  });
  const announced = await Promise.race([
    ready === undefined ? firstJsonLine(child) : until(ready),
    ended.then(() => {
      throw new Error(`${command.join(' ')} ended before it was ready:\n${stderr}`);
    }),
  ]);
  if (child.pid === undefined) throw new Error('The process has no id.');
  return {
    pid: child.pid,
    announced,
    startedMs: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function until(isReady: () => Promise<boolean>): Promise<Record<string, unknown>> {
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 50));
  return {};
}

function firstJsonLine(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const line = text.split('\n').find((candidate) => candidate.startsWith('{') && candidate.endsWith('}'));
      if (line !== undefined) resolve(JSON.parse(line) as Record<string, unknown>);
    });
  });
}

/** Moves this process to the core of panels and load. */
export function pinThisProcess(): void {
  if (canPin) spawnSync('taskset', ['-a', '-cp', String(OTHER_CORE), String(process.pid)]);
}

export const script = (path: string, ...args: string[]): string[] => [
  process.execPath,
  '--import',
  'tsx',
  path,
  ...args,
];
