import { type ExecutionResult, getNamedType, graphql, isObjectType } from 'graphql';
import { buildGatewaySchema } from '../../../resolvers/schema.js';
import { createContext } from '../../../src/context.js';
import { formatError } from '../../../src/errors/format-error.js';
import { CallAborter, LOCAL_PRINCIPAL } from '../../../src/model/index.js';
import { Ledger } from '../../../src/writes/ledger.js';
import type { WriteRecord } from '../../../src/writes/write-record.js';
import { createFailingStore, type StoreFault } from '../failing-record-store.js';
import { createMemoryRecordStore } from '../memory-record-store.js';
import type { Lane } from './lane.js';
import { Random } from './random.js';
import { type Told, toldByMutation, toldByOutcome } from './told.js';
import { pickWireFault } from './wire-faults.js';
import { mostOf, type WriteCase } from './write-case.js';

export interface EpisodeReport {
  readonly mutation: string;
  /** How it ended, when all faults were over. */
  readonly end: Told;
  /** Misbehaviours of the panel, and of the store of records. */
  readonly faults: number;
}

const LEASE_MS = 60_000;
const KEY = 'the-key';
const SHARE_OF_STORE_FAULTS = 0.4;
const MAX_STORE_CALLS = 8;

const schema = buildGatewaySchema();
/** Objects of a payload by their ids alone, which costs no call: they tell whether there was a change. */
const objectsOf = (mutation: string): string => {
  const payload = schema.getMutationType()?.getFields()[mutation]?.type;
  const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  return fields
    .map(({ name, type }) => {
      const named = getNamedType(type);
      if (isObjectType(named) && 'id' in named.getFields()) return `${name} { id }`;
      return name === 'deletedId' ? name : '';
    })
    .join(' ');
};
const inputTypes = new Map(
  Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args: [input] }) => [
    name,
    String(input?.type),
  ]),
);

/** One write with what is done about it afterwards, under faults that follow from `seed`. */
export class Episode {
  private readonly random: Random;
  private readonly write: WriteCase;
  private readonly input: Readonly<Record<string, unknown>>;
  private readonly records = new Map<string, WriteRecord>();
  private ledger: Ledger;
  private passedMs = 0;
  private storeFaults = 0;
  private before = 0;
  private kill = () => {};

  constructor(
    private readonly lane: Lane,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.write = this.random.pick(lane.panel.cases);
    this.input = this.write.input(this.random);
    this.ledger = this.startProcess();
  }

  get name(): string {
    return `${this.write.mutation} on ${this.lane.panel.kind}`;
  }

  /** @throws Error when something was told that is not so, or happened twice */
  async run(): Promise<EpisodeReport> {
    const { lane, write } = this;
    lane.reset();
    for (const [mutation, input] of write.prepare ?? []) {
      const result = await this.ask(mutation, { ...input, idempotencyKey: `for-${mutation}` });
      if (toldByMutation(mutation, result) !== 'APPLIED') {
        throw new Error(`${mutation} was to prepare, and was answered ${JSON.stringify(result)}`);
      }
    }
    this.before = (await lane.account()).length;
    this.planFaults();
    await this.mutate();
    for (let events = this.random.int(1, 4); events > 0; events -= 1) await this.goOn();
    return { mutation: write.mutation, end: await this.settle(), faults: lane.happened() + this.storeFaults };
  }

  private planFaults(): void {
    const { random, write, lane } = this;
    const { faults } = lane.simulator;
    const isStoreFault = random.chance(SHARE_OF_STORE_FAULTS);
    if (isStoreFault) this.ledger = this.startProcess(random.int(1, MAX_STORE_CALLS));
    if (!isStoreFault || random.chance(0.5)) {
      const method = random.pick([...write.methods, ...(write.around ?? [])]);
      const isBatched = write.around?.includes('pem.batchRequest') ?? false;
      faults.next(isBatched ? 'pem.batchRequest' : method, pickWireFault(random, lane.panel.faultsAfterWork));
    }
    // Reading back goes wrong as well, and so may what is read before.
    if (random.chance(0.2)) faults.next('*', pickWireFault(random, false), random.int(1, 3));
  }

  private async goOn(): Promise<void> {
    switch (this.random.int(1, 6)) {
      case 1:
      case 2:
        return this.mutate();
      case 3:
        return this.askOutcome();
      case 4:
        this.ledger = this.startProcess();
        return this.mutate();
      case 5:
        this.passedMs += LEASE_MS;
        return this.askOutcome();
      default:
        return this.misuseKey();
    }
  }

  /** All faults are over; what can be found out is. */
  private async settle(): Promise<Told> {
    this.lane.simulator.faults.clear();
    this.ledger = this.startProcess();
    await this.lane.account();
    this.passedMs += LEASE_MS;
    const told = toldByOutcome(await this.askForOutcome());
    await this.check(told ?? 'UNKNOWN');
    const executed = await this.executed();
    if (executed > 1) throw new Error(`it was carried out ${executed} times`);
    return told ?? 'UNKNOWN';
  }

  private async mutate(): Promise<void> {
    const { mutation } = this.write;
    const before = await this.executed();
    const told = toldByMutation(mutation, await this.ask(mutation, { ...this.input, idempotencyKey: KEY }));
    if (told === 'NOT_SENT' && (await this.executed()) > before) throw new Error('told NOT_SENT, and it was');
    await this.check(told);
  }

  /** The same key with another input is nobody's write. */
  private async misuseKey(): Promise<void> {
    const { mutation } = this.write;
    const other = this.write.input(this.random);
    const isKept = [...this.records.values()].some(({ key }) => key === KEY);
    if (!isKept || JSON.stringify(other) === JSON.stringify(this.input)) return;
    const executed = await this.executed();
    const told = toldByMutation(mutation, await this.ask(mutation, { ...other, idempotencyKey: KEY }));
    if (!['CONFLICT', 'NOT_SENT', 'DEAD'].includes(told))
      throw new Error(`another input with its key was ${told}`);
    if ((await this.executed()) !== executed) throw new Error('another input with its key carried it out');
  }

  private async askOutcome(): Promise<void> {
    const told = toldByOutcome(await this.askForOutcome());
    if (told !== null) await this.check(told);
  }

  private async check(told: Told): Promise<void> {
    const executed = await this.executed();
    if (told === 'APPLIED' && executed === 0) throw new Error('told APPLIED, and it has not happened');
    if (told === 'REJECTED' && executed > 0) throw new Error('told REJECTED, and it has happened');
    if (told === 'PARTIAL' && executed === 0) throw new Error('told PARTIAL, and nothing has happened');
    if (told === 'CONFLICT') throw new Error('the same input was taken for another one');
  }

  private async executed(): Promise<number> {
    const entries = (await this.lane.account()).slice(this.before);
    return this.write.executed?.(entries) ?? mostOf(this.write.methods, entries);
  }

  /** A process of the gateway; `failingCall` counts the calls of its store up to the one that fails. */
  private startProcess(failingCall = 0): Ledger {
    let calls = 0;
    const fault = this.random.pick<StoreFault>(['before', 'after', 'death before', 'death after']);
    const now = () => Date.now() + this.passedMs;
    const memory = createMemoryRecordStore({ now }, this.records);
    const store = createFailingStore(
      memory,
      () => {
        calls += 1;
        if (calls !== failingCall) return 'none';
        this.storeFaults += 1;
        return fault;
      },
      () => this.kill(),
    );
    return new Ledger({ store, secret: Buffer.alloc(32, 7), leaseMs: LEASE_MS, now });
  }

  private askForOutcome(): Promise<ExecutionResult | null> {
    return this.execute(`{ writeOutcome(idempotencyKey: "${KEY}") { state } }`, {});
  }

  private ask(mutation: string, input: Readonly<Record<string, unknown>>): Promise<ExecutionResult | null> {
    const source = `mutation ($input: ${inputTypes.get(mutation)}) {
      ${mutation}(input: $input) { userErrors { code } ${objectsOf(mutation)} } }`;
    return this.execute(source, { input });
  }

  /** @returns what a client gets; `null` when the process dies before it answers, and another one takes its place */
  private async execute(
    source: string,
    variableValues: Record<string, unknown>,
  ): Promise<ExecutionResult | null> {
    const contextValue = createContext({
      principal: LOCAL_PRINCIPAL,
      requestId: 'test',
      sandbox: true,
      backends: [this.lane.backend],
      signal: new CallAborter(),
      ledger: this.ledger,
    });
    const dead = new Promise<null>((resolve) => {
      this.kill = () => resolve(null);
    });
    const result = await Promise.race([graphql({ schema, source, variableValues, contextValue }), dead]);
    if (result === null) {
      this.ledger = this.startProcess();
      return null;
    }
    const { data = null, errors } = result;
    const formatted = errors?.map((error) => formatError(error));
    return JSON.parse(JSON.stringify({ data, errors: formatted })) as ExecutionResult;
  }
}
