import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConfigFolder, createConfigFolder } from '../../support/config-file.js';

let folder: ConfigFolder;
beforeAll(() => {
  folder = createConfigFolder();
});
afterAll(() => folder.remove());

const BACKEND = 'backends: { a: { kind: plain, url: "http://127.0.0.1:1/", username: u, password: p } }\n';
const SECRET = 'idempotency: { secret: "thirty-two characters of secrecy!" }\n';
const problemsOf = (more: string) => folder.problemsOf(BACKEND + more);

describe('the section cache', () => {
  it('keeps nothing unless it is told to', () => {
    expect(folder.load(BACKEND).cache).toEqual({
      ttlSeconds: {},
      timeoutMs: 100,
      memoryBytes: 33_554_432,
    });
  });

  it('takes times by type, and refuses types that no answer is kept of', () => {
    const { cache } = folder.load(`${BACKEND}cache: { ttlSeconds: { Account: 60, HostingPlan: 86400 } }`);
    expect(cache.ttlSeconds).toEqual({ Account: 60, HostingPlan: 86_400 });
    for (const [setting, path] of [
      ['Account: 0', 'cache.ttlSeconds.Account'],
      ['Account: 86401', 'cache.ttlSeconds.Account'],
      ['Account: 1.5', 'cache.ttlSeconds.Account'],
      ['Task: 60', 'cache.ttlSeconds.Task'],
      ['account: 60', 'cache.ttlSeconds.account'],
    ]) {
      const [problem, ...others] = problemsOf(`cache: { ttlSeconds: { ${setting} } }`);
      expect(problem).toContain(path);
      expect(others).toEqual([]);
    }
  });

  it('needs a secret that all processes have where it has a Redis of its own', () => {
    const own = 'cache: { redis: { url: "redis://127.0.0.1:6379" } }\n';
    expect(problemsOf(own)).toEqual([
      expect.stringContaining('idempotency.secret: is required beside redis'),
    ]);
    expect(problemsOf(own + SECRET)).toEqual([]);
  });

  it('takes no login in the address of its Redis', () => {
    const url = 'redis://user:hunter2@127.0.0.1:6379';
    const [problem] = problemsOf(`cache: { redis: { url: "${url}" } }\n${SECRET}`);
    expect(problem).toContain('cache.redis.url');
    expect(problem).not.toContain('hunter2');
  });
});
