import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { backendKinds } from '../../adapters/index.js';
import type { BackendKind } from '../../src/model/index.js';
import { toFieldName } from '../../src/native/names.js';
import { isRead } from '../../src/native/native-method.js';
import type { AnyOperation } from '../../src/operation/operation.js';
import { sandboxCoverage } from './sandbox-coverage.js';
import { SourceGraph } from './source-graph.js';
import { fieldsByPortMember, type UnifiedUse, unifiedUse } from './unified-use.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TITLES: Readonly<Record<BackendKind, string>> = {
  POA: 'POA',
  MSPC: 'MSPControl',
  HSPHERE: 'H-Sphere',
  ENOM: 'eNom',
};

/** Tests that go over all methods of a kind, by their place in the project. */
const TESTS = {
  'native call': () => 'test/src/native/every-operation.test.ts',
  'round trip': (kind: string) => `test/adapters/${kind}/round-trip.test.ts`,
} as const;

/** The page `docs/coverage.md`, from the descriptors, the sources and the sandbox themselves. */
export async function printCoverage(): Promise<string> {
  const graph = new SourceGraph(`${ROOT}tsconfig.json`);
  const fields = fieldsByPortMember(graph);
  const sections: string[] = [];
  for (const [name, { operations, namedOnly }] of Object.entries(backendKinds)) {
    const kind = name.toUpperCase() as BackendKind;
    const methodOf = await readDescriptors(name);
    const uses = unifiedUse(graph, name, fields, methodOf);
    sections.push(sectionOf(kind, operations, uses, namedOnly ?? []));
  }
  return `${HEAD}\n${sections.join('\n')}`;
}

/** Descriptors by the module and the name under which it exports them. */
async function readDescriptors(
  kind: string,
): Promise<(path: string, name: string) => AnyOperation['method'] | undefined> {
  const methods = new Map<string, string>();
  const folder = `adapters/${kind}/operations`;
  for (const file of readdirSync(`${ROOT}${folder}`).filter((one) => one.endsWith('.ts'))) {
    const module = (await import(pathToFileURL(`${ROOT}${folder}/${file}`).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (isOperation(value)) methods.set(`${folder}/${file}#${name}`, value.method);
    }
  }
  return (path, name) => methods.get(`${path}#${name}`);
}

const isOperation = (value: unknown): value is AnyOperation =>
  typeof value === 'object' && value !== null && 'method' in value && 'effect' in value;

function sectionOf(
  kind: BackendKind,
  operations: readonly AnyOperation[],
  uses: UnifiedUse,
  namedOnly: readonly string[],
): string {
  const name = kind.toLowerCase();
  const answers = sandboxCoverage(kind);
  const tests = Object.entries(TESTS).filter(([, path]) => existsSync(`${ROOT}${path(name)}`));
  const rows = [...operations]
    .sort(byMethod)
    .map(
      (operation) =>
        `| ${[
          `\`${operation.method}\``,
          operation.effect,
          operation.source.replaceAll('|', '\\|'),
          fieldOf(kind, operation),
          listOf(uses.get(operation.method) ?? []),
          answers(operation.method) ?? '—',
        ].join(' | ')} |`,
    );
  const used = operations.filter(({ method }) => uses.has(method)).length;
  const answered = operations.filter(({ method }) => answers(method) !== undefined).length;
  return `## ${TITLES[kind]}

${operations.length} methods are described; the unified graph can lead to ${used} of them, and the sandbox answers ${answered}.
${tests.map(([what, path]) => `Every one of them has its ${what} in \`${path(name)}\`.`).join('\n')}

| Method | Effect | Described in | Native field | Unified graph | Sandbox |
|---|---|---|---|---|---|
${rows.join('\n')}
${namedOnly.length === 0 ? '' : `\n${namedOf(namedOnly)}\n`}`;
}

const byMethod = (a: AnyOperation, b: AnyOperation): number =>
  a.method.toLowerCase() < b.method.toLowerCase() ? -1 : 1;

/** A batch carries calls of every form, so its field is not made from its descriptor. */
const OWN_FIELDS: Readonly<Record<string, string>> = { 'pem.batchRequest': 'poa_batch' };

function fieldOf(kind: BackendKind, operation: AnyOperation): string {
  const field = OWN_FIELDS[operation.method] ?? toFieldName(kind, operation.method);
  return `\`${field}\`${isRead(operation) ? '' : ' (mutation)'}`;
}

const listOf = (names: readonly string[]): string =>
  names.length === 0 ? '—' : names.map((name) => (name.includes(' ') ? name : `\`${name}\``)).join(', ');

const namedOf = (methods: readonly string[]): string =>
  `The vendor’s documents name ${methods.length} more and describe none of them; \`native.raw\` opens them:\n${methods
    .map((method) => `\`${method}\``)
    .join(', ')}.`;

const HEAD = `# Coverage

Which methods of the panels there are, and where each can be used. This page is printed by \`npm run coverage:docs\` from the
descriptors, the sources and the sandbox; a test compares it with what would be printed now.

- **Native field**: of \`/native/graphql\`; the REST route is \`/native/rest/<backend>/<method>\`. See [native.md](native.md).
- **Unified graph**: fields of \`/graphql\` whose code can lead to the method, found by following the sources from the resolvers
  over the port to the descriptor. Whether one request makes the call depends on what it selects and on what is known already.
- **Sandbox**: \`stateful\` where the simulator keeps what is changed, \`typed\` where it answers in the right form and keeps nothing.
`;
