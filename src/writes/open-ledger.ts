import { join } from 'node:path';
import { describeError, type Log } from '../log/index.js';
import type { SendCommand } from '../redis/connection.js';
import { readOrMakeSecret } from './kept-secret.js';
import { Ledger } from './ledger.js';
import { createLmdbRecordStore } from './lmdb-record-store.js';
import { createRedisRecordStore } from './redis-record-store.js';
import type { WatchWrites } from './write-event.js';
import type { WriteRecordStore } from './write-record.js';

export interface LedgerSettings {
  /** Folder that outlives the process; used where there is no Redis. */
  readonly dataDir: string;
  /** A server that throws nothing away, and what its keys begin with; `null`: records are kept in `dataDir`. */
  readonly redis: { readonly command: SendCommand; readonly keyPrefix: string } | null;
  /** The same in all processes that share records; `null`, which Redis does not go with: one that `dataDir` keeps. */
  readonly secret: string | null;
  /** Settled records older than this are forgotten. */
  readonly retentionMs: number;
  /** For how long a run may hold its record, by the name of its backend. */
  readonly leaseMs: (backend: string) => number;
  readonly log: Log;
  /** For the audit. */
  readonly watch?: WatchWrites;
}

export interface OpenLedger {
  readonly ledger: Ledger;
  /** What the digests of its records are keyed with. */
  readonly secret: Uint8Array;
  /** Waits for the runs of this process. */
  close(): Promise<void>;
}

/**
 * Opens the ledger, on Redis or embedded in this process; several processes may share either.
 *
 * @throws the system's error when the folder cannot be used
 */
export function openLedger(settings: LedgerSettings): OpenLedger {
  const { dataDir, leaseMs, log, watch } = settings;
  const store = openStore(settings);
  const secret = settings.secret === null ? readOrMakeSecret(dataDir) : Buffer.from(settings.secret, 'utf8');
  const ledger = new Ledger({
    store,
    secret,
    leaseMs,
    report: (message, error) => log.error({ error: describeError(error) }, message),
    ...(watch === undefined ? {} : { watch }),
  });
  return {
    ledger,
    secret,
    async close() {
      await ledger.close();
      await store.close();
    },
  };
}

const openStore = ({ dataDir, redis, retentionMs }: LedgerSettings): WriteRecordStore =>
  redis === null
    ? createLmdbRecordStore(join(dataDir, 'writes'), { retentionMs })
    : createRedisRecordStore(redis.command, { retentionMs, keyPrefix: redis.keyPrefix });
