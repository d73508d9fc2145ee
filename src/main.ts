#!/usr/bin/env node
import 'reflect-metadata';
import { parseArguments, USAGE, UsageError } from './cli/arguments.js';
import { runImport } from './cli/import.js';
import { describeNewKey, describeRotation } from './cli/key.js';
import { describeKeys } from './cli/keys.js';
import { describeOperations } from './cli/operations.js';
import { tellOutcome } from './cli/outcome.js';
import { pingBackends } from './cli/ping.js';
import { serve } from './cli/serve.js';
import { ConfigError } from './config/index.js';
import { checkGateway, loadGatewayConfig } from './gateway.js';

/** Exit codes: 1, it failed while running or could not have its port; 2, it was told something unusable. */
const FAILED = 1;
const MISUSED = 2;

async function main(): Promise<void> {
  const { env } = process;
  const command = parseArguments(process.argv.slice(2), env.HOSTGRAPH_CONFIG);
  switch (command.name) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'key':
      process.stdout.write(describeNewKey(command.id));
      return;
    case 'rotate':
      process.stdout.write(describeRotation(loadGatewayConfig({ file: command.config, env }), command.id));
      return;
    case 'keys':
      process.stdout.write(describeKeys(loadGatewayConfig({ file: command.config, env })));
      return;
    case 'operations': {
      const { registry } = await checkGateway(loadGatewayConfig({ file: command.config, env }));
      process.stdout.write(describeOperations(registry));
      return;
    }
    case 'check': {
      const config = loadGatewayConfig({ file: command.config, env });
      await checkGateway(config);
      process.stdout.write('The configuration is valid.\n');
      if (!command.ping) return;
      const { text, isDone } = await pingBackends(config);
      process.stdout.write(text);
      if (!isDone) process.exitCode = FAILED;
      return;
    }
    case 'outcome': {
      const { text, isDone } = await tellOutcome(loadGatewayConfig({ file: command.config, env }), command);
      process.stdout.write(text);
      if (!isDone) process.exitCode = FAILED;
      return;
    }
    case 'import': {
      const { output, report, isDone } = await runImport(command, env);
      process.stderr.write(report);
      process.stdout.write(output);
      if (!isDone) process.exitCode = FAILED;
      return;
    }
    case 'serve':
      await serve(loadGatewayConfig({ file: command.config, env }));
      return;
    default:
      command satisfies never;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(error instanceof ConfigError || error instanceof UsageError ? MISUSED : FAILED);
});

function explain(error: unknown): string {
  if (error instanceof ConfigError) return `The configuration cannot be used:\n${indented(error.message)}`;
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${address} is in use. Set server.port or PORT to another; 0 takes a free one.`;
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return `The gateway may not listen on ${address}, port ${port} (${code}). See server.host and server.port.`;
  }
  return error instanceof Error
    ? `hostgraph could not start: ${error.message}`
    : 'hostgraph could not start.';
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
