import type { Element } from './element.js';

/** Elements of these names, where they have elements inside, are items of a list. */
const LIST_ITEMS = new Set(['pop', 'Pak', 'domain', 'Domain', 'DomainDetail', 'response', 'host', 'entry']);

/**
 * The text form, which the service sends when no `responsetype` is given: `name=value` lines without nesting.
 * The fields of list items carry the item's number (`ResponseNumber1`), and so do values of one name.
 */
export function writeText(elements: readonly Element[], server: string): string {
  const lines = [';URL Interface', `;Machine is ${server}`, ';Encoding Type is utf-8'];
  writeLines(elements, '', lines);
  return `${lines.join('\r\n')}\r\n`;
}

function writeLines(elements: readonly Element[], suffix: string, lines: string[]): void {
  const total = new Map<string, number>();
  for (const { name } of elements) total.set(name, (total.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const { name, content } of elements) {
    const position = (seen.get(name) ?? 0) + 1;
    seen.set(name, position);
    if (typeof content !== 'string') {
      writeLines(content, LIST_ITEMS.has(name) ? String(position) : suffix, lines);
    } else if (name !== 'debug') {
      const number = (total.get(name) ?? 0) > 1 ? String(position) : suffix;
      lines.push(`${name}${number}=${content.replace(/[\r\n]+/g, ' ')}`);
    }
  }
}
