import type { XmlElement } from './xml/xml-element.js';

type Params = string | { readonly [name: string]: Params | readonly Params[] };

const SECRET = /password/i;

/**
 * The arguments of a call for the record: elements by name, repeated ones as an array, text as sent. Passwords
 * are `***`.
 */
export function toParams(element: XmlElement | undefined): Params {
  const byName = new Map<string, Params[]>();
  for (const child of element?.children ?? []) {
    const values = byName.get(child.local) ?? [];
    values.push(toParam(child));
    byName.set(child.local, values);
  }
  return Object.fromEntries(
    Array.from(byName, ([name, values]) => {
      const [only, ...others] = values;
      return [name, only === undefined || others.length > 0 ? values : only];
    }),
  );
}

function toParam(element: XmlElement): Params {
  if (SECRET.test(element.local)) return '***';
  return element.children.length === 0 ? element.text : toParams(element);
}
