import type { Simulator, SimulatorKind } from '../../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../../src/sandbox/simulators.js';
import { createConfigFolder } from '../../support/config-file.js';
import { type GatewayProcess, startProcess } from '../../support/gateway-process.js';
import { type RedisServer, startRedis } from './redis.js';

export interface GraphqlAnswer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<{
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }>;
}

export interface OneGateway {
  readonly origin: string;
  readonly process: GatewayProcess;
  post(body: Readonly<Record<string, unknown>>): Promise<GraphqlAnswer>;
  run(query: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphqlAnswer>;
}

export interface TwoGateways {
  readonly redis: RedisServer;
  readonly simulators: Readonly<Record<SimulatorKind, Simulator>>;
  readonly one: OneGateway;
  readonly other: OneGateway;
  close(): Promise<void>;
}

const KINDS: readonly SimulatorKind[] = ['poa', 'mspc', 'hsphere', 'enom'];

/**
 * Two processes of the gateway in front of the same simulated panels, which this process has, and of one Redis.
 *
 * @param cache - what their configuration has under `cache`
 */
export async function startTwoGateways(cache: Readonly<Record<string, unknown>>): Promise<TwoGateways> {
  const closers: Array<() => unknown> = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const redis = await startRedis();
    closers.push(() => redis.close());
    const started = await Promise.all(KINDS.map(async (kind) => [kind, await SIMULATORS[kind]({})] as const));
    closers.push(() => Promise.all(started.map(([, simulator]) => simulator.close())));
    const folder = createConfigFolder();
    closers.push(() => folder.remove());
    // A configuration in JSON is YAML, too.
    const file = folder.write(
      'gateway.yaml',
      JSON.stringify({
        server: { port: 0, graphiql: false, docs: false },
        backends: Object.fromEntries(started.map(([kind, { configuration }]) => [kind, configuration])),
        idempotency: { secret: 'the same thirty-two characters here' },
        redis: { url: redis.url, commandTimeoutMs: 500 },
        cache,
      }),
    );
    const startOne = async (): Promise<OneGateway> => {
      const gateway = startProcess(['--config', file]);
      closers.push(async () => {
        gateway.child.kill('SIGKILL');
        await gateway.ended;
      });
      return oneGateway(gateway, await gateway.listening());
    };
    const [one, other] = await Promise.all([startOne(), startOne()]);
    return { redis, simulators: Object.fromEntries(started) as TwoGateways['simulators'], one, other, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function oneGateway(process: GatewayProcess, origin: string): OneGateway {
  const post: OneGateway['post'] = async (body) => {
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, ...((await answer.json()) as Omit<GraphqlAnswer, 'status'>) };
  };
  return { origin, process, post, run: (query, variables = {}) => post({ query, variables }) };
}
