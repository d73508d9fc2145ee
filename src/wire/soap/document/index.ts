export { isDateTime, isWallClock } from './date-time.js';
export { type AnswerDecoder, compileMethod, type DocumentMethod, type MethodDescription } from './method.js';
