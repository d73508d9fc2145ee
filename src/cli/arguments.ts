import { parseArgs } from 'node:util';
import { IMPORT_USAGE, type ImportCommand, parseImport } from './import-arguments.js';
import { type KeyCommand, keyCommand } from './key-arguments.js';
import { UsageError } from './usage-error.js';

export { UsageError };

/** What the program was asked to do. */
export type Command =
  | { readonly name: 'serve'; readonly config: string | null }
  | { readonly name: 'check'; readonly config: string; readonly ping: boolean }
  | KeyCommand
  | { readonly name: 'keys' | 'operations'; readonly config: string }
  | OutcomeCommand
  | ImportCommand
  | { readonly name: 'help' };

/** Tells, or sets, what became of a write. */
export interface OutcomeCommand {
  readonly name: 'outcome';
  readonly config: string;
  readonly key: string;
  /** Whose write it is. */
  readonly principal: string;
  readonly set: 'APPLIED' | 'REJECTED' | null;
}

export const USAGE = `hostgraph [serve] [--config FILE]   serves the backends of FILE, or the sandbox without one
hostgraph check --config FILE       checks FILE and ends
  [--ping]                            and asks each backend something harmless, with its login
hostgraph key ID                    makes an API key for the caller ID
hostgraph key rotate ID --config FILE makes a second key for the caller ID, and says what to do with it
hostgraph keys --config FILE        lists the callers and what they may do
hostgraph operations --config FILE  lists the operations that it knows, with their ids and routes
hostgraph outcome KEY --config FILE tells what became of the write with the idempotency key KEY
  [--principal ID]                    of the caller ID; without auth in FILE that is local, the default
  [--set APPLIED|REJECTED]            settles by your word what nobody can read back
${IMPORT_USAGE}
HOSTGRAPH_CONFIG stands for --config, PORT for server.port (0: a free one).
`;

/**
 * Reads the command line.
 *
 * @param configured - the file that the environment names, which `--config` overrides
 * @throws {@link UsageError} with a sentence for whoever typed it
 */
export function parseArguments(args: readonly string[], configured: string | undefined): Command {
  if (args[0] === 'import' && !args.includes('--help') && !args.includes('-h'))
    return parseImport(args.slice(1));
  const { values, positionals } = parse(args);
  if (values.help === true) return { name: 'help' };
  const [name = 'serve', ...operands] = positionals;
  if (name !== 'outcome' && (values.principal ?? values.set) !== undefined)
    throw new UsageError('--principal and --set go with outcome.');
  if (name !== 'check' && values.ping !== undefined) throw new UsageError('--ping goes with check.');
  const file = values.config ?? configured ?? '';
  if (name === 'key') return keyCommand(operands, file);
  if (name === 'outcome') return outcomeCommand(operands, values, file);
  if (name !== 'serve' && name !== 'check' && name !== 'keys' && name !== 'operations')
    throw new UsageError('The commands are serve, check, key, keys, operations, outcome and import.');
  if (operands.length > 0) throw new UsageError(`${name} takes no operands; a file goes after --config.`);
  if (name === 'serve') return { name, config: file === '' ? null : file };
  if (file === '') throw new UsageError(`${name} takes a file: --config FILE, or HOSTGRAPH_CONFIG.`);
  return name === 'check' ? { name, config: file, ping: values.ping ?? false } : { name, config: file };
}

function outcomeCommand(
  [key, ...rest]: readonly string[],
  { principal = LOCAL, set }: { readonly principal?: string; readonly set?: string },
  config: string,
): OutcomeCommand {
  if (key === undefined || rest.length > 0)
    throw new UsageError('outcome takes one operand, the idempotency key of the write.');
  if (set !== undefined && set !== 'APPLIED' && set !== 'REJECTED')
    throw new UsageError('--set takes APPLIED or REJECTED.');
  if (config === '') throw new UsageError('outcome takes a file: --config FILE, or HOSTGRAPH_CONFIG.');
  return { name: 'outcome', config, key, principal, set: set ?? null };
}

/** Who asks where there is no `auth`. */
const LOCAL = 'local';

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: 'string', short: 'c' },
        help: { type: 'boolean', short: 'h' },
        ping: { type: 'boolean' },
        principal: { type: 'string' },
        set: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}
