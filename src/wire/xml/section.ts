/** How far a text reaches into a section. */
interface Reach {
  /** The text from where the section was looked at up to here concerns nobody. */
  readonly skipTo: number;
  /** Where to look on. */
  readonly end: number;
  /** What `end` lies in; the section itself where the text is too short to tell more, `undefined` behind it. */
  readonly open: Section | undefined;
}

/** A part of a document in which ampersands are nothing special, and that ends in a mark of its own. */
export type Section = (text: string, start: number) => Reach;

/** Where `mark` may have begun at the end of `text`, not before `start`; else the end. */
function startOfPartial(text: string, mark: string, start: number): number {
  for (let length = mark.length - 1; length > 0; length -= 1) {
    const index = text.length - length;
    if (index >= start && text.endsWith(mark.slice(0, length))) return index;
  }
  return text.length;
}

const keptUntil = (mark: string): Section => {
  const section: Section = (text, start) => {
    const index = text.indexOf(mark, start);
    if (index !== -1) return { skipTo: start, end: index + mark.length, open: undefined };
    return { skipTo: start, end: startOfPartial(text, mark, start), open: section };
  };
  return section;
};

const skippedUntil = (mark: string): Section => {
  const section: Section = (text, start) => {
    const index = text.indexOf(mark, start);
    if (index !== -1) return { skipTo: index, end: index + mark.length, open: undefined };
    const end = startOfPartial(text, mark, start);
    return { skipTo: end, end, open: section };
  };
  return section;
};

/** Two dashes either end it or make it malformed, which is for the parser to say. */
const comment: Section = (text, start) => {
  const index = text.indexOf('--', start);
  const end = index === -1 ? startOfPartial(text, '--', start) : index;
  if (index === -1 || end + 2 === text.length) return { skipTo: end, end, open: comment };
  return { skipTo: end, end: end + 3, open: text[end + 2] === '>' ? undefined : comment };
};

const xmlDeclaration = keptUntil('?>');
const instruction = skippedUntil('?>');

const END_OF_TARGET = /[ \t\r\n?]/g;

/** @param before - what came of it so far, or as much of that as it takes to know it from `xml` */
const target =
  (before: string): Section =>
  (text, start) => {
    END_OF_TARGET.lastIndex = start;
    const end = END_OF_TARGET.exec(text)?.index;
    const name = before + text.slice(start, Math.min(end ?? text.length, start + 4));
    if (end === undefined) return { skipTo: start, end: text.length, open: target(name.slice(0, 4)) };
    return { skipTo: start, end, open: name === 'xml' ? xmlDeclaration : instruction };
  };

export const cdata = keptUntil(']]>');

/**
 * By what opens them. A comment is skipped but for its marks, and a processing instruction but for those and its
 * target: nobody asks for them, and the parser would gather them whole.
 */
export const SECTIONS: ReadonlyArray<readonly [opener: string, section: Section]> = [
  ['<!--', comment],
  ['<![CDATA[', cdata],
  ['<?', target('')],
];
