#!/usr/bin/env node
import 'reflect-metadata';
import { type Command, parseArguments, USAGE, UsageError } from './cli/arguments.js';
import { ConfigError } from './config/index.js';

/** Exit codes: 1, it failed while running or could not have its port; 2, it was told something unusable. */
const FAILED = 1;
const MISUSED = 2;

async function main(): Promise<void> {
  const { env } = process;
  const command = parseArguments(process.argv.slice(2), env.HOSTGRAPH_CONFIG);
  // Each loads what it needs when it is asked for: a gateway is many modules, and a new key takes few.
  switch (command.name) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'key':
      process.stdout.write((await import('./cli/key.js')).describeNewKey(command.id));
      return;
    case 'import': {
      const { runImport } = await import('./cli/import.js');
      const { output, report, isDone } = await runImport(command, env);
      process.stderr.write(report);
      print(output, isDone);
      return;
    }
    default:
      await withConfig(command, env);
  }
}

type Configured = Exclude<Command, { readonly name: 'help' | 'key' | 'import' }>;

async function withConfig(command: Configured, env: NodeJS.ProcessEnv): Promise<void> {
  const { checkGateway, loadGatewayConfig } = await import('./gateway.js');
  const config = loadGatewayConfig({ file: command.config, env });
  switch (command.name) {
    case 'rotate':
      process.stdout.write((await import('./cli/key.js')).describeRotation(config, command.id));
      return;
    case 'keys':
      process.stdout.write((await import('./cli/keys.js')).describeKeys(config));
      return;
    case 'operations': {
      const { describeOperations } = await import('./cli/operations.js');
      process.stdout.write(describeOperations((await checkGateway(config)).registry));
      return;
    }
    case 'check': {
      await checkGateway(config);
      process.stdout.write('The configuration is valid.\n');
      if (!command.ping) return;
      const { text, isDone } = await (await import('./cli/ping.js')).pingBackends(config);
      print(text, isDone);
      return;
    }
    case 'outcome': {
      const { text, isDone } = await (await import('./cli/outcome.js')).tellOutcome(config, command);
      print(text, isDone);
      return;
    }
    case 'serve':
      await (await import('./cli/serve.js')).serve(config);
      return;
    default:
      command satisfies never;
  }
}

function print(text: string, isDone: boolean): void {
  process.stdout.write(text);
  if (!isDone) process.exitCode = FAILED;
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
