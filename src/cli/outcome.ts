import { type Config, ConfigError } from '../config/index.js';
import { openWrites } from '../gateway.js';
import { createLog } from '../log/index.js';
import type { Outcome } from '../writes/ledger.js';
import { StoreUnavailableError } from '../writes/store-unavailable-error.js';
import type { OutcomeCommand } from './arguments.js';

/** What to print, and whether what was asked for was done. */
export interface ToldOutcome {
  readonly text: string;
  readonly isDone: boolean;
}

/**
 * Tells what became of a write, reading back what is unknown, and settles it by an operator's word where that cannot
 * tell. The gateway may be running meanwhile.
 *
 * @throws {@link ConfigError} on a caller that the configuration does not have
 */
export async function tellOutcome(config: Config, command: OutcomeCommand): Promise<ToldOutcome> {
  checkPrincipal(config, command.principal);
  const closers: Array<() => Promise<void>> = [];
  try {
    const log = createLog(config.log.level);
    const { ledger, reconcile } = await openWrites(config, log, closers);
    const { key, principal: principalId, set } = command;
    const outcome = await ledger.outcome({ principalId, key }, reconcile);
    if (outcome === null) return { text: `No write of ${principalId} has this key.\n`, isDone: false };
    if (set === null) return { text: describe(outcome, principalId), isDone: true };
    if (await ledger.conclude({ principalId, key }, set)) {
      return { text: describe({ ...outcome, state: set }, principalId), isDone: true };
    }
    const now = (await ledger.outcome({ principalId, key }, reconcile)) ?? outcome;
    return {
      text: `${describe(now, principalId)}Not set: only what is UNKNOWN can be.\n`,
      isDone: now.state === set,
    };
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    return { text: 'The records of writes cannot be read now.\n', isDone: false };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** A mistyped name would look like a key that nobody used. */
function checkPrincipal({ auth }: Config, principal: string): void {
  if (auth === null || auth.apiKeys.some(({ id }) => id === principal)) return;
  if (auth.jwt !== undefined && principal.startsWith(`${auth.jwt.idPrefix}:`)) return;
  throw new ConfigError([
    { path: 'auth.apiKeys', message: 'have no such id; --principal takes the id of a caller' },
  ]);
}

function describe(
  { key, mutation, backend, state, startedAt, facts, userErrors }: Outcome,
  principalId: string,
) {
  const rows = [
    ['key', key],
    ['caller', principalId],
    ['mutation', `${mutation} on ${backend}`],
    ['asked for', new Date(startedAt).toISOString()],
    ['state', `${state}: ${MEANING[state]}`],
    ...Object.entries(facts?.nodes ?? {}),
    ...Object.entries(facts?.nodeLists ?? {}).map(([name, ids]) => [name, ids.join(' ')]),
    ...userErrors.map(({ code, message, native }) => [
      'refused',
      `${code} ${message}${native?.message ? ` (${native.message})` : ''}`,
    ]),
  ];
  // A panel's own words may hold whatever a terminal takes for a command.
  return rows.map(([name = '', value = '']) => `${name.padEnd(10)} ${printable(value)}\n`).join('');
}

const MEANING: Readonly<Record<Outcome['state'], string>> = {
  PENDING: 'it is under way',
  APPLIED: 'it happened',
  PARTIAL: 'a part of it happened',
  REJECTED: 'it did not happen',
  UNKNOWN: 'it was sent, and nobody knows whether it happened; look at the panel, then use --set',
};

const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');
