import type { DescriptorText, MethodText, Protocol, ShapeMap } from '../mounted/descriptor-text.js';
import { readable } from './content.js';
import type { DocumentSet } from './document-set.js';
import { ImportError } from './import-error.js';
import { draftOf, type MethodDraft, PROTOCOL_OF } from './method-draft.js';
import { SchemaTypes } from './schema-types.js';
import { servicePaths } from './service-path.js';
import { settleNamespaces } from './settle-namespaces.js';
import { Symbols } from './symbols.js';
import { UnsupportedError } from './unsupported-error.js';
import { callsOf, type WsdlCall } from './wsdl-calls.js';

/** What an import has made, and what could not be made of it. */
export interface Imported {
  readonly descriptors: DescriptorText;
  /** Methods that are left out, with the reason. */
  readonly skipped: readonly string[];
  /** What is lost or has to be known, a sentence each. */
  readonly notes: readonly string[];
  /** Operations that were looked at, by the names that the WSDL gives them. */
  readonly operations: readonly string[];
}

export interface WsdlOptions {
  /** Where the WSDL came from. */
  readonly home: URL;
  /** As it is to be named in the file. */
  readonly source: string;
  /** Local name of the one service that is wanted; `null`: all. */
  readonly service: string | null;
  /** Names of operations that are wanted; empty: all. */
  readonly only: readonly string[];
}

/**
 * Makes the methods of a WSDL 1.1 into descriptors.
 *
 * @throws {@link ImportError} if there is none
 */
export function importWsdl(
  documents: DocumentSet,
  options: WsdlOptions,
  earlier: readonly string[] = [],
): Imported {
  const notes = new Set(earlier);
  const tell = (note: string) => void notes.add(note);
  const symbols = new Symbols(documents);
  const found = callsOf(symbols, options.service, tell);
  const calls = found.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  if (calls.length === 0) throw new ImportError(nothingFound(symbols, options));
  const protocol = protocolOf(calls);
  const types = new SchemaTypes(symbols, protocol === 'encoded', tell);
  const skipped: string[] = [];
  const drafts = calls.flatMap((call) => {
    try {
      if (PROTOCOL_OF[call.form] !== protocol) throw new UnsupportedError(`it is bound as ${call.form}`);
      return [draftOf(call, symbols, types, tell)];
    } catch (error) {
      if (!(error instanceof UnsupportedError)) throw error;
      skipped.push(`${call.name}: ${error.message}`);
      return [];
    }
  });
  const settled = settleNamespaces(drafts, types.types);
  const paths = servicePaths(
    settled.map(({ call }) => call.location),
    options.home,
  );
  if ([...paths.values()].includes(undefined))
    tell('The WSDL states no usable address: set service before you mount this.');
  const descriptors = toFile(settled, types.types, paths, protocol, options);
  return { descriptors, skipped, notes: [...notes], operations: calls.map(({ name }) => name) };
}

function nothingFound({ services }: Symbols, { service, only }: WsdlOptions): string {
  if (service !== null && !services.some((node) => node.attribute('name') === service)) {
    return `There is no service ${service}; there are ${services.map((node) => node.attribute('name')).join(', ')}.`;
  }
  return only.length > 0
    ? `There is no operation ${only.join(', ')}.`
    : 'There is no operation that SOAP 1.1 over HTTP can call.';
}

/** A file has one; the rarer is left out, and told. */
function protocolOf(calls: readonly WsdlCall[]): Protocol {
  const encoded = calls.filter(({ form }) => PROTOCOL_OF[form] === 'encoded').length;
  const document = calls.filter(({ form }) => PROTOCOL_OF[form] === 'document').length;
  return encoded > document ? 'encoded' : 'document';
}

function toFile(
  drafts: readonly MethodDraft[],
  types: ReadonlyMap<string, ShapeMap>,
  paths: ReadonlyMap<string | undefined, string | undefined>,
  protocol: Protocol,
  { source }: WsdlOptions,
): DescriptorText {
  const namespace = mostCommon(drafts.map((draft) => draft.namespace));
  const service = mostCommon(drafts.flatMap(({ call }) => paths.get(call.location) ?? []));
  const methods = namedUniquely(drafts).map(([name, draft]): [string, MethodText] => {
    const path = paths.get(draft.call.location);
    const own = path === undefined || path === service ? {} : { service: path };
    return [name, { ...own, ...methodOf(name, draft, namespace, protocol) }];
  });
  return {
    descriptors: 1,
    protocol,
    source,
    ...(service === undefined ? {} : { service }),
    ...(namespace === undefined ? {} : { namespace }),
    types: Object.fromEntries(types),
    methods: Object.fromEntries(methods),
  };
}

function methodOf(
  name: string,
  draft: MethodDraft,
  usual: string | undefined,
  protocol: Protocol,
): MethodText {
  const { call, element, namespace, params, constraints, result } = draft;
  const description = readable(call.documentation);
  const wire = {
    ...(name === element ? {} : { name: element }),
    ...(namespace === usual ? {} : { namespace }),
    ...(protocol === 'encoded' ? encodedWire(draft) : documentWire(draft)),
  };
  return {
    group: call.service,
    ...(description === '' ? {} : { description }),
    effect: 'unknown',
    ...(Object.keys(wire).length === 0 ? {} : { wire }),
    params,
    ...(constraints.length === 0 ? {} : { constraints }),
    result,
  };
}

/** The name of the value is nothing to the encoding, only whether there are several. */
const encodedWire = ({ call: { action = '' }, result, resultElement }: MethodDraft) => ({
  ...(action === '' ? {} : { action }),
  ...(result === null || resultElement !== null ? {} : { resultElement }),
});

function documentWire({ call, element, namespace, response, result, resultElement }: MethodDraft) {
  const { action = '' } = call;
  return {
    ...(action === `${namespace}/${element}` ? {} : { action }),
    ...(response === `${element}Response` ? {} : { response }),
    ...(result === null || resultElement === `${element}Result` ? {} : { resultElement }),
  };
}

/** Of several with one name, the one with the fewest parameters keeps it, and the others get their number behind it. */
function namedUniquely(drafts: readonly MethodDraft[]): ReadonlyArray<readonly [string, MethodDraft]> {
  const names = new Map<MethodDraft, string>();
  const taken = new Set<string>();
  const byArity = [...drafts].sort((a, b) => arityOf(a) - arityOf(b));
  for (const draft of byArity) {
    const { name } = draft.call;
    const candidates = [name, draft.element, `${name}_${arityOf(draft)}`];
    let free = candidates.find((candidate) => !taken.has(candidate));
    for (let count = 2; free === undefined; count += 1) {
      if (!taken.has(`${name}_${arityOf(draft)}_${count}`)) free = `${name}_${arityOf(draft)}_${count}`;
    }
    taken.add(free);
    names.set(draft, free);
  }
  return drafts.map((draft) => [names.get(draft) ?? '', draft]);
}

const arityOf = ({ params }: MethodDraft): number => Object.keys(params).length;

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
