import { describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../../../src/cli/arguments.js';

describe('parseArguments', () => {
  it.each([
    [[], undefined, { name: 'serve', config: null }],
    [[], '', { name: 'serve', config: null }],
    [[], 'env.yaml', { name: 'serve', config: 'env.yaml' }],
    [['serve'], undefined, { name: 'serve', config: null }],
    [['--config', 'a.yaml'], 'env.yaml', { name: 'serve', config: 'a.yaml' }],
    [['check', '--config=a.yaml'], undefined, { name: 'check', config: 'a.yaml', ping: false }],
    [['-c', 'a.yaml', 'check', '--ping'], undefined, { name: 'check', config: 'a.yaml', ping: true }],
    [['check'], 'env.yaml', { name: 'check', config: 'env.yaml', ping: false }],
    [['key', 'shop'], undefined, { name: 'key', id: 'shop' }],
    [['key', 'rotate', 'shop', '-c', 'a.yaml'], undefined, { name: 'rotate', id: 'shop', config: 'a.yaml' }],
    [['keys'], 'env.yaml', { name: 'keys', config: 'env.yaml' }],
    [['operations'], 'env.yaml', { name: 'operations', config: 'env.yaml' }],
    [
      ['outcome', 'k', '-c', 'a.yaml'],
      undefined,
      { name: 'outcome', config: 'a.yaml', key: 'k', principal: 'local', set: null },
    ],
    [
      ['outcome', '--principal', 'shop', '--set', 'REJECTED', 'k'],
      'env.yaml',
      { name: 'outcome', config: 'env.yaml', key: 'k', principal: 'shop', set: 'REJECTED' },
    ],
    [['--help'], undefined, { name: 'help' }],
    [['check', '-h'], undefined, { name: 'help' }],
  ])('reads %j, HOSTGRAPH_CONFIG being %j', (args, configured, command) => {
    expect(parseArguments(args, configured)).toEqual(command);
  });

  it.each([
    [['start']],
    [['serve', 'a.yaml']],
    [['check']],
    [['key']],
    [['key', 'a', 'b']],
    [['key', 'rotate', '-c', 'a.yaml']],
    [['key', 'rotate', 'shop']],
    [['keys']],
    [['operations']],
    [['serve', '--ping']],
    [['--port', '1']],
    [['--config']],
    [['outcome', 'k']],
    [['outcome', '-c', 'a.yaml']],
    [['outcome', 'k', 'l', '-c', 'a.yaml']],
    [['outcome', 'k', '-c', 'a.yaml', '--set', 'UNKNOWN']],
    [['serve', '--set', 'APPLIED']],
  ])('refuses %j', (args) => {
    expect(() => parseArguments(args, undefined)).toThrow(UsageError);
  });
});
