const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Character data as ASP.NET writes it: quotes stay as they are, and so do carriage returns, which the reader's
 * XML parser then turns into line feeds.
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => TEXT_ESCAPES[character] ?? character);
}

/** `<name>content</name>`, or `<name />` for no content, with .NET's blank before the slash. */
export function writeElement(name: string, content: string, attributes = ''): string {
  const start = attributes === '' ? name : `${name} ${attributes}`;
  return content === '' ? `<${start} />` : `<${start}>${content}</${name}>`;
}
