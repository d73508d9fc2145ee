import { escapeAttribute, escapeText } from '../../xml/escape.js';
import type { XmlAttribute, XmlElement } from '../../xml/reader.js';

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** A member that its record's shape does not name, kept so that the record can be written back whole. */
export class RawMember {
  constructor(
    /** Its elements, to be written where the namespace of the record is the default one. */
    readonly xml: string,
    /** The member of the shape that it stood behind; empty for one before all of them. */
    readonly after: string,
  ) {}
}

/**
 * Writes an element down while it is read: the same content, with prefixes of its own, so that it means the same in
 * another document. Comments and processing instructions say nothing and are left out.
 */
export class RawWriter {
  #xml = '';
  readonly #uris: string[];

  /**
   * @param uri - the default namespace of the place it will be written to
   * @param resolve - what a prefix stands for, where the parser is
   */
  constructor(
    uri: string,
    private readonly resolve: (prefix: string) => string | undefined,
  ) {
    this.#uris = [uri];
  }

  get xml(): string {
    return this.#xml;
  }

  /** Whether all that was opened is closed. */
  get isComplete(): boolean {
    return this.#uris.length === 1;
  }

  open({ local, uri, ownAttributes }: XmlElement): void {
    const declaration = uri === this.#uris.at(-1) ? '' : ` xmlns="${escapeAttribute(uri)}"`;
    const written = ownAttributes.map((attribute, index) => this.#attribute(attribute, `n${index}`));
    this.#xml += `<${local}${declaration}${written.join('')}>`;
    this.#uris.push(uri);
  }

  text(piece: string): void {
    this.#xml += escapeText(piece);
  }

  close({ local }: XmlElement): void {
    this.#xml += `</${local}>`;
    this.#uris.pop();
  }

  #attribute({ local, uri, value }: XmlAttribute, prefix: string): string {
    if (uri === '') return ` ${local}="${escapeAttribute(value)}"`;
    const declared = ` xmlns:${prefix}="${escapeAttribute(uri)}"`;
    if (uri !== SCHEMA_INSTANCE || local !== 'type') {
      return `${declared} ${prefix}:${local}="${escapeAttribute(value)}"`;
    }
    // The name of a type is written with a prefix, too.
    const [, typePrefix = '', typeName = value] = /^\s*(?:([^:\s]*):)?([^:\s]*)\s*$/.exec(value) ?? [];
    const typeUri = escapeAttribute(this.resolve(typePrefix) ?? '');
    if (typeUri === '') return `${declared} ${prefix}:type="${escapeAttribute(typeName)}"`;
    return `${declared} xmlns:${prefix}t="${typeUri}" ${prefix}:type="${prefix}t:${escapeAttribute(typeName)}"`;
  }
}
