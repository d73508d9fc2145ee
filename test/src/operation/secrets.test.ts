import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../src/operation/secrets.js';

describe('a text without secrets', () => {
  it.each([
    ['as it is', `wrong p<w>&"d'e f ü!`],
    ['in a URL', `wrong ${encodeURIComponent(`p<w>&"d'e f ü!`)}`],
    ['in a form', `wrong ${new URLSearchParams([['', `p<w>&"d'e f ü!`]]).toString().slice(1)}`],
    ['in XML text, sparsely', `wrong p&lt;w>&amp;"d'e f ü!`],
    ['in XML text', `wrong p&lt;w&gt;&amp;"d'e f ü!`],
    ['in an attribute', 'wrong p&lt;w&gt;&amp;&quot;d&apos;e f ü!'],
    ['in HTML', 'wrong p&lt;w&gt;&amp;&quot;d&#39;e f ü!'],
  ])('has none %s', (_, text) => {
    expect(withoutSecrets(text, [`p<w>&"d'e f ü!`])).toBe('wrong ***');
  });

  it('loses the whole of a secret that begins with another one', () => {
    expect(withoutSecrets('abc and ab', ['ab', 'abc'])).toBe('*** and ***');
  });

  it('is left alone by empty secrets', () => {
    expect(withoutSecrets('abc', [''])).toBe('abc');
  });

  it('bears secrets that no URL can carry', () => {
    expect(withoutSecrets('x\ud800y', ['\ud800'])).toBe('x***y');
  });
});
