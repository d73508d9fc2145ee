import { describe, expect, it } from 'vitest';
import { findPasswordFlaw } from '../../../../src/sandbox/poa/password-rules.js';

describe('findPasswordFlaw', () => {
  it.each(['eight ch', 'Größe-12', '日本語で四文字1'])('finds nothing wrong with %s', (password) => {
    expect(findPasswordFlaw(password)).toBeUndefined();
  });

  it.each([
    ['seven 7', 'The password has fewer than 8 characters'],
    ['😀😀😀😀', 'The password has fewer than 8 characters'],
    ['lettersonly', 'The password needs a letter and a character that is none'],
    ['1234567890', 'The password needs a letter and a character that is none'],
  ])('refuses %s', (password, flaw) => {
    expect(findPasswordFlaw(password)).toBe(flaw);
  });

  it('refuses parts of the name, in any case, but not its initials', () => {
    const name = "Jo O'Brien";
    expect(findPasswordFlaw('oh-BRIEN-1', { name })).toBe('The password contains personal information');
    expect(findPasswordFlaw('jo-jo-jo-1', { name })).toBeUndefined();
  });

  it('refuses disabled characters', () => {
    expect(findPasswordFlaw('pa$$word1', { disabledChars: '#$' })).toBe(
      'The password contains a character that is not allowed',
    );
  });
});
