import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Agent, request } from 'undici';
import { WireError } from '../wire/wire-error.js';
import { decodeBytes } from '../wire/xml/charset.js';
import { publicAddress } from './address.js';
import { ImportError } from './import-error.js';

export interface FetchSettings {
  /** Sent to the host that the command names, and to no other. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Authorities that certificates are checked against, PEM, in place of the public ones. */
  readonly ca: string | null;
  /** For all documents together. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Gets documents, and asks XML-RPC servers, for one import. */
export class DocumentFetcher {
  private readonly agent: Agent;
  private readonly signal: AbortSignal;
  private bytesLeft: number;

  /** @param home - what the command names */
  constructor(
    private readonly home: URL,
    private readonly settings: FetchSettings,
  ) {
    this.bytesLeft = settings.maxBytes;
    this.signal = AbortSignal.timeout(settings.timeoutMs);
    this.agent = new Agent({
      maxResponseSize: settings.maxBytes,
      connections: 4,
      ...(settings.ca === null ? {} : { connect: { ca: settings.ca } }),
    });
  }

  /**
   * @param timeoutMs - for this document, of what there is for all
   * @throws {@link ImportError} saying what is wrong, without anything of the document
   */
  async get(url: URL, timeoutMs = this.settings.timeoutMs): Promise<string> {
    if (url.protocol === 'file:') return this.readFile(url);
    const headers = { accept: 'text/xml, application/xml, */*;q=0.1' };
    return this.exchange(url, { method: 'GET', headers }, timeoutMs);
  }

  /** @throws {@link ImportError} as {@link get} */
  post(url: URL, body: string): Promise<string> {
    const headers = { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml' };
    return this.exchange(url, { method: 'POST', headers, body });
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private readFile(url: URL): string {
    const name = publicAddress(url);
    try {
      const file = fileURLToPath(url);
      const facts = statSync(file);
      if (!facts.isFile()) throw new ImportError(`${name} is no file.`);
      this.spend(facts.size, name);
      return decodeBytes(readFileSync(file));
    } catch (error) {
      throw toImportError(error, name);
    }
  }

  private async exchange(url: URL, message: Message, timeoutMs = this.settings.timeoutMs): Promise<string> {
    const name = publicAddress(url);
    const { agent: dispatcher } = this;
    const signal = AbortSignal.any([this.signal, AbortSignal.timeout(timeoutMs)]);
    const headers = { ...message.headers, ...this.authorization(url) };
    try {
      const {
        statusCode,
        headers: head,
        body,
      } = await request(url, { ...message, headers, signal, dispatcher });
      if (statusCode !== 200) {
        await body.dump();
        throw new ImportError(`${name} answered with HTTP ${statusCode}${hintFor(statusCode)}.`);
      }
      const bytes = new Uint8Array(await body.arrayBuffer());
      this.spend(bytes.length, name);
      return decodeBytes(bytes, String(head['content-type'] ?? ''));
    } catch (error) {
      throw signal.aborted
        ? new ImportError(`${name} did not answer within ${timeoutMs} ms.`)
        : toImportError(error, name);
    }
  }

  private authorization({ origin }: URL): Record<string, string> {
    const { login } = this.settings;
    if (login === null || origin !== this.home.origin) return {};
    const credentials = Buffer.from(`${login.user}:${login.password}`).toString('base64');
    return { authorization: `Basic ${credentials}` };
  }

  private spend(bytes: number, name: string): void {
    this.bytesLeft -= bytes;
    if (this.bytesLeft < 0) {
      throw new ImportError(
        `${name} is more than the ${this.settings.maxBytes} bytes that all documents may have.`,
      );
    }
  }
}

interface Message {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return ': give a login by --user and --password-env';
  return status >= 300 && status < 400 ? ': give the address that it leads to' : '';
}

function toImportError(error: unknown, name: string): ImportError {
  if (error instanceof ImportError) return error;
  if (error instanceof WireError) return new ImportError(`${name} cannot be read: ${error.message}.`);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new ImportError(`${name} is too large.`);
  return new ImportError(`${name} cannot be had (${code ?? 'unknown'}).`);
}
