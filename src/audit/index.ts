export { type Audit, createAudit } from './audit.js';
export { openAudit } from './open-audit.js';
