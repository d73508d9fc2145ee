import 'reflect-metadata';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestGateway, startRestGateway } from '../support/rest-gateway.js';
import { filesAreTold, openWorkFolder } from './file-properties.js';
import { cursorsAreTold, graphqlIsTold, idsAreTold, restIsTold } from './request-properties.js';

/** The same inputs each time: `npm run fuzz` is for what nobody has tried yet. */
const LIMITS = { interruptAfterTimeLimit: 6_000, seed: 20_261_121 };
const TIMEOUT = { timeout: 60_000 };

describe('whatever a caller sends', () => {
  let gateway: RestGateway;
  beforeAll(async () => {
    gateway = await startRestGateway();
  });
  afterAll(async () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    await gateway.close();
  });

  it('as an id is taken apart or refused', TIMEOUT, () => {
    fc.assert(idsAreTold(), { ...LIMITS, numRuns: 3_000 });
  });

  it('as a cursor is a place in a list or refused', TIMEOUT, () => {
    fc.assert(cursorsAreTold(), { ...LIMITS, numRuns: 3_000 });
  });

  it('to GraphQL is answered, and never with an error that nobody foresaw', TIMEOUT, async () => {
    await fc.assert(graphqlIsTold(gateway), { ...LIMITS, numRuns: 600 });
  });

  it('to REST is answered, and never with an error that nobody foresaw', TIMEOUT, async () => {
    await fc.assert(restIsTold(gateway), { ...LIMITS, numRuns: 600 });
  });
});

describe('whatever an operator’s file of operations holds', () => {
  it('is read or told as a problem of the configuration', TIMEOUT, () => {
    const folder = openWorkFolder();
    try {
      fc.assert(filesAreTold(folder.path), { ...LIMITS, numRuns: 800 });
    } finally {
      folder.remove();
    }
  });
});
