import { describe, expect, it } from 'vitest';
import { BackendFaultError, OutcomeUnknownError } from '../../../src/errors/index.js';
import { Mask, secretsIn } from '../../../src/writes/mask.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };

describe('the secrets of an input', () => {
  it.each([
    [{ password: 'hunter2' }, ['hunter2']],
    [{ a: { b: [{ newPassword: 'hunter2' }] } }, ['hunter2']],
    [{ privateKey: 'KEY', certificate: 'CERT' }, ['KEY']],
    [{ otherParams: [{ name: 'ftp_password', value: 'x' }] }, ['x']],
    [{ otherParams: [{ name: 'domain_name', value: 'x' }] }, []],
    [
      { payment: { type: 'CC', number: '4111111111111111', name: 'Jo', issueNumber: '12' } },
      ['4111111111111111', '12'],
    ],
    [{ contact: { phone: { number: '5551234' } } }, []],
    [{ passwordDays: 30, checkQuality: true, password: null }, []],
    ['text', []],
  ])('of %j are %j', (input, secrets) => {
    expect(secretsIn(input)).toEqual(secrets);
  });
});

describe('a mask', () => {
  const SECRET = `p&s<s>"w'rd+x`;
  it.each([
    ['as it is', SECRET],
    ['in markup', 'p&amp;s&lt;s&gt;&quot;w&#39;rd+x'],
    ['in a form', encodeURIComponent(SECRET)],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in capitals', SECRET.toUpperCase()],
  ])('hides a secret %s', (_, form) => {
    expect(new Mask([SECRET]).quoted(`Bad value ${form}.`)).toBe('Bad value ***.');
  });

  it('hides the longer one of two that overlap', () => {
    expect(new Mask(['secret', 'secret2']).text('secret2')).toBe('***');
  });

  it('withholds a panel’s words in which a short one stands, and leaves the gateway’s own alone', () => {
    const mask = new Mask(['a']);
    expect(mask.quoted('Bad password')).toBe('***');
    expect(mask.text('input.password must have at least 5 characters')).toContain('at least 5');
  });

  it('takes no secret for a pattern', () => {
    expect(new Mask(['.*^$(']).text('all of this stays, but .*^$( goes')).toBe(
      'all of this stays, but *** goes',
    );
  });

  it('hides nothing where nothing is to be hidden', () => {
    expect(new Mask(['', '  ']).quoted('a  b')).toBe('a  b');
  });

  it('makes of a refusal one of the same meaning, without its secrets', () => {
    const refusal = new BackendFaultError('no', ORIGIN, {
      ...ORIGIN,
      code: null,
      message: 'hunter2 is weak',
    });
    expect(new Mask(['hunter2']).error(refusal)).toMatchObject({
      code: 'BACKEND_FAULT',
      meaning: 'REJECTED',
      native: { message: '*** is weak' },
    });
    expect(new Mask(['other']).error(refusal)).toBe(refusal);
    const unknown = new OutcomeUnknownError('lost', ORIGIN);
    expect(new Mask(['lost']).error(unknown)).toBe(unknown);
  });
});
