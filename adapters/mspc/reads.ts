import { MethodMissingError } from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import type { MspcClient } from './client.js';
import { MspcFaultError } from './errors.js';

/**
 * Sends reads, and finds out which of them this server does not have: the vendor's document describes a few, others
 * are only known from products of the same family.
 *
 * A server that lacks a method says that the caller is to blame, in words that depend on its language and release. It
 * says the same of a request that was mangled on its way, of all requests in another namespace than its own, and at
 * times of a wrong login. So a method is one that it lacks only when it refuses it twice in this manner, asked in the
 * same words, and still answers a method that every server has. That is remembered for as long as the process lives:
 * methods come with an upgrade of the panel.
 */
export class MspcReads {
  private readonly missing = new Set<AnyOperation>();
  private readonly doubted = new Map<AnyOperation, Promise<boolean>>();

  constructor(
    private readonly client: MspcClient,
    /** A call that every server answers. */
    private readonly certain: PanelCall,
    private readonly reportMissing: (method: string) => void,
  ) {}

  /** Whether the server is known not to have a method. */
  lacks(operation: AnyOperation): boolean {
    return this.missing.has(operation);
  }

  /** @returns one result or error a call, in their order; the panel has no batches, so they go side by side */
  async sendAll(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    const settled = await Promise.allSettled(calls.map((call) => this.send(call, scope)));
    return settled.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason));
  }

  private async send(call: PanelCall, scope: CallScope): Promise<unknown> {
    const { operation } = call;
    if (operation.effect !== 'read') throw new Error(`${operation.method} is not a read.`);
    if (this.missing.has(operation)) throw this.missingError(call);
    try {
      return await this.client.read(call, scope);
    } catch (error) {
      if (operation.mayBeMissing !== true || !(error instanceof MspcFaultError)) throw error;
      if (!error.blamesCaller || !(await this.confirm(call, scope))) throw error;
      throw this.missingError(call, error);
    }
  }

  /** Asked once for all calls of a method that are under way. */
  private async confirm(call: PanelCall, scope: CallScope): Promise<boolean> {
    const { operation } = call;
    if (this.missing.has(operation)) return true;
    const begun = this.doubted.get(operation) ?? this.isRefusedAgain(call, scope);
    this.doubted.set(operation, begun);
    const isMissing = await begun;
    this.doubted.delete(operation);
    if (isMissing && !this.missing.has(operation)) {
      this.missing.add(operation);
      this.reportMissing(operation.method);
    }
    return isMissing;
  }

  private async isRefusedAgain(call: PanelCall, scope: CallScope): Promise<boolean> {
    try {
      await this.client.read(call, scope);
      return false;
    } catch (error) {
      return error instanceof MspcFaultError && error.blamesCaller && (await this.isUnderstood(scope));
    }
  }

  private async isUnderstood(scope: CallScope): Promise<boolean> {
    try {
      await this.client.read(this.certain, scope);
      return true;
    } catch {
      // Whatever it is, the caller learns it from the call that it made.
      return false;
    }
  }

  private missingError(call: PanelCall, cause?: Error): MethodMissingError {
    const origin = this.client.originOf(call);
    return new MethodMissingError(`Backend ${origin.backend} has no ${origin.method}.`, origin, { cause });
  }
}
