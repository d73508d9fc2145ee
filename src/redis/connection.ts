import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createClient, ErrorReply } from 'redis';
import { describeError, type Log } from '../log/index.js';
import { RedisRefusedError } from './refused.js';
import { withinTime } from './within-time.js';

export interface RedisSettings {
  /** `redis:` or `rediss:`, without a login in it. */
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly tls: { readonly caFile?: string | undefined; readonly insecure: boolean };
  readonly connectTimeoutMs: number;
  readonly commandTimeoutMs: number;
  /** What all keys begin with. */
  readonly keyPrefix: string;
}

/** Sends one command. @returns its reply as `redis` gives it; the caller knows which it is */
export type SendCommand = <T>(...args: readonly string[]) => Promise<T>;

const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 5_000;
/** So many commands in a row without an answer, and the connection is taken for dead, whatever the system says. */
const MAX_SILENT = 2;

/**
 * A connection to Redis that comes back by itself, at a pace that does not hurt a server that is starting. Nothing waits
 * for it: without a connection a command fails at once, and with one after its time-out.
 */
export class RedisConnection {
  private client: ReturnType<typeof this.open>;
  private readonly changes = new EventEmitter();
  private isUsable = false;
  private refusal: Error | null = null;
  private silent = 0;
  private closed = false;
  private recheck: NodeJS.Timeout | undefined;

  /**
   * @param verify - throws when this server is not to be used; asked of each new connection, and again after a while
   */
  constructor(
    private readonly settings: RedisSettings,
    private readonly verify: (send: SendCommand) => Promise<void>,
    private readonly log: Log,
  ) {
    this.client = this.open();
  }

  /**
   * Waits for the first connection, not longer than one may take: a server that is down keeps nothing from starting.
   *
   * @throws what `verify` threw
   */
  async started(): Promise<void> {
    const isKnown = () => this.isUsable || this.refusal !== null;
    const wait = async () => {
      while (!isKnown()) await once(this.changes, 'change');
    };
    await withinTime(wait(), this.settings.connectTimeoutMs).catch((error: unknown) =>
      this.log.error({ error: describeError(error) }, 'Redis cannot be reached'),
    );
    if (this.refusal !== null) throw this.refusal;
  }

  /** @throws {@link RedisRefusedError} for an error of Redis; Error without a usable connection or an answer in time */
  readonly command: SendCommand = async <T>(...args: readonly string[]): Promise<T> => {
    if (!this.isUsable) throw this.refusal ?? new Error('There is no connection to Redis.');
    return this.send(args);
  };

  close(): void {
    this.closed = true;
    clearTimeout(this.recheck);
    this.isUsable = false;
    this.client.destroy();
  }

  private async send<T>(args: readonly string[]): Promise<T> {
    const { client } = this;
    try {
      const reply = await withinTime(client.sendCommand<T>([...args]), this.settings.commandTimeoutMs);
      this.silent = 0;
      return reply;
    } catch (error) {
      // A server that answers, were it with an error, is there; a replica that was demoted answers this one.
      const refused = error instanceof ErrorReply ? new RedisRefusedError(error) : null;
      this.silent = refused === null ? this.silent + 1 : 0;
      const isDemoted = refused?.message.startsWith('READONLY') === true;
      if (this.client === client && (this.silent >= MAX_SILENT || isDemoted)) this.connectAnew();
      throw refused ?? error;
    }
  }

  private connectAnew(): void {
    if (this.closed) return;
    this.silent = 0;
    this.isUsable = false;
    this.client.destroy();
    this.client = this.open();
  }

  private open() {
    const { url, username, password, connectTimeoutMs } = this.settings;
    const client = createClient({
      url,
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      name: 'hostgraph',
      // What is not sent at once is not sent at all: nobody waits for it any more.
      disableOfflineQueue: true,
      socket: { connectTimeout: connectTimeoutMs, reconnectStrategy: pauseBefore, ...this.tls() },
    });
    let told = false;
    client.on('error', (error: unknown) => {
      if (this.client === client) this.isUsable = false;
      // Once an outage: it repeats with each try.
      if (!told) this.log.error({ error: describeError(error) }, 'the connection to Redis is lost');
      told = true;
    });
    client.on('ready', () => {
      told = false;
      this.check(client).catch(() => undefined);
    });
    client.connect().catch(() => undefined);
    return client;
  }

  private async check(client: { sendCommand<T>(args: string[]): Promise<T> }): Promise<void> {
    const send: SendCommand = <T>(...args: readonly string[]) =>
      withinTime(client.sendCommand<T>([...args]), this.settings.commandTimeoutMs);
    try {
      await this.verify(send);
      if (this.client !== client || this.closed) return;
      this.refusal = null;
      this.isUsable = true;
    } catch (error) {
      if (this.client !== client || this.closed) return;
      this.refusal = error instanceof Error ? error : new Error('Redis cannot be used.');
      this.log.error({ error: describeError(error) }, 'Redis cannot be used');
      this.recheck = setTimeout(() => this.check(client).catch(() => undefined), MAX_PAUSE_MS);
      this.recheck.unref();
    } finally {
      this.changes.emit('change');
    }
  }

  private tls() {
    const { url, tls } = this.settings;
    if (!url.startsWith('rediss:')) return {};
    return {
      tls: true as const,
      rejectUnauthorized: !tls.insecure,
      ...(tls.caFile === undefined ? {} : { ca: readFileSync(tls.caFile) }),
    };
  }
}

/** Growing and uneven, so that processes that lost it together do not come back together. */
const pauseBefore = (tries: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries, 10), MAX_PAUSE_MS) * (0.5 + Math.random() / 2);
