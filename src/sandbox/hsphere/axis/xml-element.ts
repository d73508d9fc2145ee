export interface QualifiedName {
  readonly namespace: string;
  readonly local: string;
}

/** One element of a request. */
export interface XmlElement extends QualifiedName {
  readonly children: readonly XmlElement[];
  /** All character data directly inside, in one piece. */
  readonly text: string;
  attribute(namespace: string, local: string): string | undefined;
  /** Resolves a name such as `xsd:long` by the prefixes in scope here; `undefined` if its prefix is not bound. */
  resolve(name: string): QualifiedName | undefined;
}

/** True if the text is empty but for the four characters that XML calls white space; U+00A0 is none of them. */
export const isBlank = (text: string): boolean => /^[\t\n\r ]*$/.test(text);
