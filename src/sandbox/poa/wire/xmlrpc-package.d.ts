/** The parts of the `xmlrpc` package that the simulator stands on; the package ships no types. */

declare module 'xmlrpc/lib/deserializer.js' {
  /** What `pipe` feeds: a sax stream, which parses within `end`. */
  interface Sink {
    end(text: string): unknown;
  }
  interface Source {
    setEncoding(encoding: string): unknown;
    on(event: string, listener: (error: Error) => void): unknown;
    pipe(sink: Sink): unknown;
  }
  export default class Deserializer {
    protected readonly stack: unknown[];
    protected readonly marks: number[];
    /** Whether the open `<value>` has had no typed child yet. */
    protected value: boolean;
    protected push(value: unknown): void;
    protected endInt(data: string): void;
    protected endDouble(data: string): void;
    protected endStruct(data: string): void;
    deserializeMethodCall(
      source: Source,
      callback: (error: unknown, method: string, params: unknown[]) => void,
    ): void;
  }
}

declare module 'xmlrpc/lib/serializer.js' {
  const serializer: {
    serializeMethodResponse(value: unknown): string;
    serializeFault(fault: { faultCode: number; faultString: unknown }): string;
  };
  export default serializer;
}

declare module 'xmlrpc/lib/customtype.js' {
  /** Writes `raw` as escaped text in an element named `tagName`. */
  export default class CustomType {
    tagName: string;
    constructor(raw: string);
  }
}
