import { beforeEach, describe, expect, it } from 'vitest';
import { Newcomers } from '../../../../adapters/poa/writes/newcomers.js';

let newcomers: Newcomers;
beforeEach(() => {
  newcomers = new Newcomers();
  newcomers.begin('account', 'lost');
});

describe('something new in a place', () => {
  it('was made by the only run there whose end is not known', () => {
    expect(newcomers.theOneOf('account', 'lost', [7])).toBe(7);
  });

  it('was made by nobody in particular when there are two, or none', () => {
    expect(newcomers.theOneOf('account', 'lost', [7, 8])).toBeNull();
    expect(newcomers.theOneOf('account', 'lost', [])).toBeNull();
  });

  it('is not taken for that of a run when another one is open there', () => {
    newcomers.begin('account', 'other');
    expect(newcomers.theOneOf('account', 'lost', [7])).toBeNull();
    newcomers.end('account', 'other', null);
    expect(newcomers.theOneOf('account', 'lost', [7])).toBe(7);
  });

  it('is not taken for that of a run when another one has answered its number', () => {
    newcomers.begin('account', 'other');
    newcomers.end('account', 'other', 7);
    expect(newcomers.theOneOf('account', 'lost', [7])).toBeNull();
    expect(newcomers.theOneOf('account', 'lost', [7, 8])).toBe(8);
  });

  it('does not depend on what goes on elsewhere', () => {
    newcomers.begin('elsewhere', 'other');
    expect(newcomers.theOneOf('account', 'lost', [7])).toBe(7);
  });

  it('is not told of runs that this process has not begun', () => {
    expect(new Newcomers().theOneOf('account', 'lost', [7])).toBeNull();
    expect(newcomers.theOneOf('account', 'stranger', [7])).toBeNull();
  });

  it('is forgotten once ten thousand others came after it', () => {
    for (let number = 100; number < 10_101; number += 1) newcomers.end('elsewhere', 'many', number);
    expect(newcomers.theOneOf('account', 'lost', [100])).toBe(100);
    expect(newcomers.theOneOf('account', 'lost', [101])).toBeNull();
  });
});
