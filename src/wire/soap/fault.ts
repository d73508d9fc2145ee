import type { NamespaceHandlers, XmlElement } from '../xml/reader.js';

/** A name with its namespace; `null` where the peer uses a prefix that it has not declared. */
export interface QualifiedName {
  readonly local: string;
  readonly namespace: string | null;
}

/** One element of a fault's detail: a stack trace, the class of an exception, whatever the peer thinks of. */
export interface FaultDetail {
  readonly local: string;
  readonly namespace: string;
  /** All text inside it. */
  readonly text: string;
}

/**
 * A SOAP fault: a server that could not or would not run the call. The message leaves the texts out, since servers
 * quote parameters, paths and SQL in them; they are for the log.
 *
 * @see Simple Object Access Protocol (SOAP) 1.1, section 4.4; SOAP Version 1.2 Part 1, section 5.4
 */
export class SoapFault extends Error {
  constructor(
    /** `Client` and `Server` in SOAP 1.1, `Sender` and `Receiver` in 1.2; broken peers send none. */
    readonly faultCode: QualifiedName | null,
    /** Written for people; `null` if there is none. */
    readonly faultString: string | null,
    readonly detail: readonly FaultDetail[] = [],
  ) {
    super('SOAP fault');
    this.name = 'SoapFault';
  }
}

/**
 * Collects a fault while the parser walks through it: the handlers take what is inside `Fault`, not the element
 * itself. Both versions, the members under any prefix or none, in any order; what else there is, is passed over.
 */
export class FaultReader implements NamespaceHandlers {
  #depth = 0;
  /** The member of the fault that is open. */
  #member = '';
  #text = '';
  #code: QualifiedName | null = null;
  #reason: string | null = null;
  readonly #detail: FaultDetail[] = [];

  /** @param resolve - the namespace of a prefix, at the element that is being closed */
  constructor(private readonly resolve: (prefix: string) => string | undefined) {}

  get fault(): SoapFault {
    return new SoapFault(this.#code, this.#reason, this.#detail);
  }

  open(element: XmlElement): void {
    this.#depth += 1;
    if (this.#depth === 1) this.#member = element.local;
    if (this.#depth <= 2) this.#text = '';
  }

  text(piece: string): void {
    this.#text += piece;
  }

  close(element: XmlElement): void {
    if (this.#depth === 1) this.#closeMember();
    else if (this.#depth === 2) this.#closeChild(element);
    this.#depth -= 1;
  }

  #closeMember(): void {
    if (this.#member === 'faultcode') this.#code ??= this.#qualifiedName(this.#text);
    else if (this.#member === 'faultstring') this.#reason ??= this.#text;
  }

  #closeChild({ local, uri }: XmlElement): void {
    switch (this.#member) {
      case 'Code':
        if (local === 'Value') this.#code ??= this.#qualifiedName(this.#text);
        return;
      case 'Reason':
        if (local === 'Text') this.#reason ??= this.#text;
        return;
      case 'detail':
      case 'Detail':
        this.#detail.push({ local, namespace: uri, text: this.#text });
    }
  }

  #qualifiedName(text: string): QualifiedName | null {
    const name = text.trim();
    if (name === '') return null;
    const colon = name.indexOf(':');
    return {
      local: name.slice(colon + 1),
      namespace: this.resolve(colon < 0 ? '' : name.slice(0, colon)) ?? null,
    };
  }
}
