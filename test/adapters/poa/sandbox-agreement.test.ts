import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaCodec } from '../../../adapters/poa/codec.js';
import { poaSettings } from '../../../adapters/poa/config.js';
import { readEnvelope } from '../../../adapters/poa/envelope.js';
import { poaOperations } from '../../../adapters/poa/operations/index.js';
import type { PanelCall } from '../../../src/model/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';
import { isOptional, type Members, type Shape } from '../../../src/operation/shape.js';
import { createPoaSimulator } from '../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../src/sandbox/simulator.js';
import { decodeMethodResponse } from '../../../src/wire/xmlrpc/index.js';
import { post } from '../../src/sandbox/poa/client.js';
import { EXAMPLES } from '../../src/sandbox/poa/examples.js';

const codec = createPoaCodec(
  poaSettings.parse({ url: 'http://panel.test:8440/', modifyUserValueMember: 'values' }),
);

type Values = Readonly<Record<string, unknown>>;

/** What an example says on the wire, as the parameters of its operation: 64-bit strings become numbers. */
function toInput(shape: Shape, value: unknown): unknown {
  if (shape.kind === 'int64') return BigInt(value as string);
  if (shape.kind === 'array') return (value as readonly unknown[]).map((item) => toInput(shape.of, item));
  if (shape.kind !== 'struct') return value;
  const given = value as Values;
  return Object.fromEntries(
    Object.entries<Members[string]>(shape.members).flatMap(([name, member]) => {
      const found = [`${name}64`, name, ...(member.aliases ?? [])].find((it) => Object.hasOwn(given, it));
      return found === undefined ? [] : [[name, toInput(member, given[found])]];
    }),
  );
}

/** Paths of what the simulator leaves out though the operation does not call it optional. */
function leftOut(shape: Shape | null, value: unknown, path = ''): string[] {
  if (shape === null || shape.kind === 'any') return [];
  if (value === null) return isOptional(shape) ? [] : [path];
  if (shape.kind === 'array') {
    return (value as readonly unknown[]).flatMap((item, index) =>
      leftOut(shape.of, item, `${path}[${index}]`),
    );
  }
  if (shape.kind !== 'struct') return [];
  return Object.entries<Members[string]>(shape.members).flatMap(([name, member]) =>
    leftOut(member, (value as Values)[name] ?? null, `${path}.${name}`),
  );
}

const CASES = poaOperations.flatMap((operation): [string, AnyOperation, Values][] => {
  const [params] = EXAMPLES[operation.method] ?? [];
  return params === undefined || operation.method === 'pem.batchRequest'
    ? []
    : [[operation.method, operation, params as Values]];
});
/** In the order of the examples, which build on one another. */
const ORDER = Object.keys(EXAMPLES);
CASES.sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other));

describe('the POA adapter and the simulator, which share no code', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    await ask('txn.Begin', { txn_id: 'another' });
  });
  afterAll(() => simulator.close());

  async function ask(method: string, values: Values) {
    const operation = poaOperations.find((it) => it.method === method);
    if (operation === undefined) throw new Error(`No operation is called ${method}`);
    const call: PanelCall = { operation, params: toInput(operation.params, values) as PanelCall['params'] };
    const response = await post(simulator, codec.encodeCall(call));
    return { call, envelope: readEnvelope(decodeMethodResponse(await response.text())) };
  }

  it.each(CASES)('mean the same by %s', async (method, operation, params) => {
    const { call, envelope } = await ask(method, params);
    if (!envelope.ok) expect.fail(`refused: ${String(envelope.failure.get('error_message'))}`);
    expect(leftOut(operation.result, codec.readResult(call, envelope.result))).toEqual([]);
  });
});
