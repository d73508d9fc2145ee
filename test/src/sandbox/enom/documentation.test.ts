import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../../../src/sandbox/enom/handlers.js';
import { seed } from '../../../../src/sandbox/enom/seed.js';
import { NOW } from './ask.js';

const page = readFileSync(new URL('../../../../docs/sandbox-enom.md', import.meta.url), 'utf8');
const section = (title: string) => page.split(/^## /m).find((each) => each.startsWith(title)) ?? '';

describe('the page on the simulator', () => {
  it('lists exactly the commands that are simulated', () => {
    const rows = section('Commands').matchAll(/^\| (?!Group|-)[^|]+\| ([^|]+)\|$/gm);
    const listed = [...rows].flatMap(([, names = '']) => names.replace(/\([^)]*\)/g, '').split(','));
    expect(listed.map((name) => name.trim()).sort()).toEqual([...commandNames].sort());
  });

  it('lists exactly the domains of the seed data', () => {
    const listed = [...section('Seed data').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    const names = seed(NOW).domains.map(({ sld, tld }) => (tld === 'example' ? sld : `${sld}.${tld}`));
    expect(listed.sort()).toEqual(names.sort());
  });
});
