import { describe, expect, it } from 'vitest';
import { nearestKey } from '../../../src/config/nearest-key.js';

describe('nearestKey', () => {
  const known = ['url', 'timeoutMs', 'writeTimeoutMs', 'concurrency', 'tls', 'port'];

  it.each([
    ['prot', 'port'],
    ['URL', 'url'],
    ['timeoutms', 'timeoutMs'],
    ['timeout', 'timeoutMs'],
    ['write_timeout_ms', 'writeTimeoutMs'],
    ['concurency', 'concurrency'],
    ['ulr', 'url'],
  ])('takes %s for %s', (written, meant) => {
    expect(nearestKey(written, known)).toBe(meant);
  });

  it.each(['username', 'ssl', 'x', 'abc', ''])('takes %j for nothing', (written) => {
    expect(nearestKey(written, known)).toBeUndefined();
  });
});
