import { describe, expect, it } from 'vitest';
import { createImpatientCommand, RedisLeftAloneError } from '../../../src/cache/impatient-command.js';
import type { SendCommand } from '../../../src/redis/connection.js';
import { RedisRefusedError } from '../../../src/redis/refused.js';

/** A Redis that does what `answer` does, and a clock that stands until it is moved. */
function scripted(answer: () => Promise<unknown>) {
  let time = 0;
  let asked = 0;
  const script = { answer };
  // The scripts answer what the tests ask for.
  const send = (() => {
    asked += 1;
    return script.answer();
  }) as SendCommand;
  const command = createImpatientCommand(send, { timeoutMs: 20, now: () => time });
  return {
    script,
    command,
    pass(ms: number) {
      time += ms;
    },
    takeAsked() {
      const count = asked;
      asked = 0;
      return count;
    },
  };
}

const never = () => new Promise<never>(() => undefined);

describe('a command that is given up soon', () => {
  it('answers what Redis answers', async () => {
    const { command } = scripted(async () => 'PONG');
    expect(await command('PING')).toBe('PONG');
  });

  it('waits no longer than its time-out', async () => {
    const { command } = scripted(never);
    await expect(command('PING')).rejects.toThrow('no answer within 20 ms');
  });

  it('leaves a silent Redis alone for a second, and then lets one command find out', async () => {
    const { script, command, pass, takeAsked } = scripted(never);
    for (let tries = 0; tries < 3; tries += 1) await expect(command('PING')).rejects.toThrow('no answer');
    expect(takeAsked()).toBe(3);
    await expect(command('PING')).rejects.toBeInstanceOf(RedisLeftAloneError);
    expect(takeAsked()).toBe(0);
    pass(1_000);
    const trial = command('PING');
    await expect(command('PING')).rejects.toBeInstanceOf(RedisLeftAloneError);
    await expect(trial).rejects.toThrow('no answer');
    expect(takeAsked()).toBe(1);
    script.answer = async () => 'PONG';
    await expect(command('PING')).rejects.toBeInstanceOf(RedisLeftAloneError);
    pass(1_000);
    expect(await command('PING')).toBe('PONG');
    expect(await command('PING')).toBe('PONG');
  });

  it('counts a lost connection as silence, and a refusal as an answer', async () => {
    const refused = scripted(() =>
      Promise.reject(new RedisRefusedError(new Error('OOM command not allowed'))),
    );
    for (let tries = 0; tries < 5; tries += 1) await expect(refused.command('SET')).rejects.toThrow('OOM');
    expect(refused.takeAsked()).toBe(5);
    const lost = scripted(() => Promise.reject(new Error('There is no connection to Redis.')));
    for (let tries = 0; tries < 5; tries += 1) await expect(lost.command('SET')).rejects.toThrow();
    expect(lost.takeAsked()).toBe(3);
  });
});
