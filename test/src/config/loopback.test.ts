import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../../src/config/index.js';

describe('isLoopback', () => {
  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    'localhost',
    'LocalHost',
  ])('says yes to %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '128.0.0.1',
    '::ffff:10.0.0.1',
    '::2',
    'fe80::1',
    'gateway.example',
    'localhost.example',
    '127.0.0.1.example',
    '127.1',
    '',
  ])('says no to %j', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
