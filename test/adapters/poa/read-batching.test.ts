import { describe, expect, it } from 'vitest';
import { ReadBatching } from '../../../adapters/poa/read-batching.js';

const MINUTE_MS = 60_000;

function atMinute(mode: 'auto' | 'on' | 'off') {
  const clock = { minute: 0 };
  return { clock, batching: new ReadBatching(mode, () => clock.minute * MINUTE_MS) };
}

describe('ReadBatching', () => {
  it('trusts its setting without a probe when it is on or off', () => {
    expect(atMinute('on').batching).toMatchObject({ isOn: true, wantsProbe: false });
    expect(atMinute('off').batching).toMatchObject({ isOn: false, wantsProbe: false });
  });

  it('stays off while a probe is under way, and asks for no second one', () => {
    const { batching } = atMinute('auto');
    expect(batching).toMatchObject({ isOn: false, wantsProbe: true });
    batching.beginProbe();
    expect(batching).toMatchObject({ isOn: false, wantsProbe: false });
  });

  it.each([true, false])('keeps what a probe found (%s) for good', (answered) => {
    const { batching } = atMinute('auto');
    batching.beginProbe();
    batching.endProbe(answered);
    expect(batching).toMatchObject({ isOn: answered, wantsProbe: false });
  });

  it('probes three times when probes get no answer, then never again', () => {
    const { batching } = atMinute('auto');
    for (let probe = 0; probe < 3; probe += 1) {
      expect(batching.wantsProbe).toBe(true);
      batching.beginProbe();
      batching.endProbe(null);
    }
    expect(batching).toMatchObject({ isOn: false, wantsProbe: false });
  });

  it('is undecided until a probe has told, the time of probes included', () => {
    const { batching } = atMinute('auto');
    expect(batching.isUndecided).toBe(true);
    batching.beginProbe();
    expect(batching.isUndecided).toBe(true);
    batching.endProbe(null);
    expect(batching.isUndecided).toBe(true);
    batching.endProbe(true);
    expect(batching.isUndecided).toBe(false);
    expect([atMinute('on'), atMinute('off')].map((one) => one.batching.isUndecided)).toEqual([false, false]);
  });

  it('rests for ten minutes after three failures within five', () => {
    const { clock, batching } = atMinute('on');
    for (const minute of [0, 2, 4]) {
      expect(batching.isOn).toBe(true);
      clock.minute = minute;
      batching.recordFailure();
    }
    expect(batching.isOn).toBe(false);
    clock.minute = 13;
    expect(batching.isOn).toBe(false);
    clock.minute = 14;
    expect(batching.isOn).toBe(true);
  });

  it('goes on when its failures are further apart', () => {
    const { clock, batching } = atMinute('on');
    for (const minute of [0, 3, 6, 9, 12]) {
      clock.minute = minute;
      batching.recordFailure();
      expect(batching.isOn).toBe(true);
    }
  });
});
