import { join } from 'node:path';
import { describeError, type Log } from '../log/index.js';
import { readOrMakeSecret } from './kept-secret.js';
import { Ledger } from './ledger.js';
import { createLmdbRecordStore } from './lmdb-record-store.js';
import { createRedisRecordStore, type RedisSettings } from './redis-record-store.js';
import type { WriteRecordStore } from './write-record.js';

export interface LedgerSettings {
  /** Folder that outlives the process; used where there is no Redis. */
  readonly dataDir: string;
  /** `null`: records are kept in `dataDir`. */
  readonly redis: RedisSettings | null;
  /** The same in all processes that share records; `null`, which Redis does not go with: one that `dataDir` keeps. */
  readonly secret: string | null;
  /** Settled records older than this are forgotten. */
  readonly retentionMs: number;
  /** For how long a run may hold its record, by the name of its backend. */
  readonly leaseMs: (backend: string) => number;
  readonly log: Log;
}

export interface OpenLedger {
  readonly ledger: Ledger;
  /** Waits for the runs of this process. */
  close(): Promise<void>;
}

/**
 * Opens the ledger, on Redis or embedded in this process; several processes may share either.
 *
 * @throws {@link EvictingRedisError} when Redis may throw records away
 * @throws the system's error when the folder cannot be used
 */
export async function openLedger(settings: LedgerSettings): Promise<OpenLedger> {
  const { dataDir, leaseMs, log } = settings;
  const store = await openStore(settings);
  const ledger = new Ledger({
    store,
    secret: settings.secret === null ? readOrMakeSecret(dataDir) : Buffer.from(settings.secret, 'utf8'),
    leaseMs,
    report: (message, error) => log.error({ error: describeError(error) }, message),
  });
  return {
    ledger,
    async close() {
      await ledger.close();
      await store.close();
    },
  };
}

async function openStore({ dataDir, redis, retentionMs, log }: LedgerSettings): Promise<WriteRecordStore> {
  return redis === null
    ? createLmdbRecordStore(join(dataDir, 'writes'), { retentionMs })
    : createRedisRecordStore(redis, { retentionMs, log });
}
