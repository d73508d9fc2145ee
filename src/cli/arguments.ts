import { parseArgs } from 'node:util';

/** What the program was asked to do. */
export type Command =
  | { readonly name: 'serve'; readonly config: string | null }
  | { readonly name: 'check'; readonly config: string }
  | { readonly name: 'key'; readonly id: string }
  | { readonly name: 'help' };

/** The command line says something that the program does not understand. */
export class UsageError extends Error {}

export const USAGE = `hostgraph [serve] [--config FILE]   serves the backends of FILE, or the sandbox without one
hostgraph check --config FILE       checks FILE and ends
hostgraph key ID                    makes an API key for the caller ID

HOSTGRAPH_CONFIG stands for --config, PORT for server.port (0: a free one).
`;

/**
 * Reads the command line.
 *
 * @param configured - the file that the environment names, which `--config` overrides
 * @throws {@link UsageError} with a sentence for whoever typed it
 */
export function parseArguments(args: readonly string[], configured: string | undefined): Command {
  const { values, positionals } = parse(args);
  if (values.help === true) return { name: 'help' };
  const [name = 'serve', ...operands] = positionals;
  if (name === 'key') {
    const [id, ...rest] = operands;
    if (id === undefined || rest.length > 0)
      throw new UsageError('key takes one operand, the id of the caller.');
    return { name, id };
  }
  if (name !== 'serve' && name !== 'check') throw new UsageError('The commands are serve, check and key.');
  if (operands.length > 0) throw new UsageError(`${name} takes no operands; a file goes after --config.`);
  const file = values.config ?? configured ?? '';
  if (name === 'serve') return { name, config: file === '' ? null : file };
  if (file === '') throw new UsageError('check takes a file: --config FILE, or HOSTGRAPH_CONFIG.');
  return { name, config: file };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { config: { type: 'string', short: 'c' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}
