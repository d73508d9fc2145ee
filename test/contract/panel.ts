import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BackendFaultError, BadUserInputError } from '../../src/errors/index.js';
import { type Backend, type Listing, NODE_TYPES, type Panel } from '../../src/model/index.js';
import type { Simulator } from '../../src/sandbox/simulator.js';
import { describeFailingPanel } from './failing-panel.js';
import { asksOf, detailsOf, findersOf, methodsOf, openPanel, ownersOf, type Samples } from './panel-asks.js';

/** A kind of backend, and what is known of the panel that it is tried with. */
export interface PanelUnderContract {
  readonly samples: Samples;
  /** Native ids that could be, and are not. */
  readonly absent: Samples['present'];
  /** Native ids in another spelling than that of answers. */
  readonly respelled: Samples['present'];
  /** Values of its settings that nobody may be told. */
  readonly secrets: readonly string[];
  /** How its protocol refuses a call, in these words. */
  readonly refusal: (text: string) => string;
  startSimulator(): Promise<Simulator>;
  /** @param settings - in place of, or besides, those of the kind */
  create(settings: Readonly<Record<string, unknown>>): Backend;
}

const isListing = (value: unknown): value is Listing<object> =>
  typeof value === 'object' && value !== null && ('whole' in value || 'page' in value);

const rowsOf = (listing: Listing<object>): ReadonlyArray<object | Error> =>
  'whole' in listing ? listing.whole : listing.page;

/** Every record in an answer, however deep. */
function* recordsIn(value: unknown): Generator<{ readonly id: string; readonly backend: string }> {
  if (typeof value !== 'object' || value === null || value instanceof Error) return;
  if ('id' in value && 'backend' in value) yield value as { id: string; backend: string };
  for (const inner of Object.values(value)) yield* recordsIn(inner);
}

/** Names of an object's methods: those of its class, or its own if it has none. What a class was given is no method. */
const functionsOf = (object: object): string[] => {
  const prototype = Object.getPrototypeOf(object) as object;
  const place = prototype === Object.prototype ? object : prototype;
  return Object.entries(Object.getOwnPropertyDescriptors(place))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name);
};

/** What the graph counts on, whichever panel is behind the port. */
export function describePanelContract(name: string, subject: PanelUnderContract): void {
  const { samples, absent, respelled } = subject;

  describe(`${name} as a panel`, () => {
    let simulator: Simulator;
    let backend: Backend;

    beforeAll(async () => {
      simulator = await subject.startSimulator();
      backend = subject.create(simulator.configuration);
    });
    beforeEach(() => simulator.reset());
    afterAll(async () => {
      await backend.close();
      await simulator.close();
    });

    describe('native ids', () => {
      it('have one spelling, which is their own', () => {
        for (const [type, id] of Object.entries(samples.present)) {
          expect(backend.canonicalId(type as keyof typeof samples.present, id, ['id']), type).toBe(id);
        }
        for (const [type, id] of Object.entries(respelled)) {
          const key = type as keyof typeof respelled;
          const canonical = backend.canonicalId(key, id, ['id']);
          expect(canonical, type).not.toBe(id);
          expect(backend.canonicalId(key, canonical ?? '', ['id']), type).toBe(canonical);
        }
      });

      it.each(['', ' ', '-1', '0', '1e3', '1.5', '\u0000', '99999999999999999999', 'a b', '../x', '١'])(
        'refuse %j for every type that the panel has, with the argument’s path',
        (junk) => {
          for (const type of Object.keys(samples.present) as (keyof typeof samples.present)[]) {
            const refused = (() => {
              try {
                return backend.canonicalId(type, junk, ['input', 'id']);
              } catch (error) {
                return error;
              }
            })();
            expect(refused, type).toBeInstanceOf(BadUserInputError);
            expect(refused, type).toMatchObject({ field: ['input', 'id'] });
          }
        },
      );

      it('are null for types that the panel lacks, which have no finder and no detail either', () => {
        const panel = openPanel(backend);
        const lacking = NODE_TYPES.filter((type) => {
          try {
            return backend.canonicalId(type, '1', ['id']) === null;
          } catch {
            return false;
          }
        });
        expect(lacking.length).toBeGreaterThan(0);
        for (const type of lacking) {
          expect(panel.find[type], type).toBeUndefined();
          expect(panel.detail[type], type).toBeUndefined();
        }
      });
    });

    it('has only methods that can be called, and those that its capabilities promise', () => {
      const panel = openPanel(backend);
      const { find, detail } = panel;
      const methods = methodsOf(panel);
      for (const name of methods) expect(panel[name], name).toBeTypeOf('function');
      // TypeScript lets a class have more than its interface, so a misspelt member would be one that nobody asks.
      expect(functionsOf(panel).sort()).toEqual([...methods].sort());
      for (const name of [...functionsOf(find), ...functionsOf(detail)]) expect(NODE_TYPES).toContain(name);
      for (const type of NODE_TYPES) {
        expect(['function', 'undefined'], type).toContain(typeof find[type]);
        expect(['function', 'undefined'], type).toContain(typeof detail[type]);
      }
      const { capabilities } = backend;
      expect(capabilities.includes('LIST_ACCOUNTS')).toBe(methods.includes('accounts'));
      // These two some panels promise only once they have answered.
      if (capabilities.includes('READ_PLANS')) expect(find.HostingPlan).toBeDefined();
      if (capabilities.includes('READ_PACKAGES')) expect(find.Package).toBeDefined();
      const found = NODE_TYPES.filter((type) => find[type] !== undefined);
      expect(found.sort()).toEqual(Object.keys(samples.present).sort());
    });

    it('finds what is there, under the id that it was asked for', async () => {
      for (const { type, run } of findersOf(openPanel(backend), samples)) {
        expect(await run(), type).toMatchObject({
          id: `${backend.name}:${type}:${samples.present[type]}`,
          backend: backend.name,
        });
      }
    });

    it('answers null or a refusal for what is not there', async () => {
      const finders = findersOf(openPanel(backend), samples);
      expect(Object.keys(absent).sort()).toEqual(finders.map(({ type }) => type).sort());
      for (const { type, run } of finders) {
        const answer = await run(absent[type]).catch((error: unknown) => error);
        if (answer !== null) expect(answer, type).toBeInstanceOf(BackendFaultError);
      }
    });

    it('makes the same calls for an object found twice as for one found once', async () => {
      for (const { type } of findersOf(openPanel(backend), samples)) {
        const find = (panel: Panel) => panel.find[type]?.(samples.present[type] ?? '', { resources: false });
        simulator.reset();
        await find(openPanel(backend));
        const once = simulator.calls.length;
        simulator.reset();
        const panel = openPanel(backend);
        await Promise.all([find(panel), find(panel)]);
        await find(panel);
        expect(once, type).toBeGreaterThan(0);
        expect(simulator.calls.length, type).toBe(once);
      }
    });

    it('gives every record of every answer an id that it takes back as it is', async () => {
      for (const ask of asksOf(openPanel(backend), backend.name, samples)) {
        const answer = await ask.run().catch((error: unknown) => {
          expect(error, ask.name).toBeInstanceOf(BackendFaultError);
          return null;
        });
        for (const { id, backend: from } of recordsIn(answer)) {
          const [prefix, type, ...rest] = id.split(':');
          const known = NODE_TYPES.find((one) => one === type);
          expect([prefix, from], ask.name).toEqual([backend.name, backend.name]);
          if (known === undefined) throw new Error(`${ask.name}: ${id} is of no type`);
          expect(backend.canonicalId(known, rest.join(':'), ['id']), ask.name).toBe(rest.join(':'));
        }
      }
    });

    it('says of what it finds whom that belongs to, and says the same when asked by the id alone', async () => {
      const panel = openPanel(backend);
      expect(panel.ownership?.root).toBe(backend.kind === 'ENOM' ? 'Domain' : 'Account');
      for (const { type, told, ask } of ownersOf(panel, backend.name, samples)) {
        const found = await told();
        const asked = ask === undefined ? found : await ask();
        expect(asked ?? null, type).toEqual(found ?? null);
        if (found === null || found === undefined) continue;
        expect(backend.canonicalId(found.type, found.nativeId, ['id']), type).toBe(found.nativeId);
      }
    });

    it('leaves no member of a fuller answer untold', async () => {
      for (const { type, run } of detailsOf(openPanel(backend), backend.name, samples)) {
        const detail = await run();
        expect(detail, type).not.toBeNull();
        for (const [member, value] of Object.entries(detail ?? {})) {
          expect(value, `${type}.${member}`).not.toBeUndefined();
        }
      }
    });

    it('answers lists whole or by the page, no record twice', async () => {
      for (const ask of asksOf(openPanel(backend), backend.name, samples)) {
        const answer = await ask.run().catch(() => null);
        if (!isListing(answer)) continue;
        expect('whole' in answer, ask.name).not.toBe('page' in answer);
        if ('page' in answer) expect(answer, ask.name).toMatchObject({ offset: 0 });
        const ids = rowsOf(answer).flatMap((row) => ('id' in row ? [row.id] : []));
        expect(new Set(ids).size, ask.name).toBe(ids.length);
      }
    });

    it('cuts pages that join without a gap, of no row too', async () => {
      for (const [method, list] of pagersOf(openPanel(backend), backend.name, samples)) {
        const all = await list({ first: 200, offset: 0 });
        if (all === null || 'whole' in all) continue;
        const none = await list({ first: 0, offset: 0 });
        expect(none, method).toMatchObject({ page: [], offset: 0, hasNext: all.page.length > 0 });
        const joined: unknown[] = [];
        for (let hasNext = true; hasNext; ) {
          const page = await list({ first: 3, offset: joined.length });
          if (page === null || 'whole' in page) throw new Error(`${method} pages at times`);
          expect(page, method).toMatchObject({ offset: joined.length, total: all.total });
          expect(page.page.length, method).toBeLessThanOrEqual(3);
          joined.push(...page.page);
          hasNext = page.hasNext && page.page.length > 0;
        }
        expect(joined, method).toEqual(all.page);
      }
    });
  });

  describeFailingPanel(name, subject);
}

type Pager = (page: { first: number; offset: number }) => Promise<Listing<object> | null>;

function pagersOf(panel: Panel, backend: string, { present }: Samples): ReadonlyArray<[string, Pager]> {
  const nativeId = present.Account ?? '';
  const account = { id: `${backend}:Account:${nativeId}`, backend, nativeId };
  const pagers: ReadonlyArray<[keyof Panel, Pager]> = [
    ['accounts', async (page) => panel.accounts?.(null, true, page) ?? null],
    ['childAccounts', async (page) => panel.childAccounts?.(account, true, page) ?? null],
    ['accountPackages', async (page) => panel.accountPackages?.(account, page) ?? null],
    ['domains', async (page) => panel.domains?.(page) ?? null],
    ['emailExpirations', async (page) => panel.emailExpirations?.(page) ?? null],
  ];
  return pagers.filter(([name]) => panel[name] !== undefined);
}
