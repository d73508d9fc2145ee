import type { Config } from '../config/index.js';
import { type Gateway, startGateway } from '../gateway.js';
import { createLog, describeError, type Log } from '../log/index.js';

/** What is left of the deadline for requests once they have ended: closing backends and the sandbox. */
const CLOSING_MS = 5_000;

/**
 * Serves until SIGTERM or SIGINT, then lets requests under way end and exits with 0; a second signal exits at once.
 * Standard output gets one line, JSON, when requests can come; everything else goes to standard error.
 */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config.log.level);
  crashOnUnforeseen(log);
  const starting = startGateway(config, log);
  drainOnSignal(starting, config.server.shutdownMs, log);
  const gateway = await starting;
  process.stderr.write(describeGateway(gateway, config));
  process.stdout.write(`${JSON.stringify({ event: 'listening', url: gateway.url })}\n`);
}

function drainOnSignal(starting: Promise<Gateway>, shutdownMs: number, log: Log): void {
  let draining = false;
  const onSignal = (signal: NodeJS.Signals, number: number) => {
    if (draining) process.exit(128 + number);
    draining = true;
    log.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), shutdownMs + CLOSING_MS).unref();
    // A start that fails is reported where it is awaited.
    starting.then((gateway) => gateway.close()).then(() => process.exit(0), exitAfter(log));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** A process in an unknown state must not go on with other people's panels; whoever runs it starts a new one. */
function crashOnUnforeseen(log: Log): void {
  const crash = exitAfter(log);
  process.on('unhandledRejection', crash);
  process.on('uncaughtException', crash);
}

const exitAfter = (log: Log) => (error: unknown) => {
  log.fatal({ error: describeError(error) }, 'unforeseen error, the process ends');
  process.exit(1);
};

function describeGateway({ url, backendNames }: Gateway, { server, sandbox }: Config): string {
  const backends = backendNames.join(', ');
  return [
    '',
    ...(server.graphiql ? [`  GraphiQL   ${url}/graphiql`] : []),
    `  GraphQL    ${url}/graphql`,
    ...(server.docs === false ? [] : [`  REST       ${url}/docs`]),
    sandbox
      ? `  Sandbox    ${backends}: simulated panels with sample data; set HOSTGRAPH_CONFIG for your own`
      : `  Backends   ${backends}`,
    '',
    '',
  ].join('\n');
}
