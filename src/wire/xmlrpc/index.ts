export { XmlRpcDateTime } from './date-time.js';
export { createResponseDecoder, decodeMethodResponse, type ResponseDecoder } from './decode.js';
export {
  arrayXml,
  type EncodeSettings,
  encodeMethodCall,
  encodeValue,
  memberHead,
  methodCallXml,
  stringXml,
  structXml,
} from './encode.js';
export { XmlRpcFault } from './fault.js';
export { fromPlain, toPlain } from './plain.js';
export { compileEncoder, type ShapeEncoderSettings } from './shape-encoder.js';
export { compileReader } from './shape-reader.js';
export type { XmlRpcStruct, XmlRpcValue } from './value.js';
