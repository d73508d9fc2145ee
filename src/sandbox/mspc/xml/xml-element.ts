/** One element of a request. */
export interface XmlElement {
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly {
    readonly local: string;
    readonly namespace: string;
    readonly value: string;
  }[];
  readonly children: readonly XmlElement[];
  /** Character data and CDATA sections directly inside, joined; entities resolved. */
  readonly text: string;
  /** Where the start tag ended, as .NET's messages count: lines and columns from 1. */
  readonly line: number;
  readonly column: number;
}
