import { join } from 'node:path';
import { type Gateway, loadGatewayConfig, startGateway } from '../../src/gateway.js';
import { createLog } from '../../src/log/index.js';
import type { Simulator, SimulatorKind } from '../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../src/sandbox/simulators.js';
import { createConfigFolder } from './config-file.js';

type Section = Readonly<Record<string, unknown>>;

export interface ConfiguredGatewayOptions {
  /** The panels that stand behind it. */
  readonly kinds?: readonly SimulatorKind[];
  /** Sections of the configuration. */
  readonly sections?: Readonly<Record<string, Section>>;
  /** Settings that every backend gets. */
  readonly backend?: Section;
}

export interface ConfiguredGateway {
  readonly origin: string;
  /** Where its configuration is. */
  readonly folder: string;
  readonly simulators: ReadonlyMap<SimulatorKind, Simulator>;
  /** The log as it was written. */
  readonly logText: () => string;
  /** Lines of the log, read back. */
  readonly log: () => ReadonlyArray<Readonly<Record<string, unknown>>>;
  ask(query: string, headers?: Readonly<Record<string, string>>, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: ReadonlyArray<{
      readonly message: string;
      readonly extensions: Readonly<Record<string, unknown>>;
    }>;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
}

/** The whole gateway, from a configuration file to its port, in front of simulated panels, all in this process. */
export async function startConfiguredGateway({
  kinds = ['poa'],
  sections = {},
  backend = {},
}: ConfiguredGatewayOptions = {}): Promise<ConfiguredGateway> {
  const folder = createConfigFolder();
  const simulators = new Map(
    await Promise.all(kinds.map(async (kind) => [kind, await SIMULATORS[kind]({})] as const)),
  );
  const backends = Object.fromEntries(
    [...simulators].map(([kind, { configuration }]) => [kind, { ...configuration, ...backend }]),
  );
  const file = folder.write(
    'gateway.json',
    JSON.stringify({
      ...sections,
      audit: { file: join(folder.path, 'audit.jsonl'), ...sections.audit },
      server: { port: 0, graphiql: false, docs: false, ...sections.server },
      backends,
    }),
  );
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => lines.push(line) });
  const gateway: Gateway = await startGateway(loadGatewayConfig({ file, env: {} }), log);
  return {
    origin: gateway.url,
    folder: folder.path,
    simulators,
    logText: () => lines.join(''),
    log: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    async ask(query, headers = {}, variables = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      // What a test reads of it, it names.
      const body = (await response.json()) as Answer['body'];
      return { status: response.status, headers: response.headers, body };
    },
    async close() {
      await gateway.close();
      await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
      folder.remove();
    },
  };
}
