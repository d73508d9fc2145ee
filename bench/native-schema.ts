import { graphql, printSchema, validateSchema } from 'graphql';
import { backendKinds } from '../adapters/index.js';
import { createMemoryCounters } from '../src/cache/counter-store.js';
import type { Backend, BackendKind } from '../src/model/index.js';
import { NativeLayer } from '../src/native/native-layer.js';
import { nativeOpenApi } from '../src/native/openapi.js';

/*
 * What the native layer costs when it is first asked for: nothing of it is made at start-up.
 * Run with `node --expose-gc --import tsx bench/native-schema.ts`, so that memory is counted after a collection.
 */

/** As much of a backend as a schema is made from. */
const backends = Object.entries(backendKinds).map(
  ([name, { operations }]) =>
    ({ name, kind: name.toUpperCase() as BackendKind, operations }) as unknown as Backend,
);
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

/** @returns what `make` made, having printed the milliseconds that it took and the memory that is kept for it */
function cost<T>(what: string, make: () => T): T {
  collect();
  const heapBefore = process.memoryUsage().heapUsed;
  const startedAt = performance.now();
  const made = make();
  const ms = performance.now() - startedAt;
  collect();
  const mib = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  console.log(`${what.padEnd(28)} ${ms.toFixed(1).padStart(8)} ms ${mib.toFixed(2).padStart(8)} MiB`);
  return made;
}

const layer = cost(
  'layer',
  () =>
    new NativeLayer({
      backends,
      settings: { raw: false, credentialChecksPerMinute: 10 },
      counters: createMemoryCounters(),
    }),
);
const schema = cost('schema', () => layer.schema());
cost('schema, asked again', () => layer.schema());
cost('validation', () => validateSchema(schema));
const document = cost('OpenAPI document', () => nativeOpenApi({ backends, raw: false, version: '1' }));

const methods = backends.reduce((sum, { operations }) => sum + operations.length, 0);
const types = Object.keys(schema.getTypeMap()).length;
const { errors } = await graphql({ schema, source: '{ __typename }' });
if (errors !== undefined) throw new Error('The schema does not execute.');
console.log(
  `${methods} methods, ${types} types, ${printSchema(schema).length} characters of SDL, ${JSON.stringify(document).length} of OpenAPI`,
);
