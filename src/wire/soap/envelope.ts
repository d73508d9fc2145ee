import { DEFAULT_LIMITS, type WireLimits } from '../limits.js';
import { WireError } from '../wire-error.js';
import {
  createNamespaceReader,
  type NamespaceHandlers,
  type NamespaceReader,
  type XmlElement,
} from '../xml/reader.js';
import { FaultReader } from './fault.js';
import { isSoapNamespace } from './namespaces.js';

/** Text in by chunks; what stands in the body goes to the handlers that it was made with. */
export interface EnvelopeReader {
  /** @throws {@link WireError} as soon as the text cannot become an envelope any more, and what the handlers throw */
  write(text: string): void;
  /**
   * @throws {@link SoapFault} if the body holds one
   * @throws {@link WireError} if the envelope is not complete
   */
  end(): void;
  /** UTF-16 units of the source read so far. */
  readonly offset: number;
  /** Offences against XML that were mended. */
  readonly repairs: number;
  /** The namespace that a prefix stands for; only to be asked while a handler for `open` or `close` runs. */
  resolve(prefix: string): string | undefined;
}

/**
 * Reads a SOAP answer while it arrives: passes over the header, which gateways fill with addressing, keeps a fault for
 * `end`, and hands over everything else in the body.
 *
 * @param body - told of the children of `Body`, one or several, and all inside them
 * @see Simple Object Access Protocol (SOAP) 1.1, section 4
 */
export function createEnvelopeReader(
  body: NamespaceHandlers,
  limits: WireLimits = DEFAULT_LIMITS,
): EnvelopeReader {
  let depth = 0;
  let insideBody = false;
  let bodies = 0;
  let fault: FaultReader | null = null;
  /** Whom the child of the body that is open concerns. */
  let current: NamespaceHandlers = body;

  const reader: NamespaceReader = createNamespaceReader(
    {
      open(element) {
        depth += 1;
        if (depth === 1) requireEnvelope(element, reader.offset);
        else if (depth === 2) enterPart(element);
        else if (insideBody) openInBody(element);
      },
      text(piece) {
        if (insideBody && depth > 2) current.text(piece);
      },
      close(element) {
        if (insideBody && depth > 2 && !(depth === 3 && current === fault)) current.close(element);
        else if (depth === 2) insideBody = false;
        depth -= 1;
      },
    },
    limits,
  );

  function enterPart(element: XmlElement): void {
    insideBody = element.local === 'Body' && isSoapNamespace(element.uri);
    if (insideBody && ++bodies > 1) throw new WireError('not SOAP: two bodies', reader.offset);
  }

  function openInBody(element: XmlElement): void {
    if (depth > 3) {
      current.open(element);
    } else if (element.local === 'Fault' && isSoapNamespace(element.uri)) {
      fault = new FaultReader((prefix) => reader.resolve(prefix));
      current = fault;
    } else {
      current = body;
      body.open(element);
    }
  }

  return {
    write: (text) => reader.write(text),
    end() {
      reader.end();
      if (bodies === 0) throw new WireError('not SOAP: an envelope without a body');
      if (fault !== null) throw fault.fault;
    },
    get offset() {
      return reader.offset;
    },
    get repairs() {
      return reader.repairs;
    },
    resolve: (prefix) => reader.resolve(prefix),
  };
}

function requireEnvelope({ local, uri }: XmlElement, offset: number): void {
  if (local !== 'Envelope' || !isSoapNamespace(uri)) throw new WireError('not a SOAP envelope', offset);
}
