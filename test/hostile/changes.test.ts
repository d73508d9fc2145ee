import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatorKind } from '../../src/sandbox/simulator.js';
import { CUSTOMERS } from '../access/change-cases.js';
import { inputFor, mutationsOf, mutationText } from '../access/change-inputs.js';
import { enomCases } from '../support/faulted/enom-cases.js';
import { hsphereCases } from '../support/faulted/hsphere-cases.js';
import { mspcCases } from '../support/faulted/mspc-cases.js';
import { poaCases } from '../support/faulted/poa-cases.js';
import { Random } from '../support/faulted/random.js';
import type { FaultedPanel } from '../support/faulted/write-case.js';
import { runOperation } from '../support/poa-gateway.js';
import { secretInputs } from '../support/secret-inputs.js';
import { arrivalsAt } from './arrivals.js';
import { inTurn, LINES, MARK, SENDABLE, UNSENDABLE } from './hostile-texts.js';
import { KINDS, startTappedPanels, type TappedPanels } from './tapped-panels.js';

type Input = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Inputs that panels take, so that what is put into them gets that far. */
const TAKEN: Readonly<Record<SimulatorKind, FaultedPanel>> = {
  poa: poaCases,
  mspc: mspcCases,
  hsphere: hsphereCases,
  enom: enomCases,
};
const ID = /^[a-z]+:[A-Za-z]+:/;
const SECRETS = { password: 'Tr0ub4dor&3', cardNumber: '4111111111111111', privateKey: 'none' };
/** Hostile texts that arrive, at the least: what a panel takes of free text differs. */
const ARRIVING: Readonly<Record<SimulatorKind, number>> = { poa: 400, mspc: 80, hsphere: 40, enom: 10 };

/** Where an input has text. */
function textsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** A copy with another text at one place; of an id, its last part. */
function withText(value: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return (ID.exec(String(value))?.[0] ?? '') + text;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? withText(item, rest, text) : (item as unknown)));
  }
  const members = value as Input;
  return { ...members, [step]: withText(members[step], rest, text) };
}

describe.each(KINDS)('a text in a change on %s', (kind) => {
  let panels: TappedPanels;
  const sendable = inTurn([...SENDABLE, ...LINES]);
  const unsendable = inTurn(UNSENDABLE);
  beforeAll(async () => {
    panels = await startTappedPanels();
  });
  afterAll(() => panels.close());

  function inputsOf(mutation: string): readonly Input[] {
    const random = new Random(7);
    const taken = TAKEN[kind].cases
      .filter((one) => one.mutation === mutation)
      .map(({ input }) => input(random));
    const secret = secretInputs(SECRETS, 'hostile')[kind][mutation];
    return [
      inputFor(kind, mutation, CUSTOMERS[kind] ?? { ids: {}, domain: '' }),
      ...taken,
      ...(secret === undefined ? [] : [secret]),
    ];
  }

  async function send(mutation: string, input: Input, path: Path, texts: readonly string[]) {
    const arrived: string[] = [];
    const wrong: string[] = [];
    for (const text of texts) {
      panels.simulators[kind].reset();
      panels.taps[kind].take();
      const { errors = [] } = await runOperation(panels.backends, mutationText(mutation), {
        input: { ...(withText(input, path, text) as Input), idempotencyKey: randomUUID() },
      });
      const found = arrivalsAt(panels.taps[kind], [text]);
      const place = `${mutation} ${path.join('.')} ${JSON.stringify(text)}`;
      arrived.push(...found.whole);
      wrong.push(...found.wrong.map((what) => `${place}: ${what}`));
      const answer = JSON.stringify(errors);
      if (answer.includes('INTERNAL')) wrong.push(`${place}: ${answer}`);
    }
    return { arrived, wrong };
  }

  it('arrives as it was sent or not at all, wherever it stands', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    let arrived = 0;
    for (const [, mutation] of mutationsOf(panels.backends).filter(([backend]) => backend === kind)) {
      for (const input of inputsOf(mutation)) {
        for (const path of textsIn(input)) {
          const passed = await send(mutation, input, path, sendable(4));
          const refused = await send(mutation, input, path, unsendable(1));
          wrong.push(...passed.wrong, ...refused.wrong);
          arrived += passed.arrived.length;
          wrong.push(
            ...refused.arrived.map((text) => `${mutation} ${path.join('.')} sent ${JSON.stringify(text)}`),
          );
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(arrived, `texts with ${MARK} that arrived`).toBeGreaterThan(ARRIVING[kind]);
  });
});
