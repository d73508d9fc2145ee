/** One run of text, comment, CDATA section, processing instruction or tag; tags of sane length, without `<` inside. */
const TOKEN =
  /[^<]+|<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^<>"'\s!?](?:[^<>"']|"[^<"]*"|'[^<']*'){0,4096}>/sy;

/**
 * Looks for what `sax` lets pass and XML forbids: a blank after `<` (one of the vendor's samples has it), `<` inside
 * a tag, `]]>` in text, and an XML declaration that is not at the very start.
 *
 * @returns false if there is one; markup that `sax` refuses by itself, DOCTYPE included, is left to it
 */
export function isTidyMarkup(text: string): boolean {
  const tokens = new RegExp(TOKEN);
  for (let offset = 0; offset < text.length; offset = tokens.lastIndex) {
    const token = tokens.exec(text)?.[0];
    if (token === undefined) return text.startsWith('<!DOCTYPE', offset);
    if (!token.startsWith('<') && token.includes(']]>')) return false;
    if (offset > 0 && /^<\?xml[\s?]/i.test(token)) return false;
  }
  return true;
}
