import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOnce } from './build-once.js';
import { startChildServer } from './child-server.js';
import { type LedgerEntry, readLedger } from './ledger.js';

/** Apache Axis 1.4 with a service that answers as H-Sphere's AdminServices do. */
export interface AxisPeer {
  /** Endpoint of the AdminServices. */
  readonly url: string;
  /** Every action that ran, but the reads, oldest first. */
  ledger(): Promise<LedgerEntry[]>;
  close(): Promise<void>;
}

export interface AxisOptions {
  /** `simple` is Axis's own server, HTTP/1.0 without a length; `tomcat` is Tomcat 9, HTTP/1.1 in chunks. */
  server: 'simple' | 'tomcat';
  /** `stock` is Axis's own configuration; `bare` sets no option, as H-Sphere's: values come by reference. */
  engine: 'stock' | 'bare';
}

const SOURCES = fileURLToPath(new URL('../axis', import.meta.url));
const JARS = '/usr/share/java';
const PACKAGES = ['default-jdk-headless', 'libaxis-java', 'libtomcat9-java'];
const LIBRARIES = [
  ...['axis', 'axis-jaxrpc', 'axis-saaj', 'commons-logging', 'commons-discovery', 'wsdl4j'],
  ...['javax.mail', 'javax.activation'],
  ...[
    'annotations-api',
    'api',
    'catalina',
    'coyote',
    'jaspic-api',
    'jni',
    'juli',
    'servlet-api',
    'util',
    'util-scan',
  ].map((name) => `tomcat9-${name}`),
].map((name) => join(JARS, `${name}.jar`));

/** @throws Error with the apt line if the machine lacks what {@link startAxis} needs */
export function requireAxis(): void {
  const missing = ['/usr/bin/java', '/usr/bin/javac', ...LIBRARIES].filter((path) => !existsSync(path));
  if (missing.length === 0) return;
  throw new Error(
    `missing ${missing.join(', ')}: apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`,
  );
}

/** Starts a panel of its own, with its seed data, on a free port. */
export async function startAxis(options: AxisOptions): Promise<AxisPeer> {
  requireAxis();
  const classes = build();
  const config = options.engine === 'stock' ? 'stock' : join(SOURCES, 'bare-server-config.wsdd');
  const scratch = mkdtempSync(join(tmpdir(), 'hostgraph-axis-'));
  const discard = () => rmSync(scratch, { recursive: true, force: true });
  const classPath = [classes, ...LIBRARIES].join(':');
  const server = await startChildServer({
    command: '/usr/bin/java',
    args: ['-cp', classPath, 'peer.Host', options.server, config, join(SOURCES, 'deploy.wsdd'), scratch],
    probe: '/axis/services/AdminServices?wsdl',
  }).catch((error: unknown) => {
    discard();
    throw error;
  });
  return {
    url: `${server.url}/axis/services/AdminServices`,
    ledger: () => fetchLedger(`${server.url}/axis/services/Ledger`),
    close: async () => {
      await server.close();
      discard();
    },
  };
}

function build(): string {
  // -g and the old format: Axis reads parameter names from the class files, with a reader of their time.
  const recipe = ['-g', '--release', '8', '-Xlint:-options', '-cp', LIBRARIES.join(':')];
  return buildOnce(SOURCES, recipe.join(' '), (folder) => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.java'),
    );
    execFileSync('/usr/bin/javac', [...recipe, '-d', folder, ...files], { cwd: SOURCES, stdio: 'pipe' });
  });
}

async function fetchLedger(url: string): Promise<LedgerEntry[]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body:
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">' +
      '<e:Body><entries xmlns="Ledger"/></e:Body></e:Envelope>',
  });
  const text = />([^<]*)<\/entriesReturn>/.exec(await response.text())?.[1] ?? '';
  return readLedger(text.replaceAll('&amp;', '&').replaceAll('&#xA;', '\n'));
}
