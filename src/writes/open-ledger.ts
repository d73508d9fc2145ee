import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log/index.js';
import { Ledger } from './ledger.js';
import { createLmdbRecordStore } from './lmdb-record-store.js';

export interface LedgerSettings {
  /** Folder that outlives the process. */
  readonly dataDir: string;
  /** Settled records older than this are forgotten. */
  readonly retentionMs: number;
  /** Longest that one run may take. */
  readonly leaseMs: number;
  readonly log: Log;
}

export interface OpenLedger {
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** Opens the ledger that is embedded in this process; several processes may share its folder. */
export function openLedger({ dataDir, retentionMs, leaseMs, log }: LedgerSettings): OpenLedger {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const store = createLmdbRecordStore(join(dataDir, 'writes'), { retentionMs });
  const ledger = new Ledger({
    store,
    secret: readOrMakeSecret(join(dataDir, 'idempotency.secret')),
    leaseMs,
    reportLostNote: (error) => log.error({ err: error }, 'how a write ended could not be recorded'),
  });
  return { ledger, close: () => store.close() };
}

/** The secret is made once, by whichever process comes first, and is readable to its user alone. */
function readOrMakeSecret(path: string): Uint8Array {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    // Fails where there is one, and never shows a half-written one.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
}
