import { BackendFaultError, type CallOrigin } from '../../src/errors/index.js';
import { XmlRpcFault } from '../../src/wire/xmlrpc/fault.js';

/** A fault of XML-RPC itself: the call was not dispatched. Its text may quote the call, so callers never see it. */
export class XmlRpcFaultError extends BackendFaultError {
  /** @param keepText - for the log; not where the call, or an earlier one of its transaction, holds secrets */
  constructor({ faultCode, faultString }: XmlRpcFault, origin: CallOrigin, keepText: boolean) {
    super(
      `Backend ${origin.backend} did not run ${origin.method}.`,
      origin,
      { ...origin, code: faultCode === null ? null : `fault ${faultCode}`, message: null },
      { cause: new XmlRpcFault(faultCode, keepText ? faultString : null) },
    );
  }
}
