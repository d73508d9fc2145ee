import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { poaOperations } from '../../../../adapters/poa/operations/index.js';
import { COVERAGE } from '../../../../src/sandbox/poa/coverage.js';
import { Data } from '../../../../src/sandbox/poa/data.js';
import { dispatch } from '../../../../src/sandbox/poa/dispatch.js';
import { findMethod, METHOD_NAMES } from '../../../../src/sandbox/poa/methods.js';
import { seed } from '../../../../src/sandbox/poa/seed.js';
import { State } from '../../../../src/sandbox/poa/state.js';
import type { ReceivedStruct } from '../../../../src/sandbox/poa/wire/values.js';
import { EXAMPLES } from './examples.js';
import { rowsOf } from './rows.js';

const names = (coverage: string) => Object.keys(COVERAGE).filter((name) => COVERAGE[name] === coverage);

describe('the list of what the POA simulator covers', () => {
  it('has every described method, and nothing else', () => {
    expect(Object.keys(COVERAGE)).toEqual(poaOperations.map(({ method }) => method).sort());
    expect(Object.keys(COVERAGE)).toHaveLength(126);
  });

  it('has every method that the simulator lists, but the one that lists them', () => {
    const state = new State(seed, () => 0);
    const listed = dispatch(state, 'system.listMethods', [], 'none');
    expect(listed).toEqual([...Object.keys(COVERAGE), 'system.listMethods'].sort());
  });

  it('is what the documentation says', () => {
    const text = readFileSync(new URL('../../../../docs/sandbox-poa.md', import.meta.url), 'utf8');
    const row = (label: string) => text.split('\n').find((line) => line.startsWith(`| ${label} |`)) ?? '';
    const typed = [...row('`typed`').matchAll(/`((?:pem|txn)\.[\w.]+)`/g)].map(([, name]) => name);
    expect(typed.sort()).toEqual(names('typed'));
    const documented = [...text.matchAll(/`((?:pem|txn)\.[\w.]+)`/g)].map(([, name]) => name);
    expect(Object.keys(COVERAGE).filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('calls exactly those changes stateful that leave something behind', () => {
    const data = new Data();
    seed(data);
    data.startNumbering();
    const wrong: string[] = [];
    for (const [name, [params]] of Object.entries(EXAMPLES)) {
      const method = findMethod(name);
      if (method === undefined) continue;
      const before = rowsOf(data);
      method.call(data, params as ReceivedStruct);
      const after = rowsOf(data);
      const leaves = after.length !== before.length || after.some((row, index) => row !== before[index]);
      if (leaves !== (method.changes && COVERAGE[name] === 'stateful')) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });

  it('has an example or a refusal for every method', () => {
    const without = METHOD_NAMES.filter((name) => EXAMPLES[name] === undefined);
    expect(without).toEqual(['pem.updateAccountAndAccountMember']);
  });
});
