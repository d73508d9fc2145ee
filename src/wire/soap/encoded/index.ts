export { createReplyDecoder, type EncodedReply, type ReplyDecoder } from './decode.js';
export { compileEncoder, type EncoderSettings } from './encode.js';
export { compileReader } from './shape-reader.js';
