import type { PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { secretsOf } from '../../src/operation/secrets.js';
import { optional, type StructShape, string } from '../../src/operation/shape.js';
import { arrayXml, memberHead, methodCallXml, stringXml, structXml } from '../../src/wire/xmlrpc/encode.js';
import { compileEncoder, type ShapeEncoderSettings } from '../../src/wire/xmlrpc/shape-encoder.js';
import { compileReader } from '../../src/wire/xmlrpc/shape-reader.js';
import type { XmlRpcStruct, XmlRpcValue } from '../../src/wire/xmlrpc/value.js';
import type { PoaSettings } from './config.js';
import { batchRequest, getAccountInfo } from './operations/index.js';

/** Calls to XML, results to records, by the shapes of their operations. */
export interface PoaCodec {
  encodeCall(call: PanelCall): string;
  /** One pem.batchRequest of all calls: a param each, no array around them. */
  encodeBatch(calls: readonly PanelCall[]): string;
  encodeListMethods(): string;
  /** @throws {@link WireError} when it is not what the operation answers */
  readResult(call: PanelCall, result: XmlRpcValue): unknown;
  secretsOf(call: PanelCall): readonly string[];
}

/** What `batchRequest` takes, which its shape cannot say: calls with shapes of their own. */
interface BatchParams {
  readonly request_id?: string;
  readonly calls: readonly PanelCall[];
}

function callSecrets({ operation, params }: PanelCall): readonly string[] {
  return operation === batchRequest
    ? (params as unknown as BatchParams).calls.flatMap(callSecrets)
    : secretsOf(operation.params, params);
}

/** Lists come bare; some servers put them into a struct that holds nothing else. */
function unwrapped(operation: AnyOperation, result: XmlRpcValue): XmlRpcValue {
  if (operation.result?.kind !== 'array' || !(result instanceof Map) || result.size !== 1) return result;
  const [only] = (result as XmlRpcStruct).values();
  return Array.isArray(only) ? only : result;
}

/** Every method takes the transaction that it belongs to as one more member of its struct. */
const withTransaction = (params: StructShape): StructShape => ({
  ...params,
  members: { txn_id: optional(string('Transaction.')), ...params.members },
});

interface OperationCodec {
  encode(params: PanelCall['params']): string;
  read(result: XmlRpcValue): unknown;
}

/** Made per instance: installations differ in how they want numbers. */
export function createPoaCodec({ accountIdWireType, bigintWireType }: PoaSettings): PoaCodec {
  const compiled = new Map<AnyOperation, OperationCodec>();

  function codecOf(operation: AnyOperation): OperationCodec {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const settings: ShapeEncoderSettings = {
      int64: bigintWireType,
      intsAsStrings:
        operation.method === getAccountInfo.method && accountIdWireType === 'string' ? ['account_id'] : [],
    };
    const made: OperationCodec = {
      encode: compileEncoder(withTransaction(operation.params), settings) as OperationCodec['encode'],
      read: compileReader(operation.result),
    };
    compiled.set(operation, made);
    return made;
  }

  const encodeParams = ({ operation, params }: PanelCall): string => codecOf(operation).encode(params);

  const encodeOperation = (call: PanelCall): string =>
    structXml(
      `${memberHead('operation')}${stringXml(call.operation.method)}</member>` +
        `${memberHead('parameters')}${arrayXml(encodeParams(call))}</member>`,
    );

  /** The id of the request stands alone, before the operations it is for. */
  const encodeBatch = (calls: readonly PanelCall[], requestId?: string): string => {
    const named =
      requestId === undefined
        ? []
        : [structXml(`${memberHead('request_id')}${stringXml(requestId)}</member>`)];
    return methodCallXml(batchRequest.method, [...named, ...calls.map(encodeOperation)]);
  };

  return {
    encodeCall: (call) => {
      if (call.operation === batchRequest) {
        const { calls, request_id: requestId } = call.params as unknown as BatchParams;
        return encodeBatch(calls, requestId);
      }
      // Every method takes one struct; one without parameters takes an empty one.
      return methodCallXml(call.operation.method, [encodeParams(call)]);
    },
    encodeBatch,
    encodeListMethods: () => methodCallXml('system.listMethods', []),
    readResult: ({ operation }, result) => codecOf(operation).read(unwrapped(operation, result)),
    secretsOf: callSecrets,
  };
}
