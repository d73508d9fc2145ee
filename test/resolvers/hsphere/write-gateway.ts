import { afterEach } from 'vitest';
import type { HsphereSimulatorOptions } from '../../../src/sandbox/hsphere/server.js';
import { type HsphereGateway, startHsphereGateway } from '../../support/hsphere-gateway.js';
import { type RecordedWrites, recordWrites } from '../../support/recorded-writes.js';

export interface WriteGateway extends Omit<HsphereGateway, 'run'>, RecordedWrites {
  /** Writes that the panel has carried out, oldest first. */
  ledger(): HsphereGateway['simulator']['state']['ledger'];
}

/** Starts one a test, on a simulator of its own; they end with it. */
export function writeGateways(): (
  settings?: Readonly<Record<string, unknown>>,
  options?: HsphereSimulatorOptions,
) => Promise<WriteGateway> {
  const open: HsphereGateway[] = [];
  afterEach(async () => {
    for (const gateway of open.splice(0)) await gateway.close();
  });
  return async (settings = {}, options = {}) => {
    const gateway = await startHsphereGateway(options, { writeTimeoutMs: 1_000, retries: 0, ...settings });
    open.push(gateway);
    const { state } = gateway.simulator;
    return { ...gateway, ...recordWrites([gateway.backend]), ledger: () => state.ledger };
  };
}

/** Ways in which the answer to a write goes astray, and whether the panel had done the work by then. */
export const LOST = [
  ['is cut off after the work', { kind: 'replyLost' }, true],
  ['breaks off inside the answer', { kind: 'truncated' }, true],
  ['never comes', { kind: 'hang' }, false],
  ['is cut off before the work', { kind: 'drop' }, false],
  ['is an error page', { kind: 'answer', status: 502, contentType: 'text/html', body: '<html>' }, false],
  ['is no XML', { kind: 'answer', status: 200, contentType: 'text/xml', body: '<a><b></a>' }, false],
] as const;
