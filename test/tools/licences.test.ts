import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPermissive, licencesDocument, ROOT, runtimePackages } from '../../tools/licences.js';

describe('the licences of what is installed to run the gateway', () => {
  it('are all permissive', () => {
    const others = runtimePackages().filter(({ licence }) => !isPermissive(licence));
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it('are those that docs/licences.md has', () => {
    expect(licencesDocument(runtimePackages())).toBe(readFileSync(join(ROOT, 'docs/licences.md'), 'utf8'));
  });

  it('are of every dependency that package.json names', () => {
    // Of npm's own form.
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const named = new Set(runtimePackages().map(({ name }) => name));
    expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['unknown', false],
  ])('%s: permissive is %s', (licence, expected) => {
    expect(isPermissive(licence)).toBe(expected);
  });
});
