import type { Coverage } from '../coverage.js';
import { commandNames } from './handlers.js';

/** A price list that nothing changes. */
const TYPED: ReadonlySet<string> = new Set(['PE_GetPOPPrice']);

/** Domains, paks, mailboxes, forwardings and money are kept. */
export const ENOM_COVERAGE: Coverage = Object.fromEntries(
  commandNames.map((name) => [name, TYPED.has(name) ? 'typed' : 'stateful'] as const),
);
