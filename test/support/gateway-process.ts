import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GatewayProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The origin that the listening line names; rejects if the process ends before it. */
  listening(): Promise<string>;
  /** Resolves when standard error says something; rejects if the process ends before it. */
  says(text: string): Promise<void>;
}

/** `hostgraph` from its source, in a process of its own, with nothing of this one's environment but its path. */
export function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): GatewayProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', ...nodeArgs, 'src/main.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(
    ([code]): Ended => ({ code: code as number | null, stdout, stderr }),
  );

  function until<T>(stream: NodeJS.ReadableStream, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = look();
        if (found !== undefined) resolve(found);
      };
      stream.on('data', check);
      ended.then(({ stderr: said }) => reject(new Error(`The process ended early:\n${said}`)), reject);
      check();
    });
  }

  return {
    child,
    ended,
    listening: () => until(child.stdout, () => /"url":"([^"]+)"/.exec(stdout)?.[1]),
    async says(text) {
      await until(child.stderr, () => (stderr.includes(text) ? true : undefined));
    },
  };
}
