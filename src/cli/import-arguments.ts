import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

/** Makes a descriptor file of what a panel says of itself. */
export interface ImportCommand {
  readonly name: 'import';
  /** URL or file of a WSDL, or URL of an XML-RPC server. */
  readonly address: string;
  /** `null`: standard output. */
  readonly out: string | null;
  /** Whether a file that is there may be overwritten. */
  readonly force: boolean;
  readonly service: string | null;
  readonly only: readonly string[];
  readonly allowedHosts: readonly string[];
  readonly login: { readonly user: string; readonly passwordVariable: string } | null;
  /** File of authorities, PEM. */
  readonly ca: string | null;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export const IMPORT_USAGE = `hostgraph import ADDRESS             makes a descriptor file of a WSDL (URL or file), or of what the XML-RPC
                                      server at a URL lists; docs/import.md says what to do with it
  [--out FILE] [--force]              writes FILE, over one that is there; else to standard output
  [--service NAME] [--only A,B]       takes one service of the WSDL, or these operations
  [--user NAME --password-env VAR]    sends a login to the host of ADDRESS
  [--ca FILE] [--allow-host HOST]     trusts these authorities; fetches imports from another host, too
  [--timeout-ms N] [--max-bytes N]    for all documents together; 30000 and 33554432
`;

const SECOND_MS = 1_000;
const MIB = 1024 * 1024;
const OPTIONS = {
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  service: { type: 'string' },
  only: { type: 'string', multiple: true },
  user: { type: 'string' },
  'password-env': { type: 'string' },
  ca: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  'timeout-ms': { type: 'string' },
  'max-bytes': { type: 'string' },
} as const;

/**
 * Reads what stands behind `import` on the command line.
 *
 * @throws {@link UsageError} with a sentence for whoever typed it
 */
export function parseImport(args: readonly string[]): ImportCommand {
  const { values, positionals } = parse(args);
  const [address, ...rest] = positionals;
  if (address === undefined || rest.length > 0) {
    throw new UsageError('import takes one operand, the address of a WSDL or of an XML-RPC server.');
  }
  return {
    name: 'import',
    address,
    out: values.out ?? null,
    force: values.force === true,
    service: values.service ?? null,
    only: (values.only ?? []).flatMap((names) => names.split(',')).filter((name) => name !== ''),
    allowedHosts: values['allow-host'] ?? [],
    login: loginOf(values.user, values['password-env']),
    ca: values.ca ?? null,
    timeoutMs: numberOf('timeout-ms', values['timeout-ms'], 30 * SECOND_MS),
    maxBytes: numberOf('max-bytes', values['max-bytes'], 32 * MIB),
  };
}

function loginOf(user: string | undefined, passwordVariable: string | undefined): ImportCommand['login'] {
  if (user === undefined && passwordVariable === undefined) return null;
  // A password among the arguments would be there for every process of the machine to read.
  if (user === undefined || passwordVariable === undefined) {
    throw new UsageError(
      '--user goes with --password-env, the environment variable that holds its password.',
    );
  }
  return { user, passwordVariable };
}

function numberOf(option: string, text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new UsageError(`--${option} takes a whole number.`);
  return Number(text);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}
