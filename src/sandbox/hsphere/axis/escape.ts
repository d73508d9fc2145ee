/**
 * Text as Axis 1.4 writes it: everything outside ASCII becomes a numeric reference of its UTF-16 unit. A
 * character above U+FFFF thus becomes two references to surrogates, which XML forbids: Axis was seen to do so.
 */
export const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `&#x${unit.charCodeAt(0).toString(16).toUpperCase()};`);
