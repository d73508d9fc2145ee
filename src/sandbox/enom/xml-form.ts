import type { Element } from './element.js';

const LINE = '\r\n';

export interface XmlStyle {
  /** `<x></x>` as the older servers of the service write it, or `<x/>` as the .NET ones do. */
  readonly emptyElement: 'pair' | 'selfClosing';
  /** The older servers end the answer with a line end, the .NET ones do not. */
  readonly finalLineEnd: boolean;
  /** `lower` writes every element name in lower case, as one public client's answers have it. */
  readonly elementCase: 'documented' | 'lower';
}

/**
 * The XML form of an answer: declaration, `interface-response`, lines that end in CR LF. Always well-formed:
 * characters that XML 1.0 has no place for, and which only a caller can have sent, become `?`.
 */
export function writeXml(elements: readonly Element[], style: XmlStyle): string {
  const lines = elements.map((each) => write(each, style));
  const body = ['<interface-response>', ...lines, '</interface-response>'].join(LINE);
  return `<?xml version="1.0" encoding="utf-8"?>${LINE}${body}${style.finalLineEnd ? LINE : ''}`;
}

function write({ name, content, attributes, form }: Element, style: XmlStyle): string {
  const tag = style.elementCase === 'lower' ? name.toLowerCase() : name;
  const opening = `${tag}${writeAttributes(attributes)}`;
  if (typeof content !== 'string') {
    if (content.length === 0) return writeEmpty(tag, opening, style);
    const inside = content.map((each) => write(each, style)).join(LINE);
    return `<${opening}>${LINE}${inside}${LINE}</${tag}>`;
  }
  switch (form) {
    case 'cdata':
      return `<${opening}>${writeCdata(content)}</${tag}>`;
    case 'padded':
      return `<${opening}>${LINE}${writeCdata(` ${content} `)}${LINE}</${tag}>`;
    default:
      return content === '' ? writeEmpty(tag, opening, style) : `<${opening}>${escapeText(content)}</${tag}>`;
  }
}

function writeEmpty(tag: string, opening: string, style: XmlStyle): string {
  return style.emptyElement === 'pair' ? `<${opening}></${tag}>` : `<${opening}/>`;
}

function writeAttributes(attributes: Element['attributes']): string {
  return Object.entries(attributes ?? {})
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function writeCdata(text: string): string {
  return `<![CDATA[${withoutForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** `>` stays as it is, which XML allows outside of `]]>`: the service's own guide shows it so. */
function escapeText(text: string): string {
  return withoutForbidden(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
}

function withoutForbidden(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '?');
}
