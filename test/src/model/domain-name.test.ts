import { describe, expect, it } from 'vitest';
import { canonicalDomainName } from '../../../src/model/index.js';

describe('the canonical spelling of a domain name', () => {
  it.each([
    ['Nordlicht.EXAMPLE', 'nordlicht.example'],
    [' nordlicht.example. ', 'nordlicht.example'],
    ['müller-töchter.example', 'xn--mller-tchter-bjb1f.example'],
    ['a。example', 'a.example'],
    ['_dmarc.a.example', '_dmarc.a.example'],
  ])('of %j is %s', (name, canonical) => {
    expect(canonicalDomainName(name)).toBe(canonical);
  });

  it.each([
    'a.example/x',
    'a.example?x',
    'a.example#x',
    'a.example\\x',
    'a%2eb.example',
    'u@a.example',
    'a.example:80',
    'a.exa\tmple',
    'a.example／x',
    'a..example',
    '-a.example',
    '192.0.2.1',
    'example',
    '',
    `${'a'.repeat(64)}.example`,
  ])('is there for no text like %j, whatever part of it is a name', (name) => {
    expect(canonicalDomainName(name)).toBeNull();
  });
});
