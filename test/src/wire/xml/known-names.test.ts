import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_NAME, readName } from '../../../../src/wire/xml/known-names.js';
import { readEvents } from './events.js';

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', '-', '.', '7', ':', '_', 'é', '名'),
  minLength: 1,
  maxLength: 80,
});
const names = letters.filter((name) => !/^[-.7]/.test(name));

const openedIn = (xml: string): string[] =>
  readEvents([xml]).flatMap(([kind, name]) => (kind === 'open' ? [name] : []));

describe('a name', () => {
  it('is read as it is written, whatever names came before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.constantFrom('/>', ' />', '\n/>', '\t b="c"/>')), { minLength: 1 }),
        (elements) => {
          const xml = `<r>${elements.map(([name, end]) => `<${name}${end}`).join('')}</r>`;
          expect(openedIn(xml)).toEqual(['r', ...elements.map(([name]) => name)]);
        },
      ),
    );
  });

  it.each([
    ['longer', '<r><name/><names/></r>'],
    ['shorter', '<r><name/><nam/></r>'],
    ['in another case', '<r><name/><Name/></r>'],
    ['followed by a line end', '<r><name/><next\n/></r>'],
  ])('is not taken for the one that was expected when it is %s', (_id, xml) => {
    openedIn('<r><name/><name/></r>');
    expect(openedIn(xml)).toEqual([...xml.matchAll(/<([\w]+)/g)].map(([, name]) => name));
  });

  it('is none where the text ends with it, or where it begins as none can', () => {
    expect(readName('<half', 1, NO_NAME)).toBeUndefined();
    expect(readName('<7>', 1, NO_NAME)).toBeUndefined();
    expect(readName('<>', 1, NO_NAME)).toBeUndefined();
  });

  it('is told apart from all others that share its place', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const xml = `<r>${many.map((name) => `<${name}/>`).join('')}</r>`;
    expect(openedIn(xml)).toEqual(['r', ...many]);
  });

  it('is taken apart at its colon', () => {
    expect(readName('<p:a>', 1, NO_NAME)).toMatchObject({ prefix: 'p', local: 'a', isQualified: true });
    expect(readName('<a>', 1, NO_NAME)).toMatchObject({ prefix: '', local: 'a', isQualified: true });
    for (const wrong of [':a', 'a:', 'a:b:c', ':']) {
      expect(readName(`<${wrong}>`, 1, NO_NAME)).toMatchObject({ text: wrong, isQualified: false });
    }
  });
});
