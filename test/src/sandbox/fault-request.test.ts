import { describe, expect, it } from 'vitest';
import { planFault } from '../../../src/sandbox/fault-request.js';
import { FaultPlan, NAMED } from '../../../src/sandbox/misbehaviour.js';

const plan = (request: unknown) => {
  const faults = new FaultPlan();
  const problem = planFault(faults, typeof request === 'string' ? request : JSON.stringify(request));
  return { problem, taken: faults.take('any'), after: faults.take('any') };
};

describe('planFault', () => {
  it.each(Object.entries(NAMED))(
    'plans %s once, for every method, as it is known by that name',
    (kind, named) => {
      expect(plan({ kind })).toEqual({ problem: undefined, taken: named, after: undefined });
    },
  );

  it.each([
    [
      { kind: 'slow', ms: 5 },
      { kind: 'slow', ms: 5 },
    ],
    [
      { kind: 'huge', bytes: 10 },
      { kind: 'huge', bytes: 10 },
    ],
    [
      { kind: 'fault', message: 'no' },
      { kind: 'fault', message: 'no' },
    ],
    [
      { kind: 'httpError', status: 503 },
      { kind: 'answer', status: 503, contentType: 'text/plain', body: '' },
    ],
  ])('takes the settings of %o', (request, taken) => {
    expect(plan(request).taken).toEqual(taken);
  });

  it('plans for one method, several times', () => {
    const faults = new FaultPlan();
    expect(planFault(faults, '{"kind":"drop","method":"a","times":2}')).toBeUndefined();
    expect(['b', 'a', 'a', 'a'].map((method) => faults.take(method)?.kind)).toEqual([
      undefined,
      'drop',
      'drop',
      undefined,
    ]);
  });

  it.each([
    '',
    '[',
    'null',
    '[]',
    '"drop"',
    '{}',
    '{"kind":"constructor"}',
    '{"kind":"__proto__"}',
    '{"kind":"slow","ms":"5"}',
    '{"kind":"slow","ms":-1}',
    '{"kind":"drop","times":0}',
    '{"kind":"drop","method":7}',
    '{"kind":"drop","tmies":2}',
    '{"kind":"httpError","status":9}',
    '{"kind":"html","contentType":"text/html\\r\\nX-Evil: 1"}',
  ])('says what is wrong with %s and plans nothing', (request) => {
    const { problem, taken } = plan(request);
    expect(problem).toEqual(expect.any(String));
    expect(taken).toBeUndefined();
  });
});
