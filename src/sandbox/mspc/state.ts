import type { LedgerEntry } from '../simulator.js';
import type {
  AddonRecord,
  Database,
  PackageRecord,
  PlanRecord,
  ServerRecord,
  UserRecord,
} from './records.js';

/** A table with an identity column: numbers ascend and are never used again. */
export class Table<T> {
  private readonly rows = new Map<number, T>();
  private lastId = 0;

  constructor(
    rows: readonly T[],
    private readonly idOf: (row: T) => number,
  ) {
    for (const row of rows) this.put({ ...row });
  }

  get(id: number): T | undefined {
    return this.rows.get(id);
  }

  /** Rows in the order of their creation. */
  all(): T[] {
    return [...this.rows.values()];
  }

  /** Adds the row that `create` makes for the next number. */
  insert(create: (id: number) => T): T {
    const row = create(this.lastId + 1);
    this.put(row);
    return row;
  }

  delete(id: number): void {
    this.rows.delete(id);
  }

  private put(row: T): void {
    const id = this.idOf(row);
    this.rows.set(id, row);
    this.lastId = Math.max(this.lastId, id);
  }
}

interface Tables {
  readonly users: Table<UserRecord>;
  readonly servers: Table<ServerRecord>;
  readonly plans: Table<PlanRecord>;
  readonly packages: Table<PackageRecord>;
  readonly addons: Table<AddonRecord>;
}

/** Everything the server remembers between two calls. */
export class MspcState {
  private tables: Tables;
  private readonly background = new Set<() => void>();
  /** Changes that were carried out, oldest first. */
  readonly ledger: LedgerEntry[] = [];
  private works = 0;

  constructor(
    private readonly seed: Database,
    private readonly deletionDelayMs: number,
  ) {
    this.tables = tablesOf(seed);
  }

  get users(): Table<UserRecord> {
    return this.tables.users;
  }
  get servers(): Table<ServerRecord> {
    return this.tables.servers;
  }
  get plans(): Table<PlanRecord> {
    return this.tables.plans;
  }
  get packages(): Table<PackageRecord> {
    return this.tables.packages;
  }
  get addons(): Table<AddonRecord> {
    return this.tables.addons;
  }

  /** User names are one namespace, whatever their case. */
  userNamed(username: string): UserRecord | undefined {
    const folded = username.toLowerCase();
    return this.users.all().find((user) => user.username.toLowerCase() === folded);
  }

  /** Carries out what the server answers before it is done: deletions. */
  inBackground(work: () => void): void {
    const cancel = afterwards(this.deletionDelayMs, () => {
      this.background.delete(cancel);
      work();
    });
    this.background.add(cancel);
  }

  /** To be called by a method where it has changed something, or begun to, and will not undo it. */
  carryOut(): void {
    this.works += 1;
  }

  /** Runs a method, and enters it in the ledger if it carries something out, whatever it then answers. */
  account<T>(entry: LedgerEntry, run: () => T): T {
    const before = this.works;
    try {
      return run();
    } finally {
      if (this.works > before) this.ledger.push(entry);
    }
  }

  reset(): void {
    this.forgetBackground();
    this.ledger.length = 0;
    this.tables = tablesOf(this.seed);
  }

  /** Drops what still waits to be done. */
  forgetBackground(): void {
    for (const cancel of this.background) cancel();
    this.background.clear();
  }
}

/** With no delay it is done before the event loop reads the next request, which a timer does not promise. */
function afterwards(delayMs: number, work: () => void): () => void {
  if (delayMs === 0) {
    const handle = setImmediate(work);
    return () => clearImmediate(handle);
  }
  const timer = setTimeout(work, delayMs).unref();
  return () => clearTimeout(timer);
}

function tablesOf(seed: Database): Tables {
  return {
    users: new Table(seed.users, ({ userId }) => userId),
    servers: new Table(seed.servers, ({ serverId }) => serverId),
    plans: new Table(seed.plans, ({ planId }) => planId),
    packages: new Table(seed.packages, ({ packageId }) => packageId),
    addons: new Table(seed.addons, ({ packageAddonId }) => packageAddonId),
  };
}
