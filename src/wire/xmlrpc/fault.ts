import type { XmlRpcValue } from './value.js';

/**
 * The answer `<fault>`: a server that could not or would not run the call. The message leaves the texts
 * out, since servers quote parameters in them.
 *
 * @see XML-RPC Specification, "Fault example"
 */
export class XmlRpcFault extends Error {
  constructor(
    /** An int by the specification; some peers send a text, broken ones none. */
    readonly faultCode: number | string | null,
    /** Written for people; broken peers send none. */
    readonly faultString: string | null,
  ) {
    super(typeof faultCode === 'number' ? `XML-RPC fault ${faultCode}` : 'XML-RPC fault');
    this.name = 'XmlRpcFault';
  }

  /**
   * @param value - what `<fault>` holds: a struct by the specification, from broken peers a bare text
   * @returns `undefined` if it is neither
   */
  static decode(value: XmlRpcValue): XmlRpcFault | undefined {
    if (typeof value === 'string') return new XmlRpcFault(null, value);
    if (!(value instanceof Map)) return undefined;
    const code: unknown = value.get('faultCode');
    const text: unknown = value.get('faultString');
    return new XmlRpcFault(
      typeof code === 'number' || typeof code === 'string' ? code : null,
      typeof text === 'string' ? text : null,
    );
  }
}
