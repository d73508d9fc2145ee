export { mergeOperations } from './merge.js';
export { descriptorFiles } from './setting.js';
