import type { XmlElement } from './xml-element.js';

/**
 * A type as the server's serialiser knows it: how an element becomes a value and a value an element.
 * Declared with methods, so that a `Kind<string>` is also a `Kind<unknown>`.
 */
export interface Kind<T> {
  /** What a member holds that the request left out. */
  readonly absent: T;
  /** @throws SoapFault (Client) where the text is none of this type. */
  read(element: XmlElement): T;
  /** The whole element, or `''` where a null leaves it out. */
  write(name: string, value: T): string;
}

export type Members = Readonly<Record<string, Kind<unknown>>>;

/** The object that the members describe. */
export type ValuesOf<M extends Members> = {
  readonly [K in keyof M]: M[K] extends Kind<infer T> ? T : never;
};
