export * from './access.js';
export * from './scope-roots.js';
export * from './scoped-access.js';
