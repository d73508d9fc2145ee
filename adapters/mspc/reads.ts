import { MethodMissingError } from '../../src/errors/index.js';
import type { CallScope, PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { sideBySide } from '../../src/policy/side-by-side.js';
import type { MspcClient } from './client.js';
import { MspcFaultError, PlaceMissingError } from './errors.js';

/** How long a method counts as missing: an upgrade of the panel may bring it. */
const MISSING_FOR_MS = 10 * 60_000;
/** How long one answer shows that the server understands what it is asked. */
const UNDERSTOOD_FOR_MS = 10_000;

/**
 * Sends reads, and finds out which of them this server does not have: the vendor's document describes a few, others
 * are only known from products of the same family.
 *
 * A server that lacks a method says that the caller is to blame, in words that depend on its language and release. It
 * says the same of a request that was mangled on its way, of all requests in another namespace than its own, and at
 * times of a wrong login. So a method is one that it lacks only when it refuses it twice in this manner, asked in the
 * same words, and still answers a method that every server has. That is remembered for ten minutes: methods come with
 * an upgrade of the panel. The status 404 or 405 of a place that is not there counts as a refusal of this kind.
 */
export class MspcReads {
  // By the method's name: a method may be described in full, and as one of its readers wants it.
  /** Until when, in milliseconds since 1970. */
  private readonly missing = new Map<string, number>();
  private readonly answered = new Set<string>();
  private readonly doubted = new Map<string, Promise<boolean>>();
  /** One for all methods that are doubted at a time. */
  private understood: { readonly proof: Promise<boolean>; readonly begun: number } | undefined;

  constructor(
    private readonly client: MspcClient,
    /** A call that every server answers. */
    private readonly certain: PanelCall,
    private readonly reportMissing: (method: string) => void,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** Whether the server is known not to have a method. */
  lacks({ method }: AnyOperation): boolean {
    const until = this.missing.get(method);
    return until !== undefined && this.now() < until;
  }

  /** Whether the server has answered a method, and has not been found to lack it since. */
  has({ method }: AnyOperation): boolean {
    return this.answered.has(method);
  }

  /** @returns one result or error a call, in their order; the panel has no batches, so they go side by side */
  sendAll(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    return sideBySide(calls, (call) => this.send(call, scope));
  }

  private send(call: PanelCall, scope: CallScope): Promise<unknown> {
    try {
      return this.ask(call, scope);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  private ask(call: PanelCall, scope: CallScope): Promise<unknown> {
    const { operation } = call;
    if (operation.effect !== 'read') throw new Error(`${operation.method} is not a read.`);
    if (this.lacks(operation)) throw this.missingError(call);
    const answered = this.client.read(call, scope).then((answer) => {
      this.answered.add(operation.method);
      return answer;
    });
    return operation.mayBeMissing === true
      ? answered.catch((error: unknown) => this.failed(error, call, scope))
      : answered;
  }

  private async failed(error: unknown, call: PanelCall, scope: CallScope): Promise<never> {
    if (!isRefusal(error) || !(await this.confirm(call, scope))) throw error;
    throw this.missingError(call, error);
  }

  /** Asked once for all calls of a method that are under way. */
  private async confirm(call: PanelCall, scope: CallScope): Promise<boolean> {
    const { operation } = call;
    if (this.lacks(operation)) return true;
    const begun = this.doubted.get(operation.method) ?? this.isRefusedAgain(call, scope);
    this.doubted.set(operation.method, begun);
    const isMissing = await begun;
    this.doubted.delete(operation.method);
    if (isMissing && !this.lacks(operation)) {
      this.missing.set(operation.method, this.now() + MISSING_FOR_MS);
      this.answered.delete(operation.method);
      this.reportMissing(operation.method);
    }
    return isMissing;
  }

  private async isRefusedAgain(call: PanelCall, scope: CallScope): Promise<boolean> {
    try {
      await this.client.read(call, scope);
      return false;
    } catch (error) {
      return isRefusal(error) && (await this.isUnderstood(scope));
    }
  }

  private async isUnderstood(scope: CallScope): Promise<boolean> {
    if (this.understood === undefined || this.now() - this.understood.begun >= UNDERSTOOD_FOR_MS) {
      this.understood = { proof: this.prove(scope), begun: this.now() };
    }
    const shared = this.understood;
    const isUnderstood = await shared.proof;
    if (!isUnderstood && this.understood === shared) this.understood = undefined;
    return isUnderstood;
  }

  private async prove(scope: CallScope): Promise<boolean> {
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

const isRefusal = (error: unknown): error is Error =>
  error instanceof PlaceMissingError || (error instanceof MspcFaultError && error.blamesCaller);
