import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';

function linesOf(level: string, write: (log: ReturnType<typeof createLog>) => void): unknown[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line: string) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as unknown);
}

describe('createLog', () => {
  it('writes JSON lines with level and time', () => {
    const [line] = linesOf('info', (log) => log.info({ backend: 'poa' }, 'hello'));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      backend: 'poa',
      msg: 'hello',
    });
  });

  it('writes nothing below its level', () => {
    const lines = linesOf('warn', (log) => {
      log.info('no');
      log.warn('yes');
    });
    expect(lines).toMatchObject([{ msg: 'yes' }]);
    expect(linesOf('silent', (log) => log.fatal('no'))).toEqual([]);
  });

  it('hides what is named like a secret', () => {
    const secret = { password: 'hunter2', pw: 'hunter2', headers: { authorization: 'Bearer hunter2' } };
    const lines = linesOf('info', (log) => log.child({ token: 'hunter2' }).info({ ...secret, deep: secret }));
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(JSON.stringify(lines)).toContain('***');
  });
});
