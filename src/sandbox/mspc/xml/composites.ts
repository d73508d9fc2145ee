import type { Kind, Members, ValuesOf } from './kind.js';
import { writeElement } from './write-xml.js';
import type { XmlElement } from './xml-element.js';

/** `userId` → `UserId`: how C# spells a member. */
const pascal = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);

/**
 * The members found below an element, by key. As .NET's serialiser does it: any order, the first of two equal
 * names, everything unknown or in another namespace passed over, what is missing at its default.
 *
 * @param element - `undefined` for an element that was not sent: all members at their defaults
 * @param spell - the element name of a key
 */
export function readMembers<M extends Members>(
  members: M,
  element: XmlElement | undefined,
  spell: (key: string) => string,
): ValuesOf<M> {
  const found = new Map<string, XmlElement>();
  for (const child of element?.children ?? []) {
    if (child.namespace === element?.namespace && !found.has(child.local)) found.set(child.local, child);
  }
  const values = Object.entries(members).map(([key, kind]) => {
    const child = found.get(spell(key));
    return [key, child === undefined ? kind.absent : kind.read(child)];
  });
  // `fromEntries` cannot express that each key got a value of its own kind.
  return Object.fromEntries(values) as ValuesOf<M>;
}

/** A class: members in the order of their declaration, left out altogether when null. */
export function object<M extends Members>(members: M): Kind<ValuesOf<M> | null> {
  const kinds = Object.entries(members);
  return {
    absent: null,
    read: (element) => readMembers(members, element, pascal),
    write(name, value) {
      if (value === null) return '';
      const content = kinds.map(([key, kind]) => kind.write(pascal(key), value[key]));
      return writeElement(name, content.join(''));
    },
  };
}

/** An array or list: a wrapper around one `itemName` element an item; left out when null, empty when empty. */
export function list<T>(itemName: string, item: Kind<T | null>): Kind<readonly T[] | null> {
  return {
    absent: null,
    read: (element) =>
      element.children
        .filter((child) => child.local === itemName && child.namespace === element.namespace)
        .map((child) => item.read(child))
        .filter((value) => value !== null),
    write(name, value) {
      if (value === null) return '';
      return writeElement(name, value.map((each) => item.write(itemName, each)).join(''));
    },
  };
}
