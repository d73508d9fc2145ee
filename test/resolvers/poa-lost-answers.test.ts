import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Misbehaviour } from '../../src/sandbox/misbehaviour.js';
import { afterwards, httpError, malformed } from '../../src/sandbox/misbehaviour.js';
import { type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';
import { mutationText, POA_MUTATIONS, type PoaMutation } from '../support/poa-mutations.js';

let gateway: PoaGateway;
beforeEach(async () => {
  gateway = await startPoaGateway({ batch: { reads: 'off' } });
});
afterEach(() => gateway.close());

let keys = 0;
const run = (name: string, { input, selection }: PoaMutation, idempotencyKey: string) =>
  gateway.run(mutationText(name, selection), { input: { ...input, idempotencyKey } });
const done = (): readonly string[] => (gateway.simulator.ledger ?? []).map(({ method }) => method);

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
}

/** What the gateway says of a write. */
async function verdictOf(name: string, mutation: PoaMutation, key: string): Promise<string> {
  const { data } = await run(name, mutation, key);
  const payload = data?.payload as Payload | null;
  if (payload === null) return 'UNKNOWN';
  return payload.userErrors.length > 0 ? 'REJECTED' : 'APPLIED';
}

const CASES = Object.entries(POA_MUTATIONS);
const AFTER_THE_WORK: ReadonlyArray<readonly [string, Misbehaviour]> = [
  ['is lost', { kind: 'replyLost' }],
  ['breaks off', { kind: 'truncated' }],
  ['is HTTP 500 after the work', afterwards(httpError(500))],
  ['is a fault of XML-RPC after the work', afterwards({ kind: 'fault', message: 'boom' })],
];
const INSTEAD: ReadonlyArray<readonly [string, Misbehaviour]> = [
  ['is a closed connection', { kind: 'drop' }],
  ['is HTTP 500', httpError(500)],
  ['is no XML', malformed],
  ['is a fault of XML-RPC', { kind: 'fault', message: 'boom' }],
];

describe.each(CASES)('%s on POA', (name, mutation) => {
  it('makes the calls that its page names, once, and tells what it has done', async () => {
    const { data, errors } = await gateway.run(mutationText(name, '__typename'), { input: mutation.input });
    expect(errors).toBeUndefined();
    expect(data?.payload).toMatchObject({ userErrors: [] });
    expect(gateway.takeCalls()).toEqual(mutation.calls);
    expect(done()).toEqual(mutation.changes);
  });

  it('answers its payload', async () => {
    const { data, errors } = await run(name, mutation, `key-${++keys}`);
    expect(errors).toBeUndefined();
    expect(data?.payload).toMatchObject({ userErrors: [] });
  });

  it('is told again from its record without another call of its own', async () => {
    const key = `key-${++keys}`;
    const first = await run(name, mutation, key);
    expect(await run(name, mutation, key)).toEqual(first);
    expect(done()).toEqual(mutation.changes);
  });

  it.each(AFTER_THE_WORK)(
    'whose answer %s is unknown, and found out where a call can tell',
    async (_, kind) => {
      const key = `key-${++keys}`;
      gateway.simulator.faults.next(mutation.decisive, kind);
      expect(await verdictOf(name, mutation, key)).toBe('UNKNOWN');
      expect(await verdictOf(name, mutation, key)).toBe(mutation.settles ? 'APPLIED' : 'UNKNOWN');
      expect(done()).toEqual(mutation.changes);
    },
  );

  it.each(INSTEAD)('whose answer %s is never told to have happened', async (_, kind) => {
    const key = `key-${++keys}`;
    gateway.simulator.faults.next(mutation.decisive, kind);
    expect(await verdictOf(name, mutation, key)).toBe('UNKNOWN');
    expect(await verdictOf(name, mutation, key)).toBe('UNKNOWN');
    const sent = gateway.takeCalls().filter((method) => method === mutation.decisive);
    expect(sent).toHaveLength(1);
    expect(done()).toEqual([]);
  });
});

describe('a write to POA that is not answered in time', () => {
  it('is unknown, and not sent again', async () => {
    await gateway.close();
    gateway = await startPoaGateway({ writeTimeoutMs: 1_000, batch: { reads: 'off' } });
    const mutation = POA_MUTATIONS.disableServiceUser;
    if (mutation === undefined) throw new Error('there is no example');
    gateway.simulator.faults.next(mutation.decisive, { kind: 'hang' });
    expect(await verdictOf('disableServiceUser', mutation, 'hangs')).toBe('UNKNOWN');
    expect(await verdictOf('disableServiceUser', mutation, 'hangs')).toBe('UNKNOWN');
    expect(gateway.takeCalls().filter((method) => method === mutation.decisive)).toHaveLength(1);
    expect(done()).toEqual([]);
  });
});
