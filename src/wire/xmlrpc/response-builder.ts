import type { XmlHandlers } from '../xml/reader.js';
import { SCALARS, type ScalarDecoder } from './scalar-elements.js';
import type { XmlRpcValue } from './value.js';

/** What the element that is open may hold next: numbers, since the switches on them run for every tag. */
const State = {
  document: 0,
  methodResponse: 1,
  params: 2,
  param: 3,
  fault: 4,
  value: 5,
  typedValue: 6,
  scalar: 7,
  struct: 8,
  member: 9,
  namedMember: 10,
  wholeMember: 11,
  name: 12,
  array: 13,
  data: 14,
  wholeArray: 15,
  full: 16,
} as const;
type State = (typeof State)[keyof typeof State];

/** An element that may come next: its name, its own state and then that of the element around it. */
interface Place {
  readonly name: string;
  readonly opens: State;
  readonly leaves: State;
}

/** By the state of the element around it; types inside `value`, and `fault`, apart. */
const NEXT: { readonly [state in State]?: Place } = {
  [State.document]: { name: 'methodResponse', opens: State.methodResponse, leaves: State.full },
  [State.methodResponse]: { name: 'params', opens: State.params, leaves: State.full },
  [State.params]: { name: 'param', opens: State.param, leaves: State.full },
  [State.param]: { name: 'value', opens: State.value, leaves: State.full },
  [State.fault]: { name: 'value', opens: State.value, leaves: State.full },
  [State.struct]: { name: 'member', opens: State.member, leaves: State.struct },
  [State.member]: { name: 'name', opens: State.name, leaves: State.namedMember },
  [State.namedMember]: { name: 'value', opens: State.value, leaves: State.wholeMember },
  [State.array]: { name: 'data', opens: State.data, leaves: State.wholeArray },
  [State.data]: { name: 'value', opens: State.value, leaves: State.data },
};

/** An element whose type nobody declared: what it means only its text can say. */
const asText: ScalarDecoder = (text) => text;

/** Elements that have their places, none of which is that of a type. */
const PLACED = new Set(['methodResponse', 'params', 'param', 'fault', 'value', 'member', 'name', 'data']);

/** @returns `undefined` if `name` is no type, not even one that nobody knows */
function scalarNamed(name: string): ScalarDecoder | undefined {
  // Peers bind the extensions' namespace to prefixes of their own, or forget to bind them.
  const scalar = SCALARS.get(name) ?? SCALARS.get(name.slice(name.indexOf(':') + 1));
  return scalar ?? (PLACED.has(name) ? undefined : asText);
}

function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) return false;
  }
  return true;
}

/** Builds an answer's value as the parser goes: there is no tree between the text and it. */
export class ResponseBuilder implements XmlHandlers {
  /** The last value that was complete; in the end, the answer. */
  value: XmlRpcValue = null;
  isFault = false;

  #state: State = State.document;
  /** What each element around the open one may hold next. */
  readonly #outer: State[] = [];
  #text = '';
  #scalar: ScalarDecoder = asText;
  #struct = new Map<string, XmlRpcValue>();
  readonly #outerStructs: Map<string, XmlRpcValue>[] = [];
  /** The members that are open, outermost first. */
  readonly #names: string[] = [];
  #list: XmlRpcValue[] = [];
  readonly #outerLists: XmlRpcValue[][] = [];

  /** @param refuse - throws, knowing where the parser is */
  constructor(private readonly refuse: (message: string) => never) {}

  open(name: string): void {
    if (this.#state === State.value) {
      this.#openType(name);
      return;
    }
    const next = NEXT[this.#state];
    if (next?.name === name) this.#enter(next.opens, next.leaves);
    else if (this.#state === State.methodResponse && name === 'fault') {
      this.isFault = true;
      this.#enter(State.fault, State.full);
    } else if (this.#state === State.document) this.refuse('not a methodResponse');
    else this.refuse('an element that has no place there');
  }

  text(piece: string): void {
    switch (this.#state) {
      case State.scalar:
      case State.name:
      case State.value:
        this.#text = this.#text === '' ? piece : this.#text + piece;
        return;
      default:
        if (!isBlank(piece)) this.refuse('text between elements');
    }
  }

  close(): void {
    const closed = this.#state;
    this.#state = this.#outer.pop() ?? State.full;
    switch (closed) {
      case State.scalar:
        this.#closeScalar();
        break;
      case State.value:
        this.value = this.#text;
        if (this.#state === State.data) this.#list.push(this.value);
        break;
      case State.typedValue:
        if (this.#state === State.data) this.#list.push(this.value);
        break;
      case State.name:
        this.#names.push(this.#text);
        break;
      case State.wholeMember:
        this.#struct.set(this.#names.pop() ?? '', this.value);
        break;
      case State.struct:
        this.value = this.#struct;
        this.#struct = this.#outerStructs.pop() ?? new Map();
        break;
      case State.array:
      case State.wholeArray:
        this.value = this.#list;
        this.#list = this.#outerLists.pop() ?? [];
        break;
      case State.member:
        this.refuse('a member without a name');
        break;
      case State.namedMember:
      case State.param:
      case State.fault:
        this.refuse('an element without its value');
    }
  }

  #enter(state: State, afterwards: State): void {
    this.#outer.push(afterwards);
    this.#state = state;
    this.#text = '';
  }

  #openType(name: string): void {
    if (!isBlank(this.#text)) this.refuse('text beside an element');
    if (name === 'struct') {
      this.#outerStructs.push(this.#struct);
      this.#struct = new Map();
      this.#enter(State.struct, State.typedValue);
    } else if (name === 'array') {
      this.#outerLists.push(this.#list);
      this.#list = [];
      this.#enter(State.array, State.typedValue);
    } else {
      this.#scalar = scalarNamed(name) ?? this.refuse('an element that has no place there');
      this.#enter(State.scalar, State.typedValue);
    }
  }

  #closeScalar(): void {
    const value = this.#scalar(this.#text);
    if (value === undefined) this.refuse('a text that is no value of its type');
    else this.value = value;
  }
}
