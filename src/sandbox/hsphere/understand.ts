import type { SimulatedRequest } from '../listener.js';
import { ACTIONS } from './actions.js';
import { Arguments } from './axis/arguments.js';
import { bindParameters } from './axis/bind.js';
import { decodeText } from './axis/charset.js';
import { readEnvelope } from './axis/envelope.js';
import { AxisFault, saxException, unknownOperation } from './axis/fault.js';
import { readXml } from './axis/read-xml.js';
import { requireService } from './axis/routing.js';
import { JAVA_RESULTS, type Reply } from './axis/write-reply.js';
import { authenticate } from './identity.js';
import { recordedParameters } from './recorded-parameters.js';
import type { HsphereState } from './state.js';

/** Real envelopes stay below 20 KB. */
const MAX_REQUEST_BYTES = 1024 * 1024;

/** A call whose parameters fit and whose password is right. */
export interface UnderstoodAction {
  readonly action: string;
  /** Of the request's operation; the reply repeats it. */
  readonly namespace: string;
  /** For the record of calls, without secrets. */
  readonly recorded: Record<string, unknown>;
  /** @throws {@link AxisFault} for what the panel refuses */
  run(): Reply;
}

/**
 * Reads a POST as far as Axis does before it invokes the method, and checks the password.
 *
 * @throws {@link AxisFault} for all that does not come so far
 */
export function understandAction(request: SimulatedRequest, state: HsphereState): UnderstoodAction {
  if (request.headers.soapaction === undefined) {
    throw new AxisFault('axis:Client.NoSOAPAction', 'no SOAPAction header!');
  }
  if (request.body.length > MAX_REQUEST_BYTES) {
    throw saxException('The document is larger than this server takes.');
  }
  const text = decodeText(request.body, request.headers['content-type']);
  const { operation, references } = readEnvelope(readXml(text));
  requireService(request.path, operation);
  const action = ACTIONS.get(operation.local);
  if (action === undefined) throw unknownOperation(operation.local);
  const { signature, values } = bindParameters(
    operation,
    action.forms,
    references,
    JAVA_RESULTS[action.result],
  );
  const parameters = new Arguments(values);
  const carriesToken = signature.some(([name]) => name === 'at');
  const caller = carriesToken ? authenticate(state, parameters.bean('at')) : undefined;
  return {
    action: operation.local,
    namespace: operation.namespace,
    recorded: recordedParameters(values),
    run: () => action.run({ state, parameters, caller }),
  };
}
