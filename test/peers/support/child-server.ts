import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Cold starts of both virtual machines take 1 to 4 s on an idle machine. */
const START_LIMIT_MS = 60_000;
const POLL_MS = 50;
const CLOSE_LIMIT_MS = 5_000;
const STDERR_KEPT = 4_000;

export interface ChildServer {
  /** Origin, without a slash at the end. */
  readonly url: string;
  /** Ends the process; settles when it is gone. */
  close(): Promise<void>;
}

export interface ChildServerProgram {
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Path that answers a GET with any status below 500 once the server is ready. */
  probe: string;
}

/**
 * Starts a peer's program: one that listens on 127.0.0.1, prints a line `listening PORT`, and ends when its
 * standard input ends, so that it cannot outlive this process.
 *
 * @throws Error with the end of the program's standard error if it ends early or is not ready within a minute
 */
export async function startChildServer(program: ChildServerProgram): Promise<ChildServer> {
  const child = spawn(program.command, program.args, { env: { ...process.env, ...program.env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  // A program that ended early leaves a broken pipe, which close() must survive.
  child.stdin.on('error', () => undefined);

  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && failure === undefined && child.exitCode === null) {
    const port = /^listening (\d+)$/m.exec(stdout)?.[1];
    const url = `http://127.0.0.1:${port}`;
    if (port !== undefined && (await answers(url + program.probe))) {
      return { url, close: () => end(child) };
    }
    await delay(POLL_MS);
  }
  await end(child);
  throw new Error(`${program.command} did not come up: ${failure?.message ?? ''}\n${stderr}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(START_LIMIT_MS) });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}

async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const impatience = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS);
  child.stdin.end();
  await gone;
  clearTimeout(impatience);
}
