import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Licences that ask for no more than that they are named; by their identifiers of SPDX. */
export const PERMISSIVE: readonly string[] = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
];

export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** As its own manifest says; `unknown` where it says nothing. */
  readonly licence: string;
  /** Whether the gateway works without it. */
  readonly optional: boolean;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

const MODULES = 'node_modules/';

/** What is installed to run the gateway, by name and version, as the lock file has it. */
export function runtimePackages(): readonly RuntimePackage[] {
  // Of npm's own making.
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const found = Object.entries(packages)
    .filter(([path, { dev }]) => path.startsWith(MODULES) && dev !== true)
    .map(([path, { version = '', license, optional, devOptional }]) => ({
      name: path.slice(path.lastIndexOf(MODULES) + MODULES.length),
      version,
      licence: license ?? licenceOf(path),
      optional: optional === true || devOptional === true,
    }));
  const distinct = new Map(found.map((one) => [`${one.name} ${one.version}`, one]));
  return [...distinct.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Whether an expression of SPDX leaves a choice that is permissive. */
export const isPermissive = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.includes(one.trim())));

/** The document: a row a package. */
export function licencesDocument(packages: readonly RuntimePackage[]): string {
  const rows = packages.map(
    ({ name, version, licence, optional }) =>
      `| ${name} | ${version} | ${licence} | ${optional ? 'yes' : ''} |`,
  );
  return `# Licences

Every package that is installed to run the gateway, and its licence as it states it itself. The gateway is under the MIT licence.
\`npm run licences\` writes this page; a test compares it with what is installed, and fails on a licence that is not one of
${PERMISSIVE.join(', ')}.

Optional packages are those that the gateway runs without: tracing, and binaries that are for one system each.

| package | version | licence | optional |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** Old manifests state it in other forms than the lock file takes over. */
function licenceOf(path: string): string {
  try {
    const manifest = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as {
      readonly license?: string | { readonly type?: string };
      readonly licenses?: ReadonlyArray<{ readonly type?: string }>;
    };
    if (typeof manifest.license === 'string') return manifest.license;
    return manifest.license?.type ?? manifest.licenses?.[0]?.type ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
