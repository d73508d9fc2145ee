import { attributeValueOf } from './content.js';
import { endOfName, isBlankCode, isName, skipBlanks } from './names.js';

/** Names and values in turn, in the order of the document; each name once. */
export type Attributes = readonly string[];
export const NO_ATTRIBUTES: Attributes = [];

/** Far above what any peer writes; each costs an object before the first handler is called. */
const MAX_ATTRIBUTES = 256;

/** A start tag that has been read, or as much of it as is there. */
export interface StartTag {
  name: string;
  attributes: Attributes;
  isEmpty: boolean;
  /** Behind its `>`; -1: the text ends inside it. */
  end: number;
}

/** What is said of a text that is no XML; never what it holds. */
export const malformed = (problem: string): string => `not well-formed XML: ${problem}`;

/** Throws, knowing where the tokenizer is. */
export type Refuse = (problem: string, at: number) => never;

const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;

/**
 * Reads a start tag into `tag`, which is used again for the next one.
 *
 * @param start - of its `<`
 */
export function readStartTag(text: string, start: number, tag: StartTag, refuse: Refuse): void {
  tag.end = -1;
  let at = endOfName(text, start + 1);
  if (at === text.length) {
    if (at > start + 1) checkName(text, start + 1, at, refuse);
    return;
  }
  checkName(text, start + 1, at, refuse);
  tag.name = text.slice(start + 1, at);
  tag.attributes = NO_ATTRIBUTES;
  let attributes: string[] | undefined;
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
function readAttribute(text: string, start: number, attributes: string[], refuse: Refuse): number {
  const endOfIt = endOfName(text, start);
  if (endOfIt === text.length) return -1;
  checkName(text, start, endOfIt, refuse);
  const equals = skipBlanks(text, endOfIt);
  if (equals === text.length) return -1;
  if (text.charCodeAt(equals) !== EQUALS) refuse(malformed('an attribute without a value'), equals);
  const open = skipBlanks(text, equals + 1);
  if (open === text.length) return -1;
  const quote = text[open];
  if (quote !== '"' && quote !== "'") refuse(malformed('an attribute without quotes'), open);
  const close = text.indexOf(quote, open + 1);
  const raw = text.slice(open + 1, close === -1 ? text.length : close);
  const less = raw.indexOf('<');
  if (less !== -1) refuse(malformed('a "<" in an attribute'), open + 1 + less);
  if (close === -1) return -1;
  if (attributes.length === 2 * MAX_ATTRIBUTES) refuse('too many attributes in one element', endOfIt);
  const name = text.slice(start, endOfIt);
  for (let index = 0; index < attributes.length; index += 2) {
    if (attributes[index] === name) refuse(malformed('duplicate attribute'), endOfIt);
  }
  attributes.push(name, attributeValueOf(raw));
  return close + 1;
}

function checkName(text: string, start: number, end: number, refuse: Refuse): void {
  if (!isName(text, start, end)) refuse(malformed('a tag or an attribute whose name is none'), end);
}
