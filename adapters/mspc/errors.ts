import {
  BackendFaultError,
  BackendProtocolError,
  BackendUnavailableError,
  type CallOrigin,
} from '../../src/errors/index.js';
import { SoapFault } from '../../src/wire/soap/fault.js';
import { isSoapNamespace } from '../../src/wire/soap/namespaces.js';
import type { WireError } from '../../src/wire/wire-error.js';

/** A fault as an error, with its code. Its text stays out: it is made of exceptions, with paths and SQL in them. */
export class MspcFaultError extends BackendFaultError {
  readonly fault: SoapFault;

  constructor({ faultCode }: SoapFault, origin: CallOrigin) {
    const fault = new SoapFault(faultCode, null);
    super(
      `Backend ${origin.backend} refused ${origin.method}.`,
      origin,
      { ...origin, code: fault.faultCode?.local ?? null, message: null },
      { cause: fault },
    );
    this.fault = fault;
  }

  /**
   * Whether the server found fault with the call itself rather than with what it asks for: it knows no such method, or
   * could not read the request. The newest servers have a code of their own for the former.
   *
   * @see SOAP 1.1, section 4.4.1; SOAP 1.2 Part 1, section 5.4.6
   */
  get blamesCaller(): boolean {
    const { local = '', namespace = null } = this.fault.faultCode ?? {};
    if (local === 'ActionNotSupported') return true;
    const isStandard = namespace === null || isSoapNamespace(namespace);
    return isStandard && /^(?:Client|Sender)(?:\.|$)/.test(local);
  }
}

/** A status that says that the server has nothing in the place that was asked, or nothing that can be called. */
export class PlaceMissingError extends BackendProtocolError {}

/** The error of an answer that is no SOAP; the panel tells a wrong login by the status alone. */
export function statusError(status: number, origin: CallOrigin): Error {
  const { backend } = origin;
  if (status === 401 || status === 403) {
    const native = { ...origin, code: `HTTP ${status}`, message: null };
    return new BackendFaultError(`Backend ${backend} refused the gateway’s login.`, origin, native);
  }
  const message = `Backend ${backend} answered with HTTP ${status}.`;
  if (status === 404 || status === 405) return new PlaceMissingError(message, origin);
  return status >= 500
    ? new BackendUnavailableError(message, origin)
    : new BackendProtocolError(message, origin);
}

export const protocolError = (error: WireError, origin: CallOrigin): BackendProtocolError =>
  new BackendProtocolError(
    `Backend ${origin.backend} answered ${origin.method} with something that is no valid answer: ${error.message}.`,
    origin,
    { cause: error },
  );

/** One record among others that cannot be read. */
export const recordError = (error: Error, origin: CallOrigin): BackendProtocolError =>
  new BackendProtocolError(
    `Backend ${origin.backend} answered ${origin.method} with a record that cannot be read: ${error.message}.`,
    origin,
    { cause: error },
  );
