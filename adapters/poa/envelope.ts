import { WireError } from '../../src/wire/wire-error.js';
import type { XmlRpcStruct, XmlRpcValue } from '../../src/wire/xmlrpc/value.js';

/** What every pem.* and txn.* method answers, with HTTP 200 for failures too. */
export type Envelope =
  | { readonly ok: true; readonly result: XmlRpcValue }
  | { readonly ok: false; readonly failure: XmlRpcStruct };

const MEMBERS = new Set([
  'status',
  'result',
  'error_message',
  'extype_id',
  'module_id',
  'properties',
  'error_code',
]);

/** @throws {@link WireError} on an answer without a status: it comes from something else */
export function readEnvelope(answer: XmlRpcValue): Envelope {
  const status = answer instanceof Map ? toStatus((answer as XmlRpcStruct).get('status')) : null;
  if (status === null) throw new WireError('an answer without a status');
  const envelope = answer as XmlRpcStruct;
  return status === 0
    ? { ok: true, result: envelope.get('result') ?? null }
    : { ok: false, failure: envelope };
}

/**
 * Reads one entry of the results of a batch: an envelope or, on other releases, the bare result. Results have a
 * `status` of their own at times; what has members beside those of an envelope is one of them.
 */
export function readBatchEntry(entry: XmlRpcValue): Envelope {
  const isEnvelope =
    entry instanceof Map &&
    toStatus((entry as XmlRpcStruct).get('status')) !== null &&
    [...(entry as XmlRpcStruct).keys()].every((name) => MEMBERS.has(name));
  return isEnvelope ? readEnvelope(entry) : { ok: true, result: entry };
}

/** As tolerant as every other int: peers send it as i8, and as text with blanks around it. */
function toStatus(value: XmlRpcValue | undefined): number | null {
  if (value === undefined || value === null || typeof value === 'boolean') return null;
  const text = String(value).trim();
  return /^[+-]?\d{1,10}$/.test(text) ? Number(text) : null;
}
