import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { backendKinds } from '../../adapters/index.js';
import { createLog } from '../../src/log/index.js';
import type { BackendKinds } from '../../src/model/index.js';
import { SIMULATORS } from '../../src/sandbox/simulators.js';
import { inputsOf } from '../support/shape-values.js';
import { tapPanel } from '../support/tapped-panel.js';
import type { DecoderName } from './decoders.js';

/**
 * Writes `corpus/<decoder>`: what the simulators answer to their methods. To be run again when they answer otherwise:
 * `npx tsx test/fuzz/collect-corpus.ts`
 */
const CORPUS = fileURLToPath(new URL('./corpus', import.meta.url));
const DECODER_OF: Readonly<Record<keyof typeof SIMULATORS, DecoderName>> = {
  poa: 'xmlrpc',
  mspc: 'document',
  hsphere: 'encoded',
  enom: 'httpxml',
};
const MAX_BYTES = 6_000;
const MAX_FILES = 24;
const TRIES = 12;
/** A refusal is like the other. */
const MAX_REFUSALS = 2;
const REFUSAL = /error_message|faultcode|<Err1>/;

/** Parameters that objects of the seed data have, by name. */
const KNOWN: Readonly<Record<string, unknown>> = {
  account_id: 1000005,
  subscription_id: 2000005,
  domain_id: 3000001,
  user_id: 4000005,
  service_user_id: 4000005,
  mailbox_id: 5000001,
  webspace_id: 7000001,
  st_id: 12,
  service_template_id: 12,
  name: 'nordlicht.example',
  domain_name: 'nordlicht.example',
  login: 'nordlicht',
  userId: 12,
  packageId: 17,
  planId: 11,
  sld: 'nordlicht',
  tld: 'example',
  SLD: 'nordlicht',
  TLD: 'example',
};

const text = fc.constantFrom('nordlicht', 'nordlicht.example', 'kaffeehaus');
const protocol = { text, dateTime: fc.constant('2026-11-21T09:30:00'), any: fc.constant('something') };

for (const kind of Object.keys(SIMULATORS) as ReadonlyArray<keyof typeof SIMULATORS>) {
  const simulator = await SIMULATORS[kind]({});
  const tap = await tapPanel(simulator.url);
  const { kind: _, ...settings } = simulator.configuration;
  const module = (backendKinds as BackendKinds)[kind];
  if (module === undefined) throw new Error(`There is no adapter for ${kind}.`);
  const entry = module.schema.parse({ ...settings, url: tap.url });
  const backend = module.create(kind, entry, { log: createLog('silent') });
  const folder = join(CORPUS, DECODER_OF[kind]);
  mkdirSync(folder, { recursive: true });
  let written = 0;
  let refusals = 0;
  for (const operation of backend.operations.filter(({ effect }) => effect === 'read')) {
    if (written >= MAX_FILES) break;
    let best: Buffer | undefined;
    for (const params of fc.sample(inputsOf(operation.params, protocol), { numRuns: TRIES, seed: 11 })) {
      const known = Object.keys(params).flatMap((name) => (name in KNOWN ? [[name, KNOWN[name]]] : []));
      const call = { operation, params: { ...params, ...Object.fromEntries(known) } };
      await backend.callAll([call], { credentials: null, signal: new AbortController().signal });
      for (const { answered } of tap.take()) {
        const isRefusal = REFUSAL.test(answered.toString());
        if (isRefusal && (best !== undefined || refusals >= MAX_REFUSALS)) continue;
        const isBetter = best === undefined || REFUSAL.test(best.toString()) || answered.length > best.length;
        if (answered.length <= MAX_BYTES && isBetter) best = answered;
      }
    }
    if (best === undefined) continue;
    if (REFUSAL.test(best.toString())) refusals += 1;
    writeFileSync(join(folder, `${operation.method}.xml`), best);
    written += 1;
  }
  await backend.close();
  await tap.close();
  await simulator.close();
  console.log(`${kind}: ${written} answers`);
}
