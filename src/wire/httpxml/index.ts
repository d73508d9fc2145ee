export {
  type Answer,
  compileDecoder,
  type DecoderOptions,
  isResultShape,
  type ResponseDecoder,
} from './decode.js';
export type { Refusal } from './envelope.js';
export { compileForm, fieldText } from './form.js';
