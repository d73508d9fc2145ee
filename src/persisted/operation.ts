import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLInputType,
  GraphQLOutputType,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { RestMethod } from './rest-directive.js';

/** An operation that the gateway knows before anybody asks for it. */
export interface PersistedOperation {
  /** SHA-256 of `text` in hexadecimal, or the id that a manifest gives it. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  /** Validated; it holds the operation and the fragments that it needs. */
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** The document as text, without `@rest`. */
  readonly text: string;
  readonly source: SourcePlace;
  /** `null`: it is asked for by its id only. */
  readonly rest: RestRoute | null;
}

export interface SourcePlace {
  readonly file: string;
  /** From 1; of an entry in a manifest, its number. */
  readonly line: number;
}

/** An operation as a REST route. */
export interface RestRoute {
  readonly method: RestMethod;
  /** Below `/rest/v1`: `/accounts/{id}/subscriptions`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string | null;
  /** Of an answer that is a success. A deletion that goes on in the background is 202 in place of 204. */
  readonly status: number;
  /** How long a client may take an answer for fresh; 0: it is not to keep it. */
  readonly cacheSeconds: number;
  /** Money moves: an `Idempotency-Key` must come along. */
  readonly keyRequired: boolean;
  readonly parameters: readonly RestParameter[];
  /** `null`: it takes none. */
  readonly body: RestBody | null;
  /** What `Idempotency-Key` fills; `null`: it means nothing here. */
  readonly key: RestTarget | null;
  readonly answer: RestAnswer;
}

/** A place among the variables of an operation. */
export interface RestTarget {
  readonly variable: string;
  /** Member of an input object; `null`: the variable as a whole. */
  readonly member: string | null;
}

/** Something of a request that fills one target. */
export interface RestParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly target: RestTarget;
  readonly type: GraphQLInputType;
  readonly required: boolean;
  /** Used where it is left out; `undefined`: there is none. */
  readonly defaultValue: unknown;
  readonly description: string | null;
}

/** A JSON object; its members are those of one input, or variables of the operation. */
export interface RestBody {
  /** The variable whose members they are; `null`: each is a variable. */
  readonly variable: string | null;
  /** `idempotencyKey` is not among them, though it may stand in a body too. */
  readonly members: readonly RestMember[];
  readonly required: boolean;
}

export interface RestMember {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly required: boolean;
  readonly defaultValue: unknown;
  readonly description: string | null;
}

/**
 * What an answer is made of.
 *
 * - `object`: the object as it is;
 * - `list`: `{ items }`;
 * - `page`: `{ items, nextCursor }` and `totalCount` where it is selected, of a connection;
 * - `data`: the data of the operation by the names of its fields;
 * - `payload`: of a mutation, without `userErrors` and `idempotencyKey`.
 */
export interface RestAnswer {
  readonly shape: 'object' | 'list' | 'page' | 'data' | 'payload';
  /** Names in the data that lead to it; empty for `data`. */
  readonly path: readonly string[];
  /** Of the value at `path`, of the list's or page's entries where there are some. */
  readonly type: GraphQLOutputType;
  /** Of an entry for `list` and `page`. */
  readonly selections: readonly SelectionSetNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The object type that it tells about; `null` where that differs from answer to answer. */
  readonly typeName: string | null;
  /** Of a payload. */
  readonly payload: PayloadAnswer | null;
}

export interface PayloadAnswer {
  /** The names that the answer has, `userErrors` and `idempotencyKey` left out. */
  readonly members: readonly string[];
  /** The one member that is answered in place of an object with it: an object of the graph. */
  readonly unwrapped: string | null;
  /** Members that hold objects of the graph, with their types; the first is what a creation created. */
  readonly nodes: ReadonlyArray<{ readonly member: string; readonly typeName: string }>;
}
