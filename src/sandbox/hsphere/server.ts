import type { Framing } from '../framing.js';
import { listen, type SimulatedAnswer, type SimulatedRequest, type UnderstoodCall } from '../listener.js';
import type { Simulator } from '../simulator.js';
import { Draw } from './axis/draw.js';
import { ENGINES, type Engine } from './axis/engines.js';
import { AxisFault } from './axis/fault.js';
import { isAxisPath, SERVICE, SERVICE_PATH } from './axis/routing.js';
import { writeFault } from './axis/write-fault.js';
import { writeReply } from './axis/write-reply.js';
import { toLedgerEntries } from './ledger-entries.js';
import { refusal } from './refusal.js';
import { ADMINISTRATOR } from './seed.js';
import { HsphereState } from './state.js';
import { understandAction } from './understand.js';

export interface HsphereSimulatorOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** How the answering Axis is set up; default `stock`. */
  readonly engine?: Engine;
  /** How answers tell their end; default `chunked`, as Tomcat does. */
  readonly framing?: Framing;
  /** Faults also carry a stack trace; default false. */
  readonly development?: boolean;
  /** What ids, prefixes and the order of replies are drawn from; default 1. */
  readonly seed?: number;
  /** The host name that faults tell; default `panel.sandbox.example`. */
  readonly hostname?: string;
}

export interface HsphereSimulator extends Simulator {
  readonly ledger: NonNullable<Simulator['ledger']>;
  /** The panel's data, with the ledger of all that was changed. */
  readonly state: HsphereState;
}

/**
 * Starts a stand-in of an H-Sphere panel's AdminServices on a loopback port: SOAP 1.1 RPC/encoded as Apache Axis
 * 1.4 speaks it.
 *
 * @throws where the port is taken
 * @see docs/sandbox-hsphere.md for what is simulated and from which sources
 */
export async function createHsphereSimulator(
  options: HsphereSimulatorOptions = {},
): Promise<HsphereSimulator> {
  const { port = 0, engine = 'stock', framing = 'chunked', seed = 1 } = options;
  const { development = false, hostname = 'panel.sandbox.example' } = options;
  const state = new HsphereState();
  const draw = new Draw(seed);
  let cookies = 0;

  function answer(status: number, contentType: string, body: string): SimulatedAnswer {
    // Axis's own server sends a bare number as both cookies; a client must live with it.
    const cookie = String(cookies);
    cookies += 1;
    return {
      status,
      contentType,
      body,
      framing,
      headers: { 'set-cookie': cookie, 'set-cookie2': cookie },
    };
  }

  const fault = (problem: AxisFault) =>
    answer(500, 'text/xml;charset=utf-8', writeFault(problem, { hostname, development }));

  function orFault(work: () => SimulatedAnswer): SimulatedAnswer {
    try {
      return work();
    } catch (error) {
      if (error instanceof AxisFault) return fault(error);
      throw error;
    }
  }

  function understand(request: SimulatedRequest): UnderstoodCall | SimulatedAnswer {
    const { path, verb } = request;
    if (!isAxisPath(path)) return answer(404, 'text/html;charset=utf-8', page('HTTP Status 404'));
    if (verb === 'GET' || verb === 'HEAD') {
      return answer(200, 'text/html;charset=utf-8', page(SERVICE, 'Hi there, this is an AXIS service!'));
    }
    if (verb !== 'POST') return answer(405, 'text/html;charset=utf-8', page('HTTP Status 405'));
    try {
      const { action, namespace, recorded, run } = understandAction(request, state);
      return {
        method: action,
        params: recorded,
        run: () =>
          orFault(() =>
            answer(
              200,
              'text/xml;charset=utf-8',
              writeReply(action, namespace, run(), ENGINES[engine], draw),
            ),
          ),
        fault: (message) => fault(refusal('SandboxException', message)),
      };
    } catch (error) {
      if (error instanceof AxisFault) return fault(error);
      throw error;
    }
  }

  function resetState(): void {
    state.reset();
    draw.reset();
    cookies = 0;
  }

  const ledger = () => toLedgerEntries(state.ledger);
  const listener = await listen(port, understand, resetState, ledger);
  const url = `${listener.origin}${SERVICE_PATH}`;
  const { login, password } = ADMINISTRATOR;
  return {
    kind: 'hsphere',
    url,
    configuration: {
      kind: 'hsphere',
      url,
      login,
      password,
      faults: [
        { exceptionClass: 'AccountNotFoundException', code: 'NOT_FOUND' },
        { exceptionClass: 'DuplicateLoginException', code: 'TAKEN' },
        { exceptionClass: 'PermissionException', code: 'FORBIDDEN' },
        { exceptionClass: 'PlanException', code: 'INVALID' },
        { exceptionClass: 'ValidationException', code: 'INVALID' },
      ],
    },
    calls: listener.calls,
    faults: listener.faults,
    get ledger() {
      return ledger();
    },
    state,
    reset() {
      resetState();
      listener.calls.length = 0;
      listener.faults.clear();
    },
    close: () => listener.close(),
  };
}

const page = (title: string, text = ''): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
