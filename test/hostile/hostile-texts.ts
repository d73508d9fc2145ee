/** Stands in every hostile text, so that it is found wherever it arrives. */
export const MARK = 'hgq';
/** A name that nothing has that is not injected. */
export const INJECTED = 'hgInjected';

/** Texts that are markup, separators or escapes in one of the protocols, and that all of them can carry. */
export const SENDABLE: readonly string[] = [
  `${MARK}<b>&amp;</b>`,
  `${MARK}]]><${INJECTED}/>`,
  `${MARK}</value></member><member><name>${INJECTED}</name><value>1`,
  `${MARK}</string></value></data></array>`,
  `${MARK}" ${INJECTED}="1`,
  `${MARK}' xsi:nil='true`,
  `<![CDATA[${MARK}`,
  `<!--${MARK}`,
  `<?${MARK} ?>`,
  `${MARK}&${INJECTED}=1`,
  `${MARK}%26${INJECTED}%3D1`,
  `${MARK}+${MARK} %2B`,
  `${MARK}&#10;&lt;&${INJECTED};`,
  `${MARK}\\"{"${INJECTED}":1}`,
  `${MARK} é ß 😀 \u2028`,
];

/** As those, with white space that some places take and others refuse. */
export const LINES: readonly string[] = [`${MARK}\r\nX-${INJECTED}: 1`, `${MARK}\rb`, `${MARK}\tb\nc`];

/** What no protocol carries. */
export const UNSENDABLE: readonly string[] = [
  `${MARK}\0`,
  `${MARK}\u0008`,
  `${MARK}\u001b[31m`,
  `${MARK}\ud800`,
  `\udc00${MARK}`,
  `${MARK}\ufffe`,
  `${MARK}\uffff`,
];

/** Gives out texts in turn, so that each meets many places, and each place meets several. */
export function inTurn(texts: readonly string[]): (count: number) => readonly string[] {
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const text = texts[next % texts.length] ?? MARK;
      next += 1;
      return text;
    });
}
