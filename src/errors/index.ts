export * from './codes.js';
export * from './gateway-error.js';
