import type { Backend, CallSignal, PanelCall } from '../../src/model/index.js';
import { operation } from '../../src/operation/operation.js';
import { array, int, rows, string, struct } from '../../src/operation/shape.js';

const documented = { group: 'things', description: 'A thing.', source: 'The manual of things, page 1' };

/** Methods of a panel of two types. */
export const things = {
  getAccount: operation({
    ...documented,
    method: 'getAccount',
    effect: 'read',
    params: struct({ id: int('Account.') }),
    result: struct({ name: string('Name.') }),
    shows: [{ type: 'Account', param: 'id' }],
  }),
  getAccounts: operation({
    ...documented,
    method: 'getAccounts',
    effect: 'read',
    params: struct({}),
    result: rows(struct({ name: string('Name.') }), 'Accounts.'),
    shows: [{ type: 'Account' }],
  }),
  getDomains: operation({
    ...documented,
    method: 'getDomains',
    effect: 'read',
    params: struct({ id: int('Account.') }),
    result: array(string('Name.'), 'Domains.'),
    shows: [{ type: 'Domain' }],
  }),
  getTask: operation({
    ...documented,
    method: 'getTask',
    effect: 'read',
    params: struct({ id: int('Task.') }),
    result: struct({ state: string('State.') }),
  }),
  rename: operation({
    ...documented,
    method: 'rename',
    effect: 'idempotentWrite',
    params: struct({ id: int('Account.'), name: string('Name.') }),
    result: null,
    changes: [{ type: 'Account', param: 'id' }],
  }),
  renameAll: operation({
    ...documented,
    method: 'renameAll',
    effect: 'idempotentWrite',
    params: struct({ name: string('Name.') }),
    result: null,
    changes: [{ type: 'Account' }],
  }),
  upset: operation({
    ...documented,
    method: 'upset',
    effect: 'write',
    params: struct({}),
    result: null,
  }),
} as const;

/** A panel that holds names of accounts, and whose answers wait where a test holds them. */
export interface PanelOfThings {
  readonly backend: Backend;
  readonly names: Map<number, string>;
  /** Methods and parameters that it was asked, wave by wave. */
  readonly waves: string[][];
  /** The signals of the waves. */
  readonly signals: CallSignal[];
  /** Holds answers that are taken from now on, until what it returns is called. */
  hold(): () => void;
  /** What the next reads answer in place of names. */
  answerWith(answer: unknown): void;
  /** Has the next write fail after it was done. */
  failWrite(): void;
}

export function createPanelOfThings(name = 'panel'): PanelOfThings {
  const names = new Map([
    [1, 'one'],
    [2, 'two'],
  ]);
  const waves: string[][] = [];
  const signals: CallSignal[] = [];
  let held: Promise<void> = Promise.resolve();
  let scripted: { readonly answer: unknown } | null = null;
  let writeFails = false;

  function answerTo({ operation: { method }, params }: PanelCall): unknown {
    if (scripted !== null) return scripted.answer;
    if (method === 'getAccount') return { name: names.get(Number(params.id)) ?? null };
    if (method === 'getAccounts') return [...names.values()].map((each) => ({ name: each }));
    return [method, params];
  }

  const backend: Backend = {
    name,
    kind: 'POA',
    status: 'UP',
    capabilities: [],
    operations: Object.values(things),
    async callAll(calls, scope) {
      waves.push(calls.map(({ operation: { method }, params }) => `${method} ${JSON.stringify(params)}`));
      signals.push(scope.signal);
      // What is true when it is asked arrives when it is let go.
      const answers = calls.map(answerTo);
      await held;
      return answers;
    },
    async send({ operation: { method }, params }) {
      if (method === 'rename') names.set(Number(params.id), String(params.name));
      if (method === 'renameAll') for (const id of names.keys()) names.set(id, String(params.name));
      await held;
      if (!writeFails) return null;
      writeFails = false;
      throw new Error('nobody knows');
    },
    panel: () => {
      throw new Error('has no port');
    },
    canonicalId: (_, id) => id,
    close: async () => undefined,
  };
  return {
    backend,
    names,
    waves,
    signals,
    hold() {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = Promise.resolve();
        release();
      };
    },
    answerWith(answer) {
      scripted = { answer };
    },
    failWrite() {
      writeFails = true;
    },
  };
}
