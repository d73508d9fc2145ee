import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { ConfigError } from './config-error.js';

/**
 * Reads a YAML file, of which JSON is a part.
 *
 * @returns its one document as plain values; an empty file is an empty map
 * @throws {@link ConfigError} with line and column. The parser's own messages are not passed on: they quote the
 *   file, and what breaks YAML is often a password that should have stood in quotes.
 */
export function readYaml(file: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter, prettyErrors: false });
  const flaws = [...document.errors, ...document.warnings].map(({ code, pos: [offset] }) => {
    const { line, col } = lineCounter.linePos(offset);
    return {
      path: '',
      message: `${file}, line ${line}, column ${col}: ${FLAWS[code] ?? NOT_YAML} (${code})`,
    };
  });
  if (flaws.length > 0) throw new ConfigError(flaws);
  try {
    return document.toJS() ?? {};
  } catch {
    throw new ConfigError([
      { path: '', message: `${file}: refers to an anchor (*name) that it does not have` },
    ]);
  }
}

const NOT_YAML = 'is not valid YAML; text with special characters has to stand in quotes';

const FLAWS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'sets the same key a second time',
  TAB_AS_INDENT: 'is indented with a tab; YAML takes blanks',
  MULTIPLE_DOCS: 'begins a second document',
  TAG_RESOLVE_FAILED: 'has a tag (!name) that means nothing here',
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ConfigError([{ path: '', message: `${file} cannot be read (${reason})` }]);
  }
}
