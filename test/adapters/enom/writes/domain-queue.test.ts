import { describe, expect, it } from 'vitest';
import { DomainQueue } from '../../../../adapters/enom/writes/domain-queue.js';

/** Work whose end the test decides. */
function heldWork(log: string[], name: string) {
  let end = (_: 'done' | Error) => {};
  const ended = new Promise<string>((resolve, reject) => {
    end = (how) => (how instanceof Error ? reject(how) : resolve(how));
  });
  const run = () => {
    log.push(name);
    return ended;
  };
  return { run, end };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of a domain', () => {
  it('runs one thing at a time, in order, whatever came of the one before', async () => {
    const queue = new DomainQueue();
    const log: string[] = [];
    const [first, second, third] = ['first', 'second', 'third'].map((name) => heldWork(log, name));
    const answers = [first, second, third].map((work) =>
      queue.run('a.example', work?.run ?? (async () => '')),
    );
    const outcomes = Promise.allSettled(answers);
    await settle();
    expect(log).toEqual(['first']);
    first?.end(new Error('no'));
    await settle();
    expect(log).toEqual(['first', 'second']);
    second?.end('done');
    await settle();
    expect(log).toEqual(['first', 'second', 'third']);
    third?.end('done');
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('lets other domains go on', async () => {
    const queue = new DomainQueue();
    const log: string[] = [];
    const held = heldWork(log, 'held');
    const stuck = queue.run('a.example', held.run);
    expect(await queue.run('b.example', async () => 'free')).toBe('free');
    held.end('done');
    expect(await stuck).toBe('done');
  });
});
