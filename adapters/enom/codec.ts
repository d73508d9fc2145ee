import type { PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import {
  compileDecoder,
  compileForm,
  type DecoderOptions,
  isResultShape,
  type ResponseDecoder,
} from '../../src/wire/httpxml/index.js';

/** Parameters to fields of a form, answers to records, by the shapes of an operation. */
export interface OperationCodec {
  /** Empty where the operation takes no parameters. */
  encode(params: PanelCall['params']): string;
  createDecoder(options: DecoderOptions): ResponseDecoder<unknown>;
}

const compiled = new Map<AnyOperation, OperationCodec>();

/** Made once an operation: all servers of the service speak alike. */
export function codecOf(operation: AnyOperation): OperationCodec {
  const known = compiled.get(operation);
  if (known !== undefined) return known;
  const { method, result } = operation;
  if (!isResultShape(result)) throw new Error(`The result of ${method} is no struct.`);
  const made: OperationCodec = {
    // A struct of parameters is a record, whichever operation's it is.
    encode: compileForm(operation.params) as OperationCodec['encode'],
    createDecoder: compileDecoder(result),
  };
  compiled.set(operation, made);
  return made;
}
