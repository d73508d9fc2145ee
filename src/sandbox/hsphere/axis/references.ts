import { AxisFault } from './fault.js';
import type { XmlElement } from './xml-element.js';

/** References in a row; more would cost time for nothing, since no client chains them. */
const MAX_CHAIN = 16;

/** The elements of a body that others may point at, by their `id`; the first one wins. */
export class References {
  private readonly byId = new Map<string, XmlElement>();

  constructor(body: XmlElement) {
    const left: XmlElement[] = [body];
    for (let element = left.pop(); element !== undefined; element = left.pop()) {
      const id = element.attribute('', 'id');
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, element);
      left.push(...element.children.toReversed());
    }
  }

  /**
   * The element that carries the value of `element`: itself, or what its `href` leads to.
   *
   * @returns `undefined` if a reference leads nowhere, which Axis takes for null
   * @throws {@link AxisFault} if references run in a circle, where Axis runs out of stack, or too far
   */
  follow(element: XmlElement): XmlElement | undefined {
    let current: XmlElement | undefined = element;
    for (let steps = 0; current !== undefined && steps < MAX_CHAIN; steps += 1) {
      const href = current.attribute('', 'href');
      if (href === undefined) return current;
      current = href.startsWith('#') ? this.byId.get(href.slice(1)) : undefined;
    }
    if (current !== undefined) throw stackOverflow();
    return undefined;
  }
}

export const stackOverflow = (): AxisFault =>
  new AxisFault(
    'soapenv:Server.generalException',
    'java.lang.StackOverflowError; nested exception is: \n\tjava.lang.StackOverflowError',
  );
