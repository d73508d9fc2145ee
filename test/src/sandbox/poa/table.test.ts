import { describe, expect, it } from 'vitest';
import { Table } from '../../../../src/sandbox/poa/table.js';

interface Row {
  readonly id: number;
  readonly name: string;
}
const names = (table: Table<Row>) => [...table.rows()].map((row) => row.name).join('');

function tables() {
  const below = new Table<Row>();
  for (const [place, name] of ['a', 'b', 'c'].entries()) below.put({ id: place + 1, name });
  return { below, above: new Table(below) };
}

describe('Table', () => {
  it('reads through to the table below, in its order', () => {
    const { above } = tables();
    expect(names(above)).toBe('abc');
    expect(above.get(2)).toEqual({ id: 2, name: 'b' });
    expect(above.find((row) => row.name === 'c')?.id).toBe(3);
  });

  it('keeps changes to itself until they are committed', () => {
    const { below, above } = tables();
    above.put({ id: 2, name: 'B' });
    above.put({ id: 4, name: 'd' });
    above.remove(1);
    expect([names(above), names(below)]).toEqual(['Bcd', 'abc']);
    above.commit();
    expect([names(above), names(below)]).toEqual(['Bcd', 'Bcd']);
  });

  it('forgets a row that is added and removed again', () => {
    const { below, above } = tables();
    above.put({ id: 4, name: 'd' });
    above.remove(4);
    expect(above.get(4)).toBeUndefined();
    above.commit();
    expect(names(below)).toBe('abc');
  });

  it('lies over tables that lie over tables', () => {
    const { below, above } = tables();
    const top = new Table(above);
    above.remove(3);
    top.put({ id: 3, name: 'C' });
    top.put({ id: 1, name: 'A' });
    expect([names(top), names(above), names(below)]).toEqual(['AbC', 'ab', 'abc']);
    top.commit();
    expect([names(above), names(below)]).toEqual(['AbC', 'abc']);
  });

  it('finds a conflict where the table below has changed under its changes, and only there', () => {
    const { below, above } = tables();
    above.put({ id: 2, name: 'B' });
    below.put({ id: 1, name: 'x' });
    expect(above.conflicts()).toBe(false);
    below.put({ id: 2, name: 'y' });
    expect(above.conflicts()).toBe(true);
  });

  it('finds a conflict where both have added the same row', () => {
    const { below, above } = tables();
    above.put({ id: 4, name: 'd' });
    below.put({ id: 4, name: 'e' });
    above.put({ id: 4, name: 'f' });
    expect(above.conflicts()).toBe(true);
  });

  it('finds no conflict in a row that it has changed twice', () => {
    const { above } = tables();
    above.put({ id: 2, name: 'B' });
    above.put({ id: 2, name: 'BB' });
    expect(above.conflicts()).toBe(false);
  });
});
