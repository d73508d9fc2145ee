/** The part of `sax` (installed with `soap`, without types) that the simulator reads requests with. */
declare module 'sax' {
  export interface SaxAttribute {
    readonly name: string;
    readonly value: string;
    readonly local: string;
    readonly uri: unknown;
  }
  export interface SaxTag {
    readonly name: string;
    readonly local: string;
    /** A string, except for prefixes named like members of `Object.prototype`. */
    readonly uri: unknown;
    /** Prefixes in scope; inherits from the outer elements' and, at last, from `Object.prototype`. */
    readonly ns: Readonly<Record<string, unknown>>;
  }
  export interface SaxParser {
    /** Counted from 0, both. */
    line: number;
    column: number;
    position: number;
    /** Where the tag that was begun last begins, counted from 1. */
    startTagPosition: number;
    onerror: (error: Error) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (text: string) => void;
    onprocessinginstruction: (instruction: { readonly name: string }) => void;
    onopentagstart: (tag: unknown) => void;
    /** Follows `onopentagstart` and comes before `onopentag`, once an attribute, declarations included. */
    onattribute: (attribute: SaxAttribute) => void;
    onopentag: (tag: SaxTag) => void;
    onclosetag: (name: string) => void;
    write(text: string): SaxParser;
    close(): SaxParser;
  }
  const sax: {
    parser(strict: boolean, options: { xmlns: boolean; strictEntities: boolean }): SaxParser;
  };
  export default sax;
}
