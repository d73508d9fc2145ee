import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOnce } from './build-once.js';
import { startChildServer } from './child-server.js';
import { type LedgerEntry, readLedger } from './ledger.js';

/** ASP.NET web services on Mono that answer as an MSPControl enterprise server does. */
export interface AsmxPeer {
  /** Base of the endpoints: `<url>/esUsers.asmx`, `<url>/esPackages.asmx`, `<url>/esAuthentication.asmx`. */
  readonly url: string;
  /** Every call that passed authentication, oldest first. */
  ledger(): Promise<LedgerEntry[]>;
  close(): Promise<void>;
}

export interface AsmxOptions {
  /** Replies in chunks of 61 bytes, which end anywhere; default false, replies with a length. */
  chunked?: boolean;
  /** Parameters of AddUser: 2 as the vendor documents it, 3 (default) or 4 as later servers have it. */
  addUser?: 2 | 3 | 4;
  /** Whether AddHostingAddon and its kin exist, as the vendor documents; default true. */
  addonMethods?: boolean;
  /** Whether the server takes callers for local ones, and shows them stack traces; default false. */
  callersAreLocal?: boolean;
  /** Zone of the server's clock; default Europe/Berlin. */
  timeZone?: string;
}

const SOURCES = fileURLToPath(new URL('../asmx', import.meta.url));
const PACKAGES = [
  'mono-mcs',
  'libmono-system-web-services4.0-cil',
  'libmono-system-web-extensions4.0-cil',
  'tzdata',
];
const ASSEMBLIES = ['System.Web.Services', 'System.Web.Extensions', 'System.Xml.Linq'];
const REFERENCES = ['Web', 'Web.Services', 'Data', 'Core', 'Xml', 'Xml.Linq'].map(
  (name) => `-r:System.${name}`,
);

/** @throws Error with the apt line if the machine lacks what {@link startAsmx} needs */
export function requireAsmx(): void {
  const files = ['/usr/bin/mono', '/usr/bin/mcs', '/usr/share/zoneinfo/Europe/Berlin'];
  const missing = [...files, ...ASSEMBLIES.map((name) => `/usr/lib/mono/gac/${name}`)].filter(
    (path) => !existsSync(path),
  );
  if (missing.length === 0) return;
  throw new Error(
    `missing ${missing.join(', ')}: apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`,
  );
}

/** Starts a panel of its own, with its seed data, on a free port. */
export async function startAsmx(options: AsmxOptions = {}): Promise<AsmxPeer> {
  requireAsmx();
  const root = build([
    `-define:ADD_USER_${options.addUser ?? 3}`,
    ...(options.addonMethods === false ? ['-define:WITHOUT_ADDON_METHODS'] : []),
  ]);
  // ASP.NET copies the application before it runs it, and leaves the copy behind.
  const scratch = mkdtempSync(join(tmpdir(), 'hostgraph-asmx-'));
  const discard = () => rmSync(scratch, { recursive: true, force: true });
  const framing = options.chunked === true ? 'chunked' : 'plain';
  const callers = options.callersAreLocal === true ? 'local' : 'remote';
  const server = await startChildServer({
    command: '/usr/bin/mono',
    args: [join(root, 'bin', 'Peer.dll'), root, framing, callers],
    env: { TZ: options.timeZone ?? 'Europe/Berlin', TMPDIR: scratch },
    probe: '/esUsers.asmx?WSDL',
  }).catch((error: unknown) => {
    discard();
    throw error;
  });
  return {
    url: server.url,
    ledger: async () => readLedger(await (await fetch(`${server.url}/ledger`)).text()),
    close: async () => {
      await server.close();
      discard();
    },
  };
}

/** The folder of the web application; below `bin` the library with the services, which is also their host. */
function build(defines: string[]): string {
  const recipe = [...REFERENCES, ...defines];
  return buildOnce(SOURCES, recipe.join(' '), (folder) => {
    cpSync(join(SOURCES, 'web'), folder, { recursive: true });
    mkdirSync(join(folder, 'bin'));
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.cs'),
    );
    const output = `-out:${join(folder, 'bin', 'Peer.dll')}`;
    // The host looks for the services in a library, and Mono runs a library that has an entry point.
    execFileSync('/usr/bin/mcs', ['-target:exe', output, ...recipe, ...files], {
      cwd: SOURCES,
      stdio: 'pipe',
    });
  });
}
