export { type OpenApiOptions, openApiDocument } from './document.js';
export type { ProblemCatalogue } from './problems.js';
