import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { formatError, isMasked } from '../../../src/errors/format-error.js';
import {
  BackendFaultError,
  BackendTimeoutError,
  BadUserInputError,
  ForbiddenError,
} from '../../../src/errors/index.js';

/** As graphql-js hands on what a resolver has thrown. */
const thrownByField = (originalError: Error) =>
  new GraphQLError(originalError.message, { path: ['account', 'login'], originalError });

const origin = { backend: 'poa', method: 'pem.getAccountInfo' };

describe('formatError', () => {
  it.each([
    [new ForbiddenError('No.'), { code: 'FORBIDDEN' }],
    [new BadUserInputError('No.', ['first']), { code: 'BAD_USER_INPUT', field: ['first'] }],
    [new BackendTimeoutError('No.', origin), { code: 'BACKEND_TIMEOUT', backend: 'poa' }],
    [
      new BackendFaultError('No.', origin, { ...origin, code: 'x:1', message: 'gone' }),
      { code: 'BACKEND_FAULT', backend: 'poa', native: { ...origin, code: 'x:1', message: 'gone' } },
    ],
  ])('tells message, place, code and details of an error that was foreseen: %s', (error, extensions) => {
    const formatted = formatError(thrownByField(error), 'id-1');
    expect(formatted).toEqual({ message: 'No.', path: ['account', 'login'], extensions });
  });

  it('never tells causes or stacks', () => {
    const error = new BackendTimeoutError('No.', origin, { cause: new Error('hunter2') });
    const text = JSON.stringify(formatError(thrownByField(error)));
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('.ts:');
  });

  it.each([
    ['a bug', new TypeError("Cannot read properties of undefined (reading 'hunter2')")],
    ['an error of the system', Object.assign(new Error('connect hunter2'), { code: 'ECONNREFUSED' })],
    [
      'a value that the graph cannot hold',
      new GraphQLError('Int cannot represent non-integer value: "hunter2"'),
    ],
    ['an error that claims a code', new GraphQLError('hunter2', { extensions: { code: 'BAD_USER_INPUT' } })],
  ])('masks %s that a field throws', (_name, error) => {
    const thrown = thrownByField(error);
    expect(isMasked(thrown)).toBe(true);
    expect(formatError(thrown, 'id-1')).toEqual({
      message: 'Internal server error',
      path: ['account', 'login'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'id-1' },
    });
  });

  it.each([
    ['an Error', new Error('hunter2')],
    [
      'one wrapped by Apollo Server',
      new GraphQLError('Context creation failed: hunter2', { originalError: new Error('hunter2') }),
    ],
    ['a text', 'hunter2'],
    ['what Apollo Server makes of a text', new GraphQLError('Unexpected error value: hunter2')],
    ['nothing', undefined],
  ])('masks %s that is thrown outside of any field', (_name, error) => {
    expect(formatError(error)).toEqual({
      message: 'Internal server error',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  it('keeps the code with which Apollo Server refuses a request', () => {
    const error = new GraphQLError('Operation batching disabled.', { extensions: { code: 'BAD_REQUEST' } });
    expect(isMasked(error)).toBe(false);
    expect(formatError(error)).toEqual({
      message: 'Operation batching disabled.',
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  it('does not repeat the name of an operation, which can be any text', () => {
    const error = new GraphQLError('Unknown operation named "<b>hunter2".', {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    });
    expect(formatError(error).message).toBe('The document has no operation of that name.');
  });
});
