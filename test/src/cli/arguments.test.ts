import { describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../../../src/cli/arguments.js';

describe('parseArguments', () => {
  it.each([
    [[], undefined, { name: 'serve', config: null }],
    [[], '', { name: 'serve', config: null }],
    [[], 'env.yaml', { name: 'serve', config: 'env.yaml' }],
    [['serve'], undefined, { name: 'serve', config: null }],
    [['--config', 'a.yaml'], 'env.yaml', { name: 'serve', config: 'a.yaml' }],
    [['check', '--config=a.yaml'], undefined, { name: 'check', config: 'a.yaml' }],
    [['-c', 'a.yaml', 'check'], undefined, { name: 'check', config: 'a.yaml' }],
    [['check'], 'env.yaml', { name: 'check', config: 'env.yaml' }],
    [['key', 'shop'], undefined, { name: 'key', id: 'shop' }],
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
    [['--port', '1']],
    [['--config']],
  ])('refuses %j', (args) => {
    expect(() => parseArguments(args, undefined)).toThrow(UsageError);
  });
});
