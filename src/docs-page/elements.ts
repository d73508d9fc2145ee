// What the page touches of its document, so that no other code is compiled with the names of a browser.

interface Element {
  hidden: boolean;
  addEventListener(type: string, listener: (event: { preventDefault(): void }) => void): void;
}

/** A control with a text in it. */
export interface Control extends Element {
  value: string;
}

export interface Choice extends Control {
  add(option: object): void;
}

/** The element with this id. @throws Error where the page has none */
export function element<Kind extends Element = Element>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  // index.html says what it is.
  return found as Kind;
}
