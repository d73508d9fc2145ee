const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:([a-z]+)|#([0-9]+)|#x([0-9a-fA-F]+));/g;
const LINE_END = /\r\n?/g;
const BLANK_OF_ATTRIBUTE = /\r\n|[\t\n\r]/g;

/** What text that the repairer has passed stands for: it holds no reference that XML does not define. */
const resolved = (text: string): string =>
  text.replace(REFERENCE, (_, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    return String.fromCodePoint(
      decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal),
    );
  });

/** Line ends as LF. @see XML 1.0, section 2.11 */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replace(LINE_END, '\n') : text;

/** The text that character data stands for. @see XML 1.0, sections 2.11 and 4.1 */
export function contentOf(raw: string): string {
  const text = withLineFeeds(raw);
  return text.includes('&') ? resolved(text) : text;
}

/** The value of an attribute; one that is written as a reference keeps its line ends. @see XML 1.0, section 3.3.3 */
export function attributeValueOf(raw: string): string {
  const text = raw.replace(BLANK_OF_ATTRIBUTE, ' ');
  return text.includes('&') ? resolved(text) : text;
}
