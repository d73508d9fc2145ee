import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/config/index.js';
import { createLog } from '../../../src/log/index.js';

describe('Secret', () => {
  const settings = { login: { password: new Secret('hunter2') } };

  it.each([
    ['text', (value: typeof settings) => `${value.login.password}`],
    ['concatenation', (value: typeof settings) => `password=${value.login.password}`],
    ['JSON', (value: typeof settings) => JSON.stringify(value)],
    ['inspection', (value: typeof settings) => inspect(value, { depth: 9, showHidden: true })],
    ['formatting', (value: typeof settings) => format('%s %j %o %O', value, value, value, value)],
    ['spreading', (value: typeof settings) => JSON.stringify({ ...value.login.password })],
  ])('does not show itself in %s', (_name, print) => {
    expect(print(settings)).not.toContain('hunter2');
  });

  it('does not show itself in the log', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => lines.push(line) });
    log.info({ settings, key: settings.login.password }, 'settings');
    expect(lines.join('')).toContain('***');
    expect(lines.join('')).not.toContain('hunter2');
  });

  it('tells its value to whoever asks for it by name', () => {
    expect(settings.login.password.reveal()).toBe('hunter2');
  });
});
