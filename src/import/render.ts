import { Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { DescriptorText, MethodText, ShapeMap } from '../mounted/descriptor-text.js';
import { compact, compactAll } from './compact.js';
import type { Imported } from './import-wsdl.js';

export interface Colophon {
  readonly now: Date;
  /** Of hostgraph; `null` if unknown. */
  readonly version: string | null;
}

/** A descriptor file, with what its reader has to know. The same input gives the same text. */
export function render({ descriptors, skipped, notes }: Imported, colophon: Colophon): string {
  const document = new Document(plain(descriptors), { aliasDuplicateObjects: false });
  document.commentBefore = header(descriptors, skipped, notes, colophon);
  const methods = document.get('methods');
  if (isMap(methods)) for (const pair of methods.items as Pair[]) annotate(pair, descriptors.methods);
  fold(document.contents as YAMLMap | null);
  return document.toString({ lineWidth: 118, minContentWidth: 40 });
}

function plain({ methods, types, ...file }: DescriptorText): Record<string, unknown> {
  const texts = Object.entries(methods).map(([name, { params, result, ...method }]) => [
    name,
    {
      ...method,
      params: compactAll(params ?? {}),
      result: result === null || result === undefined ? null : compact(result as ShapeMap),
    },
  ]);
  const isPlain = types === undefined || Object.keys(types).length === 0;
  return { ...file, ...(isPlain ? {} : { types: compactAll(types) }), methods: Object.fromEntries(texts) };
}

const READS: ReadonlySet<string> = new Set(['get', 'is', 'has', 'search', 'find', 'list', 'count']);
const OWNERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:account|user|owner|customer)_?id$/i, 'Account'],
  [/^subscription_?id$/i, 'Subscription'],
  [/^package_?id$/i, 'Package'],
  [/^domain(?:_?id|_?name)?$/i, 'Domain'],
];

/** What a name suggests is said beside what is set, and never set: a wrong read is sent twice. */
function annotate(pair: Pair, methods: DescriptorText['methods']): void {
  if (!isScalar(pair.key) || !isMap(pair.value)) return;
  pair.key.spaceBefore = pair.key.value !== Object.keys(methods)[0];
  const name = String(pair.key.value);
  const method = methods[name];
  const effect = pair.value.get('effect', true);
  const local = name.split('.').at(-1) ?? name;
  if (isScalar(effect) && isRead(local)) effect.comment = ' its name suggests: read';
  const params = (pair.value.items as Pair[]).find(({ key }) => isScalar(key) && key.value === 'params');
  const owner = method === undefined ? undefined : ownerOf(method);
  if (owner !== undefined && isScalar(params?.key)) params.key.commentBefore = ` owner: ${owner}`;
}

/** `getUsers`, `GetUsers` and `get_users`, and no `getaway`. */
const isRead = (name: string): boolean =>
  READS.has(/^([A-Z]?[a-z]+)(?=[A-Z_]|$)/.exec(name)?.[1]?.toLowerCase() ?? '');

function ownerOf({ params = {} }: MethodText): string | undefined {
  for (const [pattern, type] of OWNERS) {
    const param = Object.keys(params).find((name) => pattern.test(name));
    if (param !== undefined) return `{ param: ${param}, type: ${type} }`;
  }
  return undefined;
}

const WIDEST = 100;

/** Small maps go on one line. */
function fold(map: YAMLMap | null): void {
  if (map === null) return;
  for (const { value } of map.items as Pair[]) {
    if (!isMap(value)) continue;
    fold(value);
    value.flow = value.has('type') && !value.has('members') && JSON.stringify(value).length < WIDEST;
  }
}

function header(
  { protocol, source, methods }: DescriptorText,
  skipped: readonly string[],
  notes: readonly string[],
  { now, version }: Colophon,
): string {
  const tool = version === null ? 'hostgraph' : `hostgraph ${version}`;
  const lines = [
    `${Object.keys(methods).length} methods (${protocol}) of ${source}`,
    `imported by ${tool} on ${now.toISOString().slice(0, 10)}. Review them before you mount this file:`,
    '',
    '  effect   unknown is sent once, as a write that must not be repeated. Set read where nothing changes;',
    '           else idempotentWrite, write or money. destructive: true for what loses data.',
    '  secret   set where a name looks like a password or a key. Look for others.',
    '  owner    the parameter that leads to whoever a call concerns; without it, callers with a scope are refused.',
    ...listed('Left out:', skipped),
    ...listed('To know:', notes),
  ];
  return lines.map((line) => ` ${line}`).join('\n');
}

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)];
