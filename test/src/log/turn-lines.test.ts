import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import { TurnLines } from '../../../src/log/turn-lines.js';

function gather() {
  const writes: string[] = [];
  const lines = new TurnLines({ write: (text) => writes.push(text) });
  const messages = () =>
    writes.map((text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { msg: string }).msg),
    );
  return { lines, log: createLog('info', lines), writes, messages };
}

/** @returns what a process wrote to standard error that logs and then ends by `ending` */
async function lastLines(ending: string): Promise<string> {
  const log = JSON.stringify(new URL('../../../src/log/index.ts', import.meta.url).href);
  const script = `import { createLog } from ${log}; createLog('info').info('last words'); ${ending}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [written] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return written;
}

describe('TurnLines', () => {
  it('writes what is logged within one turn together when the turn is over', async () => {
    const { log, messages } = gather();
    log.info('first');
    log.info('second');
    expect(messages()).toEqual([]);
    await nextTurn();
    expect(messages()).toEqual([['first', 'second']]);
    log.info('third');
    await nextTurn();
    expect(messages()).toEqual([['first', 'second'], ['third']]);
  });

  it.each(['warn', 'error', 'fatal'] as const)(
    'writes a line of level %s at once, after what was kept',
    (level) => {
      const { log, messages } = gather();
      log.info('before');
      log[level]('it');
      expect(messages()).toEqual([['before', 'it']]);
    },
  );

  it('writes nothing twice, and no empty text', async () => {
    const { log, lines, messages } = gather();
    log.info('one');
    lines.flush();
    lines.flush();
    await nextTurn();
    expect(messages()).toEqual([['one']]);
  });

  it('keeps no more than a part of a flood', () => {
    const { log, writes } = gather();
    for (let count = 0; count < 20; count += 1) log.info('x'.repeat(10_000));
    expect(writes.length).toBeGreaterThan(1);
    expect(Math.max(...writes.map(({ length }) => length))).toBeLessThan(80_000);
  });

  it.each([
    'process.exit(1)',
    'throw new Error("nobody foresaw it")',
    'await Promise.reject(new Error("nor this"))',
  ])('loses nothing to a process that ends by %s', async (ending) => {
    expect(await lastLines(ending)).toContain('"msg":"last words"');
  });
});
