import type { InputOf, OutputOf } from './infer.js';
import type { Shape, StructShape } from './shape.js';

/**
 * What a call does, which decides how it may be sent:
 * - `read`: sent again within its deadline when no answer came;
 * - `idempotentWrite`: the same end state however often it runs, yet never sent twice by us;
 * - `write`: each run has an effect of its own;
 * - `money`: a `write` that spends or credits.
 */
export type Effect = 'read' | 'idempotentWrite' | 'write' | 'money';

/**
 * Objects that a call shows or changes: all of a type of the graph or, with `param`, the one that this parameter names
 * (a path as in `auth.account_id`). All calls of a panel that name one of a type do so by the same kind of id.
 */
export interface Touched {
  readonly type: string;
  readonly param?: string;
}

/**
 * One documented method of a panel, as data. Types, encoder, decoder, checks, retry class, native field and
 * documentation follow from it; it is written once in the project.
 */
export interface Operation<
  // biome-ignore lint/suspicious/noExplicitAny: any struct of parameters
  P extends StructShape<any> = StructShape<any>,
  R extends Shape | null = Shape | null,
> {
  /** The method's name on the wire. */
  readonly method: string;
  /** Path of the service that has it, below the backend's address, where a panel has several. */
  readonly service?: string;
  /** The group of the vendor's reference it stands in. */
  readonly group: string;
  readonly description: string;
  readonly effect: Effect;
  readonly params: P;
  /** `null`: the method has no output, and whatever comes is ignored. `optional`: it may answer nothing. */
  readonly result: R;
  /** Document and place that describe it. */
  readonly source: string;
  readonly since?: string;
  readonly deprecated?: string;
  readonly internal?: true;
  /** Who may call it, as the vendor says; `provider` when absent. */
  readonly callers?: 'provider' | 'reseller';
  /** Loses data that no other call brings back. */
  readonly destructive?: true;
  /** Tells whether a login and its password belong together, or opens a session with them. */
  readonly checksCredentials?: true;
  /**
   * The parameter that leads to whoever the call concerns, and what it names: a type of the graph with global ids.
   * `param` may be a path (`auth.account_id`). `suffix` is a second parameter, which the name ends in behind a dot:
   * `tld` after `sld`. There only where it decides alone what the call reads or changes: without it the call is
   * refused to callers with a scope.
   */
  readonly owner?: { readonly param: string; readonly suffix?: string; readonly type: string };
  /** Of a read: whose state its answer shows, which has to be all that it depends on. Absent: it is never cached. */
  readonly shows?: readonly Touched[];
  /** Of a write: whose state it may change, as reads show it. Absent: anything on this panel. */
  readonly changes?: readonly Touched[];
  /** `inconclusive`: a refusal of this write does not prove that nothing happened. Default `conclusive`. */
  readonly refusal?: 'conclusive' | 'inconclusive';
  /** `claimed`: an answer without a refusal does not prove that this write happened. Default `proven`. */
  readonly success?: 'proven' | 'claimed';
  /** A miss is told as a failure, so the call must not share a transaction with others. */
  readonly missIsFailure?: true;
  /** Not every release has it; whether this server does is found out when it first refuses. */
  readonly mayBeMissing?: true;
  /** With this value of this parameter, the answer tells all that it tells without, and more. */
  readonly fuller?: { readonly member: string; readonly value: boolean };
  readonly notes?: string;
  /** What its own WSDL says of it, in place of what the backend's settings say of all methods. */
  readonly wire?: WireNotes;
}

/** How one method differs from the others of its panel on the wire: SOAP only. */
export interface WireNotes {
  /** Local name of its element, where `method` had to be told apart from others of this name. */
  readonly name?: string;
  /** Namespace of its element. */
  readonly namespace?: string;
  /** Value of its SOAPAction, without quotation marks. */
  readonly action?: string;
  /** Local name of the answer's element; its name followed by `Response` when left out. */
  readonly response?: string;
  /** Element in the answer that is the result; `null`: all of the answer is. Its name and `Result` when left out. */
  readonly resultElement?: string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: stands for "whatever the operation says"
export type AnyOperation = Operation<any, any>;
export type ParamsOf<O extends AnyOperation> = InputOf<O['params']>;
/** `null` where an operation whose result is `optional` has nothing to tell. */
export type ResultOf<O extends AnyOperation> = O['result'] extends { readonly optional: true }
  ? OutputOf<O['result']> | null
  : OutputOf<O['result']>;

/** Keeps the literal types of a descriptor, from which the TypeScript types of its values follow. */
// biome-ignore lint/suspicious/noExplicitAny: any struct of parameters
export const operation = <P extends StructShape<any>, R extends Shape | null>(
  descriptor: Operation<P, R>,
): Operation<P, R> => descriptor;

/** Sends one operation: what an adapter's mapping sees of loaders, batches, policies and the wire. */
export type Call = <O extends AnyOperation>(operation: O, params: ParamsOf<O>) => Promise<ResultOf<O>>;
