/** One element of an answer, before it is written in one of the service's forms. */
export interface Element {
  readonly name: string;
  /** Text, or the elements inside. An empty list is an element without content. */
  readonly content: string | readonly Element[];
  readonly attributes?: Readonly<Record<string, string>>;
  /**
   * How the XML form writes text: `plain` (the default) escaped, `cdata` as one CDATA section, `padded` as a
   * CDATA section with a blank on each side and a line break around it, as the newer paks write their dates.
   */
  readonly form?: 'plain' | 'cdata' | 'padded';
}

/** Numbers are written without separators; money is formatted by the caller (`formats.ts`). */
export function element(
  name: string,
  content: string | number | readonly Element[] = '',
  attributes?: Readonly<Record<string, string>>,
): Element {
  const written = typeof content === 'number' ? String(content) : content;
  return attributes === undefined ? { name, content: written } : { name, content: written, attributes };
}

export const cdata = (name: string, content: string): Element => ({ name, content, form: 'cdata' });

export const padded = (name: string, content: string): Element => ({ name, content, form: 'padded' });
