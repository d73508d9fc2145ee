import { describe, expect, it } from 'vitest';
import { pick } from '../../../src/operation/pick.js';
import { int, key, string, struct } from '../../../src/operation/shape.js';

const whole = struct({ id: key(int('Number.')), name: string('Name.'), age: int('Age.') }, 'Somebody.', {
  open: true,
});

describe('picked members', () => {
  it('are those of the struct, in its order', () => {
    const picked = pick(whole, ['age', 'id']);
    expect(Object.keys(picked.members)).toEqual(['id', 'age']);
    expect(picked.members.id).toBe(whole.members.id);
  });

  it('leave what else the struct says of itself', () => {
    expect(pick(whole, ['id'])).toMatchObject({ kind: 'struct', description: 'Somebody.', open: true });
  });

  it('leave the struct itself as it was', () => {
    pick(whole, ['id']);
    expect(Object.keys(whole.members)).toEqual(['id', 'name', 'age']);
  });
});
