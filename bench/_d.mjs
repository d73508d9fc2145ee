// bench/_d.ts
import { createRequire } from 'node:module';

// src/wire/xmlrpc/date-time.ts
var GRAMMAR =
  /^([0-9]{4})-?([0-9]{2})-?([0-9]{2})T([0-9]{2}):?([0-9]{2}):?([0-9]{2})(?:[.,]([0-9]{1,9}))?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?$/;
function toOffsetMinutes(zone) {
  if (zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? 0 - minutes : minutes;
}
var XmlRpcDateTime = class _XmlRpcDateTime {
  constructor(text2, year, month, day, hour, minute, second, nanosecond, offsetMinutes) {
    this.text = text2;
    this.year = year;
    this.month = month;
    this.day = day;
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nanosecond = nanosecond;
    this.offsetMinutes = offsetMinutes;
    Object.freeze(this);
  }
  text;
  year;
  month;
  day;
  hour;
  minute;
  second;
  nanosecond;
  offsetMinutes;
  /**
   * Reads `19980717T14:08:55`, with or without dashes and colons, with a fraction and a zone if there are
   * some.
   *
   * @returns `undefined` if `text` is nothing of the kind
   */
  static decode(text2) {
    const trimmed = text2.trim();
    const match = GRAMMAR.exec(trimmed);
    if (match === null) return void 0;
    const field = (index) => Number(match[index]);
    const [, , , , , , , fraction = '', zone] = match;
    return new _XmlRpcDateTime(
      trimmed,
      field(1),
      field(2),
      field(3),
      field(4),
      field(5),
      field(6),
      Number(fraction.padEnd(9, '0')),
      zone === void 0 ? null : toOffsetMinutes(zone),
    );
  }
  toString() {
    return this.text;
  }
};

// src/wire/limits.ts
var DEFAULT_LIMITS = {
  maxDepth: 128,
  maxElements: 2e6,
  maxTextLength: 16 * 1024 * 1024,
  maxRepairs: 100,
};

// src/wire/wire-error.ts
var WireError = class extends Error {
  constructor(message, offset, options) {
    super(offset === void 0 ? message : `${message} (at offset ${offset})`, options);
    this.offset = offset;
    this.name = 'WireError';
  }
  offset;
};

// src/wire/xml/content.ts
var NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
var REFERENCE = /&(?:([a-z]+)|#([0-9]+)|#x([0-9a-fA-F]+));/g;
var LINE_END = /\r\n?/g;
var BLANK_OF_ATTRIBUTE = /\r\n|[\t\n\r]/g;
var resolved = (text2) =>
  text2.replace(REFERENCE, (_, name, decimal, hexadecimal) => {
    if (name !== void 0) return NAMED[name] ?? '';
    return String.fromCodePoint(
      decimal === void 0 ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal),
    );
  });
var withLineFeeds = (text2) => (text2.includes('\r') ? text2.replace(LINE_END, '\n') : text2);
function contentOf(raw) {
  const text2 = withLineFeeds(raw);
  return text2.includes('&') ? resolved(text2) : text2;
}
function attributeValueOf(raw) {
  const text2 = raw.replace(BLANK_OF_ATTRIBUTE, ' ');
  return text2.includes('&') ? resolved(text2) : text2;
}

// src/wire/xml/names.ts
var START = 1;
var INNER = 2;
var KINDS = new Uint8Array(128);
for (const letter of ':_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') {
  KINDS[letter.charCodeAt(0)] = START | INNER;
}
for (const other of '-.0123456789') KINDS[other.charCodeAt(0)] = INNER;
var NAME =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: joiners and marks stand for themselves, as in the productions
  /^[:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}\-.0-9\xb7\u0300-\u036f\u203f\u2040]*$/u;
function endOfName(text2, start) {
  let end = start;
  for (; end < text2.length; end += 1) {
    const code = text2.charCodeAt(end);
    if (code < 128 && ((KINDS[code] ?? 0) & INNER) === 0) break;
  }
  return end;
}
function isName(text2, start, end) {
  if (start === end) return false;
  const first = text2.charCodeAt(start);
  if (first < 128 && ((KINDS[first] ?? 0) & START) === 0) return false;
  for (let at = start; at < end; at += 1) {
    if (text2.charCodeAt(at) > 127) return NAME.test(text2.slice(start, end));
  }
  return true;
}
var SPACE = 32;
var TAB = 9;
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
var isBlankCode = (code) => code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN;
function skipBlanks(text2, start) {
  let at = start;
  while (at < text2.length && isBlankCode(text2.charCodeAt(at))) at += 1;
  return at;
}

// src/wire/xml/start-tag.ts
var NO_ATTRIBUTES = [];
var MAX_ATTRIBUTES = 256;
var malformed = (problem) => `not well-formed XML: ${problem}`;
var GREATER = 62;
var SLASH = 47;
var EQUALS = 61;
function readStartTag(text2, start, tag, refuse) {
  tag.end = -1;
  let at = endOfName(text2, start + 1);
  if (at === text2.length) {
    if (at > start + 1) checkName(text2, start + 1, at, refuse);
    return;
  }
  checkName(text2, start + 1, at, refuse);
  tag.name = text2.slice(start + 1, at);
  tag.attributes = NO_ATTRIBUTES;
  let attributes;
  for (;;) {
    const code = text2.charCodeAt(at);
    if (code === GREATER) {
      finish(tag, false, at + 1);
      return;
    }
    if (code === SLASH) {
      if (at + 1 === text2.length) return;
      if (text2.charCodeAt(at + 1) !== GREATER) refuse(malformed('a slash inside a tag'), at);
      finish(tag, true, at + 2);
      return;
    }
    if (!isBlankCode(code)) refuse(malformed('a character that has no place in a tag'), at);
    at = skipBlanks(text2, at);
    if (at === text2.length) return;
    const next = text2.charCodeAt(at);
    if (next === GREATER || next === SLASH) continue;
    if (attributes === void 0) {
      attributes = [];
      tag.attributes = attributes;
    }
    at = readAttribute(text2, at, attributes, refuse);
    if (at === -1 || at === text2.length) return;
  }
}
function finish(tag, isEmpty, end) {
  tag.isEmpty = isEmpty;
  tag.end = end;
}
function readAttribute(text2, start, attributes, refuse) {
  const endOfIt = endOfName(text2, start);
  if (endOfIt === text2.length) return -1;
  checkName(text2, start, endOfIt, refuse);
  const equals = skipBlanks(text2, endOfIt);
  if (equals === text2.length) return -1;
  if (text2.charCodeAt(equals) !== EQUALS) refuse(malformed('an attribute without a value'), equals);
  const open = skipBlanks(text2, equals + 1);
  if (open === text2.length) return -1;
  const quote = text2[open];
  if (quote !== '"' && quote !== "'") refuse(malformed('an attribute without quotes'), open);
  const close = text2.indexOf(quote, open + 1);
  const raw = text2.slice(open + 1, close === -1 ? text2.length : close);
  const less = raw.indexOf('<');
  if (less !== -1) refuse(malformed('a "<" in an attribute'), open + 1 + less);
  if (close === -1) return -1;
  if (attributes.length === 2 * MAX_ATTRIBUTES) refuse('too many attributes in one element', endOfIt);
  const name = text2.slice(start, endOfIt);
  for (let index = 0; index < attributes.length; index += 2) {
    if (attributes[index] === name) refuse(malformed('duplicate attribute'), endOfIt);
  }
  attributes.push(name, attributeValueOf(raw));
  return close + 1;
}
function checkName(text2, start, end, refuse) {
  if (!isName(text2, start, end)) refuse(malformed('a tag or an attribute whose name is none'), end);
}

// src/wire/xml/no-attributes.ts
var NO_ATTRIBUTES_BY_NAME = Object.freeze(/* @__PURE__ */ Object.create(null));

// src/wire/xml/characters.ts
var FORBIDDEN_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u;
var SUSPECT_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
var isXmlCodePoint = (codePoint) =>
  codePoint <= 1114111 && !FORBIDDEN_CHARACTER.test(String.fromCodePoint(codePoint));
var REPLACEMENT = '\uFFFD';
var isHighSurrogate = (code) => code >= 55296 && code <= 56319;
var isLowSurrogate = (code) => code >= 56320 && code <= 57343;

// src/wire/xml/reference.ts
var REFERENCE2 = /&(?:amp|lt|gt|quot|apos|#([0-9]{1,64})|#x([0-9a-fA-F]{1,64}));/y;
var START_OF_REFERENCE = /&(?:[a-z]{0,4}|#[0-9]{0,64}|#x[0-9a-fA-F]{0,64})$/y;
var BARE_AMPERSAND = { length: 1, replacement: '&amp;' };
function referenceAt(text2, index, isLast) {
  const reference = readReference(text2, index);
  if (reference === void 0) return couldBecomeReference(text2, index) ? void 0 : BARE_AMPERSAND;
  const { length, code } = reference;
  if (code === void 0 || isXmlCodePoint(code)) return { length };
  const lone = { length, replacement: REPLACEMENT };
  if (!isHighSurrogate(code)) return lone;
  const next = index + length;
  const second = readReference(text2, next);
  if (second?.code !== void 0 && isLowSurrogate(second.code)) {
    return { length: length + second.length, replacement: String.fromCharCode(code, second.code) };
  }
  const isCutOff = second === void 0 && (next === text2.length || couldBecomeReference(text2, next));
  return isCutOff && !isLast ? void 0 : lone;
}
function readReference(text2, index) {
  REFERENCE2.lastIndex = index;
  const match = REFERENCE2.exec(text2);
  if (match === null) return void 0;
  const [{ length }, decimal, hexadecimal] = match;
  if (hexadecimal !== void 0) return { length, code: Number.parseInt(hexadecimal, 16) };
  return { length, code: decimal === void 0 ? void 0 : Number(decimal) };
}
function couldBecomeReference(text2, index) {
  START_OF_REFERENCE.lastIndex = index;
  return START_OF_REFERENCE.test(text2);
}

// src/wire/xml/section.ts
function startOfPartial(text2, mark, start) {
  for (let length = mark.length - 1; length > 0; length -= 1) {
    const index = text2.length - length;
    if (index >= start && text2.endsWith(mark.slice(0, length))) return index;
  }
  return text2.length;
}
var keptUntil = (mark) => {
  const section = (text2, start) => {
    const index = text2.indexOf(mark, start);
    if (index !== -1) return { skipTo: start, end: index + mark.length, open: void 0 };
    return { skipTo: start, end: startOfPartial(text2, mark, start), open: section };
  };
  return section;
};
var skippedUntil = (mark) => {
  const section = (text2, start) => {
    const index = text2.indexOf(mark, start);
    if (index !== -1) return { skipTo: index, end: index + mark.length, open: void 0 };
    const end = startOfPartial(text2, mark, start);
    return { skipTo: end, end, open: section };
  };
  return section;
};
var comment = (text2, start) => {
  const index = text2.indexOf('--', start);
  const end = index === -1 ? startOfPartial(text2, '--', start) : index;
  if (index === -1 || end + 2 === text2.length) return { skipTo: end, end, open: comment };
  return { skipTo: end, end: end + 3, open: text2[end + 2] === '>' ? void 0 : comment };
};
var xmlDeclaration = keptUntil('?>');
var instruction = skippedUntil('?>');
var END_OF_TARGET = /[ \t\r\n?]/g;
var target = (before) => (text2, start) => {
  END_OF_TARGET.lastIndex = start;
  const end = END_OF_TARGET.exec(text2)?.index;
  const name = before + text2.slice(start, Math.min(end ?? text2.length, start + 4));
  if (end === void 0) return { skipTo: start, end: text2.length, open: target(name.slice(0, 4)) };
  return { skipTo: start, end, open: name === 'xml' ? xmlDeclaration : instruction };
};
var cdata = keptUntil(']]>');
var SECTIONS = [
  ['<!--', comment],
  ['<![CDATA[', cdata],
  ['<?', target('')],
];

// src/wire/xml/repair.ts
var LESS_THAN = 60;
var CARRIAGE_RETURN2 = 13;
var CLOSING_BRACKET = 93;
var FORBIDDEN_CHARACTERS = new RegExp(FORBIDDEN_CHARACTER, 'gu');
var MarkFinder = class {
  constructor(text2) {
    this.text = text2;
  }
  text;
  #ampersand = -1;
  #declaration = -1;
  #instruction = -1;
  /** The next `&`, `<!`, `<?` or last `<`; the end of the text if there is none. */
  next(start) {
    if (this.#ampersand < start) this.#ampersand = this.#orEnd(this.text.indexOf('&', start));
    if (this.#declaration < start) this.#declaration = this.#opener('!', start);
    if (this.#instruction < start) this.#instruction = this.#opener('?', start);
    return Math.min(this.#ampersand, this.#declaration, this.#instruction);
  }
  /** Looks for the second character, since `<` is everywhere and the others are rare. */
  #opener(second, start) {
    let index = this.text.indexOf(second, start + 1);
    while (index !== -1 && this.text.charCodeAt(index - 1) !== LESS_THAN) {
      index = this.text.indexOf(second, index + 1);
    }
    return this.#orEnd(index === -1 ? -1 : index - 1);
  }
  #orEnd(index) {
    if (index !== -1) return index;
    return this.text.endsWith('<') ? this.text.length - 1 : this.text.length;
  }
};
function undecided(text2) {
  const last = text2.charCodeAt(text2.length - 1);
  if (last === CLOSING_BRACKET) return text2.endsWith(']]') ? 2 : 1;
  return last === CARRIAGE_RETURN2 || isHighSurrogate(last) ? 1 : 0;
}
var XmlRepairer = class {
  /** @param maxRepairs - repairs that are allowed; the next one throws */
  constructor(maxRepairs) {
    this.maxRepairs = maxRepairs;
  }
  maxRepairs;
  /** Repairs so far; worth a line in the log when not 0. */
  count = 0;
  /** Units that had come out where the last comment, CDATA section or processing instruction ended. */
  closedAt = 0;
  /** The comment, CDATA section or processing instruction that is open. */
  #section;
  /** The end of the last chunk, while the next one decides what it means. */
  #held = '';
  #consumed = 0;
  #emitted = 0;
  #growth = 0;
  /** Where what came out starts to be `growth` longer than what went in. */
  #shifts = [];
  /** Whether what came out so far ends inside a CDATA section. */
  get isInCdata() {
    return this.#section === cdata;
  }
  /**
   * @returns what is certain so far; it never ends inside a reference, a mark, a line end or `]]`, so that
   *   what the parser makes of it does not depend on what follows
   * @throws {@link WireError} at one repair too many, and at a document type declaration
   */
  write(chunk) {
    const text2 = this.#held + chunk;
    const certain = text2.length - undecided(text2);
    this.#shifts.splice(0, this.#shifts.length - 1);
    return this.#process(text2.slice(0, certain), text2.slice(certain));
  }
  /** The rest, which nothing can complete any more. */
  end() {
    const mended = this.#process(this.#held, '', true);
    const rest = this.#held;
    this.#held = '';
    return mended + rest;
  }
  /**
   * Turns an offset in the text that came out into one in the text that went in.
   *
   * @param offset - none before what the last `write` returned
   */
  toSourceOffset(offset) {
    const shift = this.#shifts.findLast(({ at }) => at <= offset);
    return offset - (shift?.growth ?? 0);
  }
  #process(raw, undecidedEnd, isLast = false) {
    const text2 = this.#replaceForbidden(raw);
    const marks = new MarkFinder(text2);
    let mended = '';
    let copied = 0;
    let at = 0;
    const replace = (end, replacement) => {
      mended += text2.slice(copied, at) + replacement;
      copied = end;
      this.#growth += replacement.length - (end - at);
      this.#shifts.push({ at: this.#emitted + mended.length, growth: this.#growth });
    };
    while (at < text2.length) {
      const section = this.#section;
      if (section !== void 0) {
        const { skipTo, end, open } = section(text2, at);
        if (skipTo > at) replace(skipTo, '');
        if (open === section && end === at) break;
        this.#section = open;
        at = end;
        if (open === void 0) this.closedAt = this.#emitted + mended.length + at - copied;
        continue;
      }
      at = marks.next(at);
      if (at === text2.length) break;
      const token = text2[at] === '&' ? referenceAt(text2, at, isLast) : this.#openSection(text2, at);
      if (token === void 0) break;
      if (token.replacement !== void 0) {
        this.#countRepair(at);
        replace(at + token.length, token.replacement);
      }
      at += token.length;
    }
    mended += text2.slice(copied, at);
    this.#held = text2.slice(at) + undecidedEnd;
    this.#consumed += at;
    this.#emitted += mended.length;
    return mended;
  }
  /** @returns what opens the section, or `undefined` while the chunk is too short to tell */
  #openSection(text2, index) {
    for (const [opener, section] of SECTIONS) {
      if (!text2.startsWith(opener, index)) continue;
      this.#section = section;
      return { length: opener.length };
    }
    const rest = text2.slice(index);
    if (SECTIONS.some(([opener]) => opener.startsWith(rest))) return void 0;
    throw new WireError('a document type declaration', this.#consumed + index);
  }
  /** One for one, so that it moves no offset. */
  #replaceForbidden(text2) {
    if (!SUSPECT_CHARACTER.test(text2)) return text2;
    return text2.replace(FORBIDDEN_CHARACTERS, (_character, index) => {
      this.#countRepair(index);
      return REPLACEMENT;
    });
  }
  #countRepair(index) {
    if (this.count === this.maxRepairs) {
      throw new WireError('more characters that XML forbids than are mended', this.#consumed + index);
    }
    this.count += 1;
  }
};

// src/wire/xml/tag-end.ts
var GREATER2 = 62;
var DOUBLE_QUOTE = 34;
var SINGLE_QUOTE = 39;
var TagEnd = class {
  /**
   * @param first - from the `<` on, without its end
   * @param start - of the `<` in the document
   */
  constructor(first, start) {
    this.start = start;
    const second = first[1];
    if (second === '?') this.#kind = 'instruction';
    else this.#kind = second === '/' || second === '!' ? 'other' : 'start tag';
    this.add(first);
  }
  start;
  #pieces = [];
  /** The quote that is open in a start tag. */
  #quote = '';
  /** `<?` ends in `?>`, and a start tag may have `>` in its values. */
  #kind;
  #endsInQuestion = false;
  length = 0;
  /** All of it so far. */
  get text() {
    return this.#pieces.join('');
  }
  /** @returns how much of `piece` belongs to it; -1 where its end is still to come */
  add(piece) {
    const end = this.#endIn(piece);
    const own = end === -1 ? piece : piece.slice(0, end);
    this.#pieces.push(own);
    this.length += own.length;
    return end;
  }
  #endIn(piece) {
    if (this.#kind === 'start tag') return this.#endOfStartTag(piece);
    if (this.#kind === 'other') return behind(piece.indexOf('>'), 1);
    if (this.#endsInQuestion && piece.charCodeAt(0) === GREATER2) return 1;
    this.#endsInQuestion = piece === '' ? this.#endsInQuestion : piece.endsWith('?');
    return behind(piece.indexOf('?>'), 2);
  }
  #endOfStartTag(piece) {
    let at = 0;
    for (;;) {
      if (this.#quote !== '') {
        const close = piece.indexOf(this.#quote, at);
        if (close === -1) return -1;
        this.#quote = '';
        at = close + 1;
      }
      for (; this.#quote === ''; at += 1) {
        if (at >= piece.length) return -1;
        const code = piece.charCodeAt(at);
        if (code === GREATER2) return at + 1;
        if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) this.#quote = piece.charAt(at);
      }
    }
  }
};
var behind = (index, length) => (index === -1 ? -1 : index + length);

// src/wire/xml/tokenizer.ts
var MAX_MARKUP_LENGTH = 1024 * 1024;
var LESS = 60;
var EXCLAMATION = 33;
var QUESTION = 63;
var SLASH2 = 47;
var GREATER3 = 62;
var BYTE_ORDER_MARK = '\uFEFF';
var COMMENT = '<!---->';
var CDATA = '<![CDATA[';
var END_OF_CDATA = ']]>';
var XML_DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;
var XmlTokenizer = class {
  /** @param refuse - throws, with `position` for the place */
  constructor(handlers, limits, refuse) {
    this.handlers = handlers;
    this.limits = limits;
    this.refuse = refuse;
  }
  handlers;
  limits;
  refuse;
  /** Units up to the end of what was read last. */
  position = 0;
  /** Names of the elements that are open, outermost first. */
  #open = [];
  #tag = { name: '', attributes: NO_ATTRIBUTES, isEmpty: false, end: 0 };
  #elements = 0;
  /** Of the text that is open, its pieces taken together. */
  #textLength = 0;
  #isInCdata = false;
  /** Where the chunk begins that is being read. */
  #base = 0;
  /** Where an XML declaration may stand: nothing has been read yet. */
  #start = 0;
  /** Whether the texts of the chunk are what they stand for. */
  #isPlain = true;
  /** Markup whose end has not come. */
  #unfinished;
  #refuseAt = (problem, at) => {
    this.position = this.#base + at;
    return this.refuse(problem);
  };
  /** @throws what `refuse` throws for what is not well-formed, and whatever a handler throws */
  write(chunk) {
    let at = 0;
    if (this.#unfinished !== void 0) {
      at = this.#finish(this.#unfinished, chunk);
    } else if (this.#base === 0 && chunk.startsWith(BYTE_ORDER_MARK)) {
      at = 1;
      this.#start = 1;
    }
    this.#isPlain = !chunk.includes('&') && !chunk.includes('\r') && !chunk.includes(END_OF_CDATA);
    this.#read(chunk, at);
    this.#base += chunk.length;
  }
  /** @throws what `refuse` throws if the document is not complete */
  end() {
    if (this.#unfinished !== void 0 || this.#isInCdata) this.#malformed('unexpected end', 0);
    if (this.#open.length > 0) this.#malformed('unclosed tag', 0);
    if (this.#elements === 0) this.#malformed('document must contain a root element', 0);
  }
  /** @returns where to read on in `chunk` */
  #finish(unfinished, chunk) {
    const end = unfinished.add(chunk);
    if (end === -1) {
      this.#limit(unfinished);
      return chunk.length;
    }
    const base = this.#base;
    this.#base = unfinished.start;
    this.#unfinished = void 0;
    if (this.#markup(unfinished.text, 0) === -1) this.#malformed('markup without an end', unfinished.length);
    this.#base = base;
    return end;
  }
  #read(text2, start) {
    let at = start;
    while (at < text2.length) {
      if (this.#isInCdata) {
        at = this.#cdata(text2, at);
        continue;
      }
      if (text2.charCodeAt(at) !== LESS) {
        const less = text2.indexOf('<', at);
        const end2 = less === -1 ? text2.length : less;
        this.#text(text2, at, end2);
        at = end2;
        continue;
      }
      const end = this.#markup(text2, at);
      if (end === -1) {
        this.#unfinished = new TagEnd(text2.slice(at), this.#base + at);
        this.#limit(this.#unfinished);
        return;
      }
      at = end;
    }
  }
  /** @returns behind the markup that begins at `at`; -1 where the text ends inside it */
  #markup(text2, at) {
    switch (text2.charCodeAt(at + 1)) {
      case SLASH2:
        return this.#endTag(text2, at);
      case EXCLAMATION:
        return this.#commentOrCdata(text2, at);
      case QUESTION:
        return this.#instruction(text2, at);
      default:
        return at + 1 === text2.length ? -1 : this.#startTag(text2, at);
    }
  }
  #startTag(text2, at) {
    if (this.#elements > 0 && this.#open.length === 0) this.#malformed('a second root element', at);
    const tag = this.#tag;
    readStartTag(text2, at, tag, this.#refuseAt);
    const { name, attributes, isEmpty, end } = tag;
    if (end === -1) return -1;
    this.#open.push(name);
    this.#textLength = 0;
    this.position = this.#base + end;
    if (this.#open.length > this.limits.maxDepth) this.refuse('elements nested too deeply');
    if (++this.#elements > this.limits.maxElements) this.refuse('too many elements');
    this.handlers.open(name, attributes);
    if (isEmpty) this.#close(name);
    return end;
  }
  #endTag(text2, at) {
    const name = this.#open[this.#open.length - 1];
    if (name !== void 0 && text2.startsWith(name, at + 2)) {
      const end2 = skipBlanks(text2, at + 2 + name.length);
      if (end2 === text2.length) return -1;
      if (text2.charCodeAt(end2) === GREATER3) {
        this.position = this.#base + end2 + 1;
        this.#close(name);
        return end2 + 1;
      }
    }
    const end = text2.indexOf('>', at);
    return end === -1 ? -1 : this.#malformed('unexpected close tag', end + 1);
  }
  #close(name) {
    this.#open.pop();
    this.#textLength = 0;
    this.handlers.close(name);
  }
  #commentOrCdata(text2, at) {
    if (text2.startsWith(CDATA, at)) {
      if (this.#open.length === 0) this.#malformed('text data outside of root node', at);
      this.#isInCdata = true;
      return at + CDATA.length;
    }
    if (text2.startsWith(COMMENT, at)) return at + COMMENT.length;
    return COMMENT.startsWith(text2.slice(at)) ? -1 : this.#malformed('a comment with two dashes in it', at);
  }
  #cdata(text2, at) {
    const mark = text2.indexOf(END_OF_CDATA, at);
    const end = mark === -1 ? text2.length : mark;
    this.#isInCdata = mark === -1;
    const next = mark === -1 ? end : end + END_OF_CDATA.length;
    this.position = this.#base + next;
    if (end > at) this.#tell(withLineFeeds(text2.slice(at, end)));
    return next;
  }
  /** The XML declaration, too, which looks like one. */
  #instruction(text2, at) {
    const mark = text2.indexOf('?>', at + 2);
    if (mark === -1) return -1;
    const end = endOfName(text2, at + 2);
    const target2 = text2.slice(at + 2, end);
    if (target2 === 'xml') {
      if (this.#base + at !== this.#start) this.#malformed('an XML declaration that is not the first', at);
      if (!XML_DECLARATION.test(text2.slice(at, mark + 2)))
        this.#malformed('an XML declaration that is none', at);
    } else if (end !== mark || !isName(text2, at + 2, end) || target2.toLowerCase() === 'xml') {
      this.#malformed('an instruction whose target is no name', at);
    }
    return mark + 2;
  }
  #text(text2, at, end) {
    this.position = this.#base + end;
    if (this.#open.length === 0) {
      if (skipBlanks(text2, at) < end) this.#malformed('text data outside of root node', at);
      return;
    }
    const raw = text2.slice(at, end);
    if (this.#isPlain) {
      this.#tell(raw);
      return;
    }
    const forbidden = raw.indexOf(END_OF_CDATA);
    if (forbidden !== -1) this.#malformed('the string "]]>" is disallowed in char data', at + forbidden);
    this.#tell(contentOf(raw));
  }
  #tell(piece) {
    this.#textLength += piece.length;
    if (this.#textLength > this.limits.maxTextLength) this.refuse('a text that is too long');
    this.handlers.text(piece);
  }
  #limit({ length }) {
    if (length > MAX_MARKUP_LENGTH) this.#refuseAt('markup that is too long', 0);
  }
  #malformed(problem, at) {
    return this.#refuseAt(malformed(problem), at);
  }
};

// src/wire/xml/reader.ts
var ReaderCore = class {
  #failure;
  #repairer;
  #tokenizer;
  constructor(handlers, limits) {
    this.#repairer = new XmlRepairer(limits.maxRepairs);
    this.#tokenizer = new XmlTokenizer(handlers, limits, (problem) => this.refuse(problem));
  }
  get offset() {
    return this.#repairer.toSourceOffset(this.#tokenizer.position);
  }
  get repairs() {
    return this.#repairer.count;
  }
  refuse(problem) {
    throw new WireError(problem, this.offset);
  }
  write(text2) {
    this.#run(() => this.#tokenizer.write(this.#repairer.write(text2)));
  }
  end() {
    this.#run(() => {
      this.#tokenizer.write(this.#repairer.end());
      this.#tokenizer.end();
    });
    this.#failure = ENDED;
  }
  #run(step) {
    if (this.#failure !== void 0) throw this.#failure === ENDED ? new Error(ENDED) : this.#failure;
    try {
      step();
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }
};
var ENDED = 'the XML reader has ended';
function createXmlReader(handlers, limits = DEFAULT_LIMITS) {
  return new ReaderCore(
    {
      open: (name, attributes) => handlers.open(name, recordOf(attributes)),
      text: (text2) => handlers.text(text2),
      close: (name) => handlers.close(name),
    },
    limits,
  );
}
function recordOf(attributes) {
  if (attributes.length === 0) return NO_ATTRIBUTES_BY_NAME;
  const record = /* @__PURE__ */ Object.create(null);
  for (let index = 0; index < attributes.length; index += 2) {
    record[attributes[index] ?? ''] = attributes[index + 1] ?? '';
  }
  return record;
}

// src/wire/xmlrpc/fault.ts
var XmlRpcFault = class _XmlRpcFault extends Error {
  constructor(faultCode, faultString) {
    super(typeof faultCode === 'number' ? `XML-RPC fault ${faultCode}` : 'XML-RPC fault');
    this.faultCode = faultCode;
    this.faultString = faultString;
    this.name = 'XmlRpcFault';
  }
  faultCode;
  faultString;
  /**
   * @param value - what `<fault>` holds: a struct by the specification, from broken peers a bare text
   * @returns `undefined` if it is neither
   */
  static decode(value) {
    if (typeof value === 'string') return new _XmlRpcFault(null, value);
    if (!(value instanceof Map)) return void 0;
    const code = value.get('faultCode');
    const text2 = value.get('faultString');
    return new _XmlRpcFault(
      typeof code === 'number' || typeof code === 'string' ? code : null,
      typeof text2 === 'string' ? text2 : null,
    );
  }
};

// src/wire/base64.ts
var NO_BASE64_DIGIT = /[^A-Za-z0-9+/]/;
var WHITE_SPACE = /[ \t\r\n]+/g;
var BASE64_PADDINGS = /* @__PURE__ */ new Set(['', '=', '==']);
function decodeBase64(text2) {
  const end = text2.search(NO_BASE64_DIGIT);
  const digits = end === -1 ? text2.length : end;
  if (!BASE64_PADDINGS.has(text2.slice(digits))) {
    const compact = text2.replace(WHITE_SPACE, '');
    return compact.length === text2.length ? void 0 : decodeBase64(compact);
  }
  if (digits % 4 === 1) return void 0;
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  Buffer.from(bytes.buffer).write(text2, 'base64');
  return bytes;
}

// src/wire/decode-scalar.ts
var INTEGER = /^[+-]?[0-9]+$/;
var DOUBLE = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
var MAX_INT64_DIGITS = 19;
function decodeFewDigits(text2) {
  if (text2.length === 0 || text2.length > 9) return -1;
  let value = 0;
  for (let index = 0; index < text2.length; index += 1) {
    const digit = text2.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
function decodeInt(text2) {
  const few = decodeFewDigits(text2);
  return few === -1 ? decodeIntOfBits(32, text2) : few;
}
function decodeIntOfBits(bits, text2) {
  const trimmed = text2.trim();
  if (!INTEGER.test(trimmed)) return void 0;
  const value = Number(trimmed);
  const bound = 2 ** (bits - 1);
  return value >= -bound && value < bound ? value + 0 : void 0;
}
function decodeInt64(text2) {
  const trimmed = text2.trim();
  if (!INTEGER.test(trimmed)) return void 0;
  const negative = trimmed.startsWith('-');
  const digits = trimmed.replace(/^[+-]?0*/, '');
  if (digits.length > MAX_INT64_DIGITS) return void 0;
  const value = negative ? -BigInt(digits) : BigInt(digits);
  return BigInt.asIntN(64, value) === value ? value : void 0;
}
function decodeDouble(text2) {
  const trimmed = text2.trim();
  if (!DOUBLE.test(trimmed)) return void 0;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value + 0 : void 0;
}
function decodeBoolean(text2) {
  switch (text2.trim()) {
    case '1':
    case 'true':
      return true;
    case '0':
    case 'false':
      return false;
    default:
      return void 0;
  }
}

// src/wire/xmlrpc/scalar-elements.ts
var decodeNil = (text2) => (text2.trim() === '' ? null : void 0);
var SCALARS = /* @__PURE__ */ new Map([
  ['string', (text2) => text2],
  ['int', decodeInt],
  ['i4', decodeInt],
  ['i1', (text2) => decodeIntOfBits(8, text2)],
  ['i2', (text2) => decodeIntOfBits(16, text2)],
  ['i8', decodeInt64],
  ['bigint', decodeInt64],
  ['boolean', decodeBoolean],
  ['double', decodeDouble],
  ['float', decodeDouble],
  ['dateTime.iso8601', XmlRpcDateTime.decode],
  ['dateTime', XmlRpcDateTime.decode],
  ['base64', decodeBase64],
  ['nil', decodeNil],
]);

// src/wire/xmlrpc/response-builder.ts
var State = {
  document: 0,
  methodResponse: 1,
  params: 2,
  param: 3,
  fault: 4,
  value: 5,
  typedValue: 6,
  scalar: 7,
  struct: 8,
  member: 9,
  namedMember: 10,
  wholeMember: 11,
  name: 12,
  array: 13,
  data: 14,
  wholeArray: 15,
  full: 16,
};
var NEXT = {
  [State.document]: { name: 'methodResponse', opens: State.methodResponse, leaves: State.full },
  [State.methodResponse]: { name: 'params', opens: State.params, leaves: State.full },
  [State.params]: { name: 'param', opens: State.param, leaves: State.full },
  [State.param]: { name: 'value', opens: State.value, leaves: State.full },
  [State.fault]: { name: 'value', opens: State.value, leaves: State.full },
  [State.struct]: { name: 'member', opens: State.member, leaves: State.struct },
  [State.member]: { name: 'name', opens: State.name, leaves: State.namedMember },
  [State.namedMember]: { name: 'value', opens: State.value, leaves: State.wholeMember },
  [State.array]: { name: 'data', opens: State.data, leaves: State.wholeArray },
  [State.data]: { name: 'value', opens: State.value, leaves: State.data },
};
var asText = (text2) => text2;
var PLACED = /* @__PURE__ */ new Set([
  'methodResponse',
  'params',
  'param',
  'fault',
  'value',
  'member',
  'name',
  'data',
]);
function scalarNamed(name) {
  const scalar = SCALARS.get(name) ?? SCALARS.get(name.slice(name.indexOf(':') + 1));
  return scalar ?? (PLACED.has(name) ? void 0 : asText);
}
function isBlank(text2) {
  for (let index = 0; index < text2.length; index += 1) {
    const code = text2.charCodeAt(index);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false;
  }
  return true;
}
var ResponseBuilder = class {
  /** @param refuse - throws, knowing where the parser is */
  constructor(refuse) {
    this.refuse = refuse;
  }
  refuse;
  /** The last value that was complete; in the end, the answer. */
  value = null;
  isFault = false;
  #state = State.document;
  /** What each element around the open one may hold next. */
  #outer = [];
  #text = '';
  #scalar = asText;
  #struct = /* @__PURE__ */ new Map();
  #outerStructs = [];
  /** The members that are open, outermost first. */
  #names = [];
  #list = [];
  #outerLists = [];
  open(name) {
    if (this.#state === State.value) {
      this.#openType(name);
      return;
    }
    const next = NEXT[this.#state];
    if (next?.name === name) this.#enter(next.opens, next.leaves);
    else if (this.#state === State.methodResponse && name === 'fault') {
      this.isFault = true;
      this.#enter(State.fault, State.full);
    } else if (this.#state === State.document) this.refuse('not a methodResponse');
    else this.refuse('an element that has no place there');
  }
  text(piece) {
    switch (this.#state) {
      case State.scalar:
      case State.name:
      case State.value:
        this.#text = this.#text === '' ? piece : this.#text + piece;
        return;
      default:
        if (!isBlank(piece)) this.refuse('text between elements');
    }
  }
  close() {
    const closed = this.#state;
    this.#state = this.#outer.pop() ?? State.full;
    switch (closed) {
      case State.scalar:
        this.#closeScalar();
        break;
      case State.value:
        this.value = this.#text;
        if (this.#state === State.data) this.#list.push(this.value);
        break;
      case State.typedValue:
        if (this.#state === State.data) this.#list.push(this.value);
        break;
      case State.name:
        this.#names.push(this.#text);
        break;
      case State.wholeMember:
        this.#struct.set(this.#names.pop() ?? '', this.value);
        break;
      case State.struct:
        this.value = this.#struct;
        this.#struct = this.#outerStructs.pop() ?? /* @__PURE__ */ new Map();
        break;
      case State.array:
      case State.wholeArray:
        this.value = this.#list;
        this.#list = this.#outerLists.pop() ?? [];
        break;
      case State.member:
        this.refuse('a member without a name');
        break;
      case State.namedMember:
      case State.param:
      case State.fault:
        this.refuse('an element without its value');
    }
  }
  #enter(state, afterwards) {
    this.#outer.push(afterwards);
    this.#state = state;
    this.#text = '';
  }
  #openType(name) {
    if (!isBlank(this.#text)) this.refuse('text beside an element');
    if (name === 'struct') {
      this.#outerStructs.push(this.#struct);
      this.#struct = /* @__PURE__ */ new Map();
      this.#enter(State.struct, State.typedValue);
    } else if (name === 'array') {
      this.#outerLists.push(this.#list);
      this.#list = [];
      this.#enter(State.array, State.typedValue);
    } else {
      this.#scalar = scalarNamed(name) ?? this.refuse('an element that has no place there');
      this.#enter(State.scalar, State.typedValue);
    }
  }
  #closeScalar() {
    const value = this.#scalar(this.#text);
    if (value === void 0) this.refuse('a text that is no value of its type');
    else this.value = value;
  }
};

// src/wire/xmlrpc/decode.ts
var createResponseDecoder = (limits = DEFAULT_LIMITS) => new MethodResponseDecoder(limits);
var MethodResponseDecoder = class {
  #builder;
  #reader;
  constructor(limits) {
    this.#builder = new ResponseBuilder((message) => {
      throw new WireError(`not XML-RPC: ${message}`, this.#reader.offset);
    });
    this.#reader = createXmlReader(this.#builder, limits);
  }
  get repairs() {
    return this.#reader.repairs;
  }
  write(text2) {
    this.#reader.write(text2);
  }
  end() {
    this.#reader.end();
    const { value, isFault } = this.#builder;
    if (!isFault) return value;
    throw XmlRpcFault.decode(value) ?? new WireError('not XML-RPC: a fault that is no struct');
  }
};

// src/wire/integer-range.ts
var isInt32 = (value) => (value | 0) === value;

// src/wire/xmlrpc/decimal-text.ts
function decimalText(value) {
  const text2 = String(value);
  const [mantissa = '', exponentText] = text2.split('e');
  if (exponentText === void 0) return text2;
  const exponent = Number(exponentText);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const digits = whole + fraction;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return sign + digits.padEnd(whole.length + exponent, '0');
}

// src/wire/xmlrpc/plain.ts
function toPlain(value) {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof XmlRpcDateTime) return value.text;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Map) return plainObject(value);
  return Array.isArray(value) ? value.map(toPlain) : null;
}
var plainObject = (struct2) =>
  Object.fromEntries(Array.from(struct2, ([name, member]) => [name, toPlain(member)]));

// src/operation/shape.ts
var int = (description, notes = {}) => ({
  ...notes,
  kind: 'int',
  description,
});
var boolean = (description, notes = {}) => ({
  ...notes,
  kind: 'boolean',
  description,
});
var string = (description, notes = {}) => ({
  ...notes,
  kind: 'string',
  description,
});
var array = (of, description, notes = {}) => ({ ...notes, kind: 'array', of, description });
var struct = (members, description = '', notes = {}) => ({ ...notes, kind: 'struct', members, description });
var key = (shape2) => ({ ...shape2, key: true });
var isKey = (shape2) => 'key' in shape2;

// src/wire/misfit.ts
var Misfit = class _Misfit extends Error {
  constructor(problem, path = '') {
    super(problem);
    this.problem = problem;
    this.path = path;
  }
  problem;
  path;
  /** @param step - `name` or `[index]` */
  static under(step, error) {
    if (error instanceof WireError) return new _Misfit(error.message, step);
    if (!(error instanceof _Misfit)) return error;
    const dot = error.path === '' || error.path.startsWith('[') ? '' : '.';
    return new _Misfit(error.problem, step + dot + error.path);
  }
  /** What the caller gets to see: `limits[2].resource_limit64: not a 64-bit integer`. */
  static toWireError(error) {
    if (!(error instanceof _Misfit)) return error;
    return new WireError(error.path === '' ? error.problem : `${error.path}: ${error.problem}`);
  }
};
var located = (codec) => (value) => {
  try {
    return codec(value);
  } catch (error) {
    throw Misfit.toWireError(error);
  }
};

// src/wire/xmlrpc/wide-name.ts
var wideName = (name) => (name.endsWith('64') ? name : `${name}64`);
var narrowName = (name) => wideName(name).slice(0, -2);

// src/wire/xmlrpc/read-scalar.ts
var DECIMAL = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;
var orMisfit = (problem, read2) => (value) => {
  const output = read2(value);
  if (output === void 0) throw new Misfit(problem);
  return output;
};
function readInt(value) {
  if (typeof value === 'number') return isInt32(value) ? value : void 0;
  if (typeof value === 'string') return decodeInt(value);
  return typeof value === 'bigint' && isInt32(Number(value)) ? Number(value) : void 0;
}
function readInt64(value) {
  if (typeof value === 'string') return decodeInt64(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : void 0;
  return typeof value === 'bigint' ? value : void 0;
}
function readDouble(value) {
  if (typeof value === 'string') return decodeDouble(value);
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : void 0;
}
function readDecimal(value) {
  const text2 = readString(value)?.trim();
  return text2 !== void 0 && DECIMAL.test(text2) ? text2 : void 0;
}
function readBoolean(value) {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' || typeof value === 'number' ? decodeBoolean(String(value)) : void 0;
}
function readString(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimalText(value);
  return typeof value === 'bigint' ? String(value) : void 0;
}
function readDateTime(value) {
  return typeof value === 'string' || value instanceof XmlRpcDateTime ? String(value) : void 0;
}
var readBytes = (value) => (value instanceof Uint8Array ? value : void 0);
var SCALAR_READERS = {
  int: orMisfit('not a 32-bit integer', readInt),
  int64: orMisfit('not a 64-bit integer', readInt64),
  double: orMisfit('not a number', readDouble),
  decimal: orMisfit('not a decimal number', readDecimal),
  boolean: orMisfit('not a boolean', readBoolean),
  string: orMisfit('not a string', readString),
  dateTime: orMisfit('not a date and time', readDateTime),
  bytes: orMisfit('not bytes', readBytes),
};

// src/wire/xmlrpc/shape-reader.ts
function compileReader(result) {
  const read2 = result === null ? () => null : located(readerOf(result));
  return read2;
}
function readerOf(shape2) {
  if (shape2.secret) return () => null;
  switch (shape2.kind) {
    case 'any':
      return toPlain;
    case 'array':
      return arrayReader(readerOf(shape2.of));
    case 'struct':
      return structReader(shape2);
    default:
      return SCALAR_READERS[shape2.kind];
  }
}
function arrayReader(read2) {
  return (value) => {
    if (!Array.isArray(value)) {
      if (value === null || value === '' || (value instanceof Map && value.size === 0)) return [];
      throw new Misfit('not an array');
    }
    const output = new Array(value.length);
    let index = 0;
    try {
      for (; index < value.length; index += 1) output[index] = read2(value[index]);
    } catch (error) {
      throw Misfit.under(`[${index}]`, error);
    }
    return output;
  };
}
function memberReader([name, shape2]) {
  const isTwin = shape2.kind === 'int64' && shape2.twin === true;
  const aliases = shape2.aliases ?? [];
  return {
    name,
    wireName: isTwin ? wideName(name) : name,
    otherNames: isTwin ? [narrowName(name), ...aliases] : aliases,
    read: readerOf(shape2),
    isKey: isKey(shape2),
    takesNil: shape2.kind === 'array',
  };
}
var NO_MEMBERS = /* @__PURE__ */ new Map();
function asStruct(value) {
  if (value instanceof Map) return value;
  if (Array.isArray(value) && value.length === 0) return NO_MEMBERS;
  throw new Misfit('not a struct');
}
function structReader(shape2) {
  const members = Object.entries(shape2.members).map(memberReader);
  const read2 = (struct2) => {
    const output = {};
    for (const member of members) output[member.name] = readMember(struct2, member);
    return output;
  };
  if (shape2.open !== true) return (value) => read2(asStruct(value));
  const named = new Set(members.flatMap(({ wireName, otherNames }) => [wireName, ...otherNames]));
  return (value) => {
    const struct2 = asStruct(value);
    const others = [...struct2].filter(([name]) => !named.has(name));
    return { ...Object.fromEntries(others), ...read2(struct2) };
  };
}
function readMember(struct2, member) {
  let value = struct2.get(member.wireName);
  for (let index = 0; value === void 0 && index < member.otherNames.length; index += 1) {
    value = struct2.get(member.otherNames[index] ?? '');
  }
  if (value === void 0 || (value === null && !member.takesNil)) {
    if (member.isKey) throw new Misfit('missing', member.name);
    return null;
  }
  try {
    return member.read(value);
  } catch (error) {
    throw Misfit.under(member.name, error);
  }
}

// src/wire/xml/charset.ts
import { isUtf8 } from 'node:buffer';

var MAX_DECLARATION_BYTES = 1024;
var GREATER_THAN = 62;
var CHARSET_PARAMETER = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i;
var DECLARED_ENCODING = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;
function rememberingLast(read2) {
  let last = '';
  let found = read2(last);
  return (text2) => {
    if (text2 !== last) {
      found = read2(text2);
      last = text2;
    }
    return found;
  };
}
var hasPrefix = (bytes, ...prefix) => prefix.every((byte, index) => bytes[index] === byte);
var startsDeclaration = (head) => hasPrefix(head, 60, 63, 120, 109, 108);
var idle = /* @__PURE__ */ new Map();
function textDecoder(label) {
  const known = idle.get(label);
  if (known !== void 0) {
    idle.delete(label);
    return known;
  }
  try {
    return new TextDecoder(label.trim(), { fatal: true });
  } catch {
    throw new WireError('an unknown character encoding');
  }
}
function sixteenBit(head) {
  if (hasPrefix(head, 0, 60)) return textDecoder('utf-16be');
  if (hasPrefix(head, 60, 0)) return textDecoder('utf-16le');
  return void 0;
}
function fromMark(head) {
  if (hasPrefix(head, 239, 187, 191)) return textDecoder('utf-8');
  if (hasPrefix(head, 254, 255)) return textDecoder('utf-16be');
  if (hasPrefix(head, 255, 254)) return textDecoder('utf-16le');
  return void 0;
}
function charsetOf(contentType) {
  const match = CHARSET_PARAMETER.exec(contentType);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.toLowerCase();
}
var rememberedCharset = rememberingLast(charsetOf);
var rememberedEncoding = rememberingLast(encodingOf);
function fromHeader(contentType, head) {
  const label = rememberedCharset(contentType);
  if (label === void 0) return void 0;
  const decoder = textDecoder(label);
  return decoder.encoding.startsWith('utf-16') ? (sixteenBit(head) ?? decoder) : decoder;
}
function encodingOf(declaration) {
  const match = DECLARED_ENCODING.exec(declaration);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}
function declaredLabel(head) {
  if (!startsDeclaration(head)) return void 0;
  const length = Math.min(head.indexOf(GREATER_THAN) + 1, MAX_DECLARATION_BYTES);
  return rememberedEncoding(Buffer.from(head.buffer, head.byteOffset, length).toString('latin1'));
}
function fromDeclaration(head) {
  const label = declaredLabel(head);
  if (label === void 0) return void 0;
  const decoder = textDecoder(label);
  return decoder.encoding.startsWith('utf-16') ? void 0 : decoder;
}
function isDecisive(head) {
  if (head.length < 5) return false;
  return !startsDeclaration(head) || head.includes(GREATER_THAN) || head.length >= MAX_DECLARATION_BYTES;
}
function choose(head, contentType) {
  return (
    fromMark(head) ??
    fromHeader(contentType, head) ??
    sixteenBit(head) ??
    fromDeclaration(head) ??
    textDecoder('utf-8')
  );
}
var WINDOWS_1252 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';
function decode(decoder, bytes, stream) {
  let text2;
  try {
    text2 = decoder.decode(bytes, { stream });
  } catch (cause) {
    throw new WireError(`bytes that are not ${decoder.encoding}`, void 0, { cause });
  }
  if (decoder.encoding !== 'windows-1252') return text2;
  return text2.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 128));
}
function contradicting(chosen, head) {
  if (chosen.encoding !== 'utf-8' || declaredLabel(head) === 'utf-8') return void 0;
  if (fromMark(head) !== void 0) return void 0;
  const declared = fromDeclaration(head);
  return declared?.encoding === 'utf-8' ? void 0 : declared;
}
var UndecidedBytes = class {
  constructor(chosen, declared) {
    this.chosen = chosen;
    this.declared = declared;
  }
  chosen;
  declared;
  #kept = [];
  write(chunk) {
    const ascii = this.#kept.length > 0 ? 0 : chunk.findIndex((byte) => byte > 127);
    if (ascii < 0) return decode(this.chosen, chunk, true);
    this.#kept.push(chunk.slice(ascii));
    return ascii === 0 ? '' : decode(this.chosen, chunk.subarray(0, ascii), true);
  }
  end() {
    const bytes = Buffer.concat(this.#kept);
    return isUtf8(bytes) ? decode(this.chosen, bytes, false) : decode(this.declared, bytes, false);
  }
};
function createByteDecoder(contentType = '') {
  let head = new Uint8Array(0);
  let decoder;
  const start = () => {
    decoder = decoderOf(head, contentType);
    return decoder;
  };
  return {
    write(chunk) {
      if (decoder !== void 0) return decoder.write(chunk);
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      return isDecisive(head) ? start().write(head) : '';
    },
    end() {
      if (decoder !== void 0) return decoder.end();
      const late = start();
      return late.write(head) + late.end();
    },
  };
}
function decoderOf(head, contentType) {
  const chosen = choose(head, contentType);
  const declared = contradicting(chosen, head);
  if (declared !== void 0) return new UndecidedBytes(chosen, declared);
  return {
    write: (chunk) => decode(chosen, chunk, true),
    end() {
      const text2 = decode(chosen, void 0, false);
      idle.set(chosen.encoding, chosen);
      return text2;
    },
  };
}

// src/wire/xml/byte-fed.ts
function byteFed(contentType, decoder) {
  const bytes = createByteDecoder(contentType);
  return {
    write(chunk) {
      decoder.write(bytes.write(chunk));
    },
    end() {
      decoder.write(bytes.end());
      return decoder.end();
    },
  };
}

// bench/_d.ts
var serializer = createRequire(import.meta.url)('xmlrpc/lib/serializer.js');
var rows = Array.from({ length: 200 }, (_, index) => ({
  mailbox_id: 4000001 + index,
  login: `user${index}@nordlicht.example`,
  display_name: `Ida Nordlicht ${index} & S\xF6hne`,
  email: `user${index}@nordlicht.example`,
  is_enabled: index % 3 !== 0,
  size: index * 1024,
  status: 'ready',
}));
var body = Buffer.from(serializer.serializeMethodResponse(rows));
var text = body.toString();
var shape = array(
  struct({
    mailbox_id: key(int('')),
    login: string(''),
    display_name: string(''),
    email: string(''),
    is_enabled: boolean(''),
    size: int(''),
    status: string(''),
  }),
  '',
);
var read = compileReader(shape);
var time = (name, f, n = 300) => {
  for (let i = 0; i < n * 2; i++) f();
  let best = Infinity;
  for (let r = 0; r < 10; r++) {
    const t = process.cpuUsage();
    for (let i = 0; i < n; i++) f();
    const d = process.cpuUsage(t);
    best = Math.min(best, (d.user + d.system) / n);
  }
  console.log(name, best.toFixed(0), '\xB5s');
};
console.log(body.length);
time('reader', () => {
  const r = createXmlReader({ open() {}, text() {}, close() {} });
  r.write(text);
  r.end();
});
time('decoder', () => {
  const d = createResponseDecoder();
  d.write(text);
  d.end();
});
time('decoder bytes', () => {
  const d = byteFed('text/xml', createResponseDecoder());
  d.write(body);
  d.end();
});
time('all', () => {
  const d = byteFed('text/xml', createResponseDecoder());
  d.write(body);
  read(d.end());
});
