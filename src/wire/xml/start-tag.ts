import { attributeValueOf } from './content.js';
import { NO_NAME, nameAt, readName, type XmlName } from './known-names.js';
import { endOfName, isBlankCode, isName, skipBlanks } from './names.js';

/** As it is written, its value apart, which is what it stands for. */
export interface WrittenAttribute {
  readonly name: XmlName;
  readonly value: string;
}

/** In the order of the document; each name once. */
export type Attributes = readonly WrittenAttribute[];
export const NO_ATTRIBUTES: Attributes = [];

/** Far above what any peer writes; each costs an object before the first handler is called. */
const MAX_ATTRIBUTES = 256;

/** A start tag that has been read, or as much of it as is there. */
export class StartTag {
  name: XmlName = NO_NAME;
  attributes: Attributes = NO_ATTRIBUTES;
  isEmpty = false;
  /** Behind its `>`; -1: the text ends inside it. */
  end = 0;
}

/** What is said of a text that is no XML; never what it holds. */
export const malformed = (problem: string): string => `not well-formed XML: ${problem}`;

/** Throws, knowing where the tokenizer is. */
export type Refuse = (problem: string, at: number) => never;

const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const LESS = 0x3c;
const AMPERSAND = 0x26;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/**
 * Reads a start tag into `tag`, which is used again for the next one.
 *
 * @param start - of its `<`
 */
export function readStartTag(text: string, start: number, tag: StartTag, refuse: Refuse): void {
  tag.end = -1;
  const name = readName(text, start + 1, tag.name);
  if (name === undefined) {
    const end = endOfName(text, start + 1);
    if (end > start + 1 || end < text.length) checkName(text, start + 1, end, refuse);
    return;
  }
  tag.name = name;
  tag.attributes = NO_ATTRIBUTES;
  let at = start + 1 + name.text.length;
  let attributes: WrittenAttribute[] | undefined;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === GREATER) {
      finish(tag, false, at + 1);
      return;
    }
    if (code === SLASH) {
      if (at + 1 === text.length) return;
      if (text.charCodeAt(at + 1) !== GREATER) refuse(malformed('a slash inside a tag'), at);
      finish(tag, true, at + 2);
      return;
    }
    if (!isBlankCode(code)) refuse(malformed('a character that has no place in a tag'), at);
    at = skipBlanks(text, at);
    if (at === text.length) return;
    const next = text.charCodeAt(at);
    if (next === GREATER || next === SLASH) continue;
    if (attributes === undefined) {
      attributes = [];
      tag.attributes = attributes;
    }
    at = readAttribute(text, at, attributes, refuse);
    if (at === -1 || at === text.length) return;
  }
}

function finish(tag: StartTag, isEmpty: boolean, end: number): void {
  tag.isEmpty = isEmpty;
  tag.end = end;
}

/** @returns behind its closing quote; -1 where the text ends before that */
function readAttribute(text: string, start: number, attributes: WrittenAttribute[], refuse: Refuse): number {
  const name = nameAt(text, start);
  if (name === undefined) {
    const end = endOfName(text, start);
    if (end < text.length) checkName(text, start, end, refuse);
    return -1;
  }
  const endOfIt = start + name.text.length;
  const equals = skipBlanks(text, endOfIt);
  if (equals === text.length) return -1;
  if (text.charCodeAt(equals) !== EQUALS) refuse(malformed('an attribute without a value'), equals);
  const open = skipBlanks(text, equals + 1);
  if (open === text.length) return -1;
  const quote = text.charCodeAt(open);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)
    refuse(malformed('an attribute without quotes'), open);
  let isPlain = true;
  let close = open + 1;
  for (; ; close += 1) {
    if (close === text.length) return -1;
    const code = text.charCodeAt(close);
    if (code === quote) break;
    if (code === LESS) refuse(malformed('a "<" in an attribute'), close);
    if (code === AMPERSAND || code < SPACE) isPlain = false;
  }
  if (attributes.length === MAX_ATTRIBUTES) refuse('too many attributes in one element', endOfIt);
  for (const other of attributes) {
    if (other.name.text === name.text) refuse(malformed('duplicate attribute'), endOfIt);
  }
  const raw = text.slice(open + 1, close);
  attributes.push({ name, value: isPlain ? raw : attributeValueOf(raw) });
  return close + 1;
}

function checkName(text: string, start: number, end: number, refuse: Refuse): void {
  if (!isName(text, start, end)) refuse(malformed('a tag or an attribute whose name is none'), end);
}
