import { listen, type SimulatedAnswer, type SimulatedRequest, type UnderstoodCall } from '../listener.js';
import type { LedgerEntry, Simulator } from '../simulator.js';
import type { BatchResults } from './batch.js';
import type { Data } from './data.js';
import { dispatch, isMethod } from './dispatch.js';
import { redact } from './redact.js';
import { EXTYPE, MODULE_ID } from './refusal.js';
import { seed as seedData } from './seed.js';
import { State } from './state.js';
import { readMethodCall, UnreadableCall } from './wire/read-call.js';
import type { Received } from './wire/values.js';
import { writeAnswer, writeFault } from './wire/write-answer.js';

export interface PoaSimulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** What a successful pem.batchRequest answers beside its status; `envelopes` by default. */
  readonly batchResults?: BatchResults;
  /** Milliseconds since the epoch, for the time-outs of transactions. */
  readonly now?: () => number;
  /** Fills the empty panel; by default the data of `seed.ts`. */
  readonly seed?: (data: Data) => void;
}

const USERNAME = 'api';
const PASSWORD = 'sandbox-poa';
const CREDENTIALS = Buffer.from(`${USERNAME}:${PASSWORD}`).toString('base64');

/** What the simulator means by its refusals, for the gateway's `faults` setting. */
const MEANINGS = [
  [EXTYPE.notFound, 'NOT_FOUND'],
  [EXTYPE.exists, 'TAKEN'],
  [EXTYPE.overLimit, 'QUOTA_EXCEEDED'],
  [EXTYPE.weakPassword, 'WEAK_PASSWORD'],
  [EXTYPE.wrongState, 'WRONG_STATE'],
  [EXTYPE.hasChildren, 'HAS_CHILDREN'],
  [EXTYPE.invalidArguments, 'INVALID'],
] as const;

/** The codes of xmlrpc-c; the panel's own are documented nowhere. */
const FAULT = { internal: -500, unreadable: -503, unknownMethod: -506 } as const;

/** Clients post to either; the reference uses the bare host and port. */
const PATHS = new Set(['/', '/RPC2']);

/**
 * A POA (Parallels Operations Automation) public API server: XML-RPC over HTTP on loopback, strict as documented,
 * with data to explore. `docs/sandbox-poa.md` says what it simulates and what not.
 */
export async function createPoaSimulator(options: PoaSimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, batchResults = 'envelopes', now = Date.now, seed = seedData } = options;
  const state = new State(seed, now);

  function understand(request: SimulatedRequest): UnderstoodCall | SimulatedAnswer {
    const refused = refuseRequest(request);
    if (refused !== undefined) return refused;
    try {
      const { method, params } = readMethodCall(request.body);
      if (!isMethod(method)) return fault(FAULT.unknownMethod, `Unknown method ${method}`);
      return {
        method,
        params: params.map(redact),
        run: () => carryOut(method, params),
        fault: (message) => fault(FAULT.internal, message),
      };
    } catch (error) {
      if (error instanceof UnreadableCall)
        return fault(FAULT.unreadable, `Cannot read the call: ${error.message}`);
      throw error;
    }
  }

  function carryOut(method: string, params: readonly Received[]): SimulatedAnswer {
    try {
      return xml(writeAnswer(dispatch(state, method, params, batchResults)));
    } catch {
      return fault(FAULT.internal, 'Internal error');
    }
  }

  const ledger = (): LedgerEntry[] =>
    [...state.data.ledger.rows()].map(({ method, params }) => ({ method, params }));
  const listener = await listen(port, understand, () => state.reset(), ledger);
  const url = `${listener.origin}/`;
  return {
    kind: 'poa',
    url,
    configuration: {
      kind: 'poa',
      url,
      username: USERNAME,
      password: PASSWORD,
      faults: MEANINGS.map(([extypeId, code]) => ({ extypeId, moduleId: MODULE_ID, code })),
    },
    calls: listener.calls,
    faults: listener.faults,
    get ledger() {
      return ledger();
    },
    reset() {
      state.reset();
      listener.calls.length = 0;
      listener.faults.clear();
    },
    close: () => listener.close(),
  };
}

/** What is answered before the body is looked at. The content type is not checked: clients send many. */
function refuseRequest({ path, verb, headers }: SimulatedRequest): SimulatedAnswer | undefined {
  if (!PATHS.has(path)) return page(404, 'Not Found');
  if (verb !== 'POST') return page(405, 'Method Not Allowed', { allow: 'POST' });
  if (!isAuthorized(headers.authorization)) {
    return page(401, 'Unauthorized', { 'www-authenticate': 'Basic realm="POA Public API"' });
  }
  return undefined;
}

function isAuthorized(authorization = ''): boolean {
  const [scheme, credentials] = authorization.split(' ', 2);
  return scheme?.toLowerCase() === 'basic' && credentials === CREDENTIALS;
}

function fault(code: number, message: string): SimulatedAnswer {
  return xml(writeFault(code, message));
}

/** The header names no charset: the answer is UTF-8 all the same. */
function xml(body: string): SimulatedAnswer {
  return { status: 200, contentType: 'text/xml', body };
}

function page(
  status: number,
  title: string,
  headers: Readonly<Record<string, string>> = {},
): SimulatedAnswer {
  return {
    status,
    contentType: 'text/html',
    body: `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`,
    headers,
  };
}
