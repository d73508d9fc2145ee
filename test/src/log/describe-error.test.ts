import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../../src/log/index.js';

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

describe('describeError', () => {
  it('tells name, message, code and where it was thrown', () => {
    const error = Object.assign(new TypeError('x is not a function'), { code: 'ERR_X' });
    const described = describeError(error);
    expect(described).toMatchObject({ name: 'TypeError', message: 'x is not a function', code: 'ERR_X' });
    expect(described.stack[0]).toMatch(/^at .*describe-error\.test\.ts/);
  });

  it.each<[string, () => unknown]>([
    ['JSON that cannot be read', () => JSON.parse('{"password":hunter2}')],
    ['an argument of the wrong type', () => Buffer.from(thrownBy as never, 'hunter2' as never)],
    [
      'a value that GraphQL cannot write',
      () => {
        throw new GraphQLError('String cannot represent value: { a: hunter2 }');
      },
    ],
    [
      'quoted text',
      () => {
        throw new Error('User "hunter2" and \'hunter2\' and `hunter2` are refused');
      },
    ],
    [
      'properties that hang on it',
      () => {
        throw Object.assign(new Error('x'), { config: { auth: 'hunter2' } });
      },
    ],
    [
      'a cause',
      () => {
        throw new Error('x', { cause: new Error('"hunter2"', { cause: 'hunter2' }) });
      },
    ],
    [
      'something that is no error',
      () => {
        throw 'hunter2';
      },
    ],
    [
      'a message of several lines',
      () => {
        throw new Error('"a\nhunter2\nb"\n    at "hunter2"');
      },
    ],
  ])('repeats no text of a caller: %s', (_name, action) => {
    expect(JSON.stringify(describeError(thrownBy(action)))).not.toContain('hunter2');
  });

  it('follows causes to an end', () => {
    const error = new Error('x');
    error.cause = error;
    expect(() => JSON.stringify(describeError(error))).not.toThrow();
  });
});
