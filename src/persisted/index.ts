export * from './operation.js';
export { SHIPPED_OPERATIONS } from './operation-files.js';
export { NO_OPERATIONS, type OperationRegistry, type RegistryOptions, readRegistry } from './registry.js';
export { REST_METHODS, type RestMethod } from './rest-directive.js';
