import { BackendFaultError } from '../../src/errors/index.js';
import type { XmlRpcValue } from '../../src/wire/xmlrpc/value.js';

const LIST_METHODS = 'system.listMethods';

/** What a server says of its own methods. */
export class ServerMethods {
  private methods: Promise<ReadonlySet<string> | null> | undefined;

  /** @param ask - sends the call of that name, which takes nothing */
  constructor(private readonly ask: (method: string) => Promise<XmlRpcValue>) {}

  /** Whether the server itself says that it has no such method; `false` when it does not tell. */
  async lacks(method: string): Promise<boolean> {
    this.methods ??= this.list();
    return (await this.methods)?.has(method) === false;
  }

  /** Asked once: the methods of a server change when it is upgraded, and then the gateway is started anew. */
  private async list(): Promise<ReadonlySet<string> | null> {
    try {
      const names = await this.ask(LIST_METHODS);
      return Array.isArray(names) ? new Set(names.filter((name) => typeof name === 'string')) : null;
    } catch (error) {
      // A server that cannot list its methods leaves the refusal as it was; one that is down is asked again.
      if (!(error instanceof BackendFaultError)) this.methods = undefined;
      return null;
    }
  }
}
