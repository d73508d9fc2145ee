import { readFileSync } from 'node:fs';

/** A method as the vendor's reference prints it; what is in its members' texts, the fixture's head explains. */
export interface PrintedMethod {
  readonly method: string;
  readonly page: number;
  readonly since: string;
  readonly mark: string | undefined;
  /** Every member as `name type` or `[name] type`, those of inner structs behind the one that holds them. */
  readonly takes: readonly string[];
  /** `none`, a scalar's type, or members with what they are in before them: `array of struct`, `struct`. */
  readonly answers: readonly string[];
}

const fixture = new URL('../../../fixtures/poa/reference-2.8.txt', import.meta.url);

const membersOf = (text: string): readonly string[] => (text === 'none' ? [] : text.split(', '));

const answersOf = (text: string): readonly string[] => {
  const [container = '', members] = text.split(': ');
  return members === undefined ? [container] : [container, ...membersOf(members)];
};

function readMethod(block: string): PrintedMethod {
  const [heading = '', body = ''] = block.split(' < ');
  const [takes = '', answers = ''] = body.split(' > ');
  const [method = '', page, since = '', mark] = heading.split(' ');
  return {
    method,
    page: Number(page),
    since: since.replaceAll('-', ' '),
    mark,
    takes: membersOf(takes),
    answers: answersOf(answers),
  };
}

/** All methods that the reference has a heading for, in its order. */
export const readPrintedMethods = (): readonly PrintedMethod[] =>
  readFileSync(fixture, 'utf8')
    .replace(/^#.*$/gm, '')
    .trim()
    // All but headings are indented.
    .split(/\n(?=\S)/)
    .map((block) => readMethod(block.replace(/\s+/g, ' ')));
