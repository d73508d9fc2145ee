import { listen, type SimulatedAnswer } from '../listener.js';
import type { LedgerEntry, Simulator } from '../simulator.js';
import type { Order } from './account.js';
import type { EnvelopeOptions } from './envelope.js';
import { understand } from './handlers.js';
import { readRequest } from './request.js';
import { EnomState } from './state.js';

const PATH = '/interface.asp';
const ADMISSION = { uid: 'resellid', pw: 'sandbox-enom' };

/** What ASP takes of a request by default; beyond it the answer is HTTP 413. */
const MAX_REQUEST_BYTES = 200_000;

export interface EnomSimulatorOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** The simulator's clock, which its seed data counts from. */
  readonly now?: () => Date;
  /** `lower` writes every element name in lower case, `documented` (the default) in its mixture. */
  readonly elementCase?: EnvelopeOptions['elementCase'];
}

export interface EnomSimulator extends Simulator {
  readonly ledger: readonly LedgerEntry[];
  /** What was charged since the start or the last `reset`, oldest first. One purchase, one entry. */
  readonly orders: readonly Order[];
  /** What is left of the reseller's money, in cents. */
  readonly balanceMinor: number;
  /** How many requests since then had the login or a password in their URL, refused ones included. */
  readonly credentialsInUrl: number;
}

/**
 * Starts a stand-in of the eNom reseller interface on a loopback port: form or query in,
 * `interface-response` out.
 *
 * @throws where the port is taken
 * @see docs/sandbox-enom.md for what is simulated and from which sources
 */
export async function createEnomSimulator(options: EnomSimulatorOptions = {}): Promise<EnomSimulator> {
  const state = new EnomState(options.now ?? (() => new Date()));
  let credentialsInUrl = 0;
  const resetState = () => {
    state.reset();
    credentialsInUrl = 0;
  };

  const listener = await listen(
    options.port ?? 0,
    (request) => {
      const length = request.query.length + request.body.length;
      if (length > MAX_REQUEST_BYTES) return page(413, 'Request Entity Too Large');
      if (request.path.toLowerCase() !== PATH) return page(404, 'The resource cannot be found.');
      if (request.verb !== 'GET' && request.verb !== 'POST') return page(405, 'Method not allowed');
      const read = readRequest(request);
      if (read.credentialsInUrl) credentialsInUrl += 1;
      return understand(read, ADMISSION, state, options.elementCase ?? 'documented');
    },
    resetState,
    () => state.ledger,
  );

  const url = `${listener.origin}${PATH}`;
  return {
    kind: 'enom',
    url,
    configuration: { kind: 'enom', url, ...ADMISSION },
    calls: listener.calls,
    faults: listener.faults,
    orders: state.orders,
    ledger: state.ledger,
    get balanceMinor() {
      return state.account.balanceMinor;
    },
    get credentialsInUrl() {
      return credentialsInUrl;
    },
    reset() {
      resetState();
      listener.calls.length = 0;
      listener.faults.clear();
    },
    close: () => listener.close(),
  };
}

/** What the web server says by itself, before the interface is reached. */
function page(status: number, title: string): SimulatedAnswer {
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h2>${title}</h2></body></html>`,
  };
}
