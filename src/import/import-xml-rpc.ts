import type { MethodText } from '../mounted/descriptor-text.js';
import { isMethodName } from '../mounted/descriptor-text.js';
import { WireError } from '../wire/wire-error.js';
import {
  decodeMethodResponse,
  encodeMethodCall,
  XmlRpcFault,
  type XmlRpcValue,
} from '../wire/xmlrpc/index.js';
import { readable } from './content.js';
import { ImportError } from './import-error.js';
import type { Imported } from './import-wsdl.js';

const LIST_METHODS = 'system.listMethods';
const MAX_METHODS = 5_000;
const LIMITS = { maxDepth: 32, maxElements: 50_000, maxTextLength: 100_000, maxRepairs: 100 };

/** Asks a server: a call's text in, its answer's text out. */
export type Ask = (call: string) => Promise<string>;

export interface XmlRpcOptions {
  readonly source: string;
  readonly only: readonly string[];
}

/**
 * Makes the methods that a server lists into descriptors. A list tells names only, so each takes one struct of any
 * members and answers anything.
 *
 * @throws {@link ImportError} if the server does not list its methods
 */
export async function importXmlRpc(ask: Ask, { source, only }: XmlRpcOptions): Promise<Imported> {
  const names = (await listMethods(ask)).filter((name) => only.length === 0 || only.includes(name));
  if (names.length === 0) throw new ImportError('The server lists no such methods.');
  const introspection = new Introspection(ask);
  const skipped: string[] = [];
  const methods: Array<[string, MethodText]> = [];
  for (const name of names) {
    if (name.startsWith('system.')) continue;
    const label = readable(name).slice(0, 200);
    if (!isMethodName(name, 'xmlrpc')) skipped.push(`${label}: it has no name that XML-RPC allows`);
    else if (!(await introspection.takesOneStruct(name)))
      skipped.push(`${label}: it takes parameters by position`);
    else methods.push([name, await methodOf(name, introspection)]);
  }
  return {
    descriptors: { descriptors: 1, protocol: 'xmlrpc', source, methods: Object.fromEntries(methods) },
    skipped,
    operations: names,
    notes: ['The server tells names and no parameters: name in params what you know of them.'],
  };
}

async function listMethods(ask: Ask): Promise<readonly string[]> {
  const answer = await call(ask, LIST_METHODS, []);
  if (!Array.isArray(answer)) throw new ImportError('The server does not list its methods.');
  const names = new Set(answer.filter((name): name is string => typeof name === 'string'));
  if (names.size > MAX_METHODS) throw new ImportError(`The server lists more than ${MAX_METHODS} methods.`);
  return [...names];
}

async function methodOf(name: string, introspection: Introspection): Promise<MethodText> {
  const description = readable(await introspection.help(name));
  return {
    group: name.split('.').slice(0, -1).join('.') || 'imported',
    ...(description === '' ? {} : { description }),
    effect: 'unknown',
    params: {},
    open: true,
    result: { type: 'any', optional: true },
  };
}

/** What a server tells of its methods; one that refuses once is not asked again. */
class Introspection {
  private readonly refused = new Set<string>();

  constructor(private readonly ask: Ask) {}

  async help(name: string): Promise<string> {
    const answer = await this.about('system.methodHelp', name);
    return typeof answer === 'string' ? answer : '';
  }

  /** As far as the server tells: one that does not know answers something else than lists. */
  async takesOneStruct(name: string): Promise<boolean> {
    const signatures = await this.about('system.methodSignature', name);
    if (!Array.isArray(signatures) || signatures.length === 0) return true;
    return signatures.some(
      (types) => Array.isArray(types) && (types.length < 2 || (types.length === 2 && types[1] === 'struct')),
    );
  }

  private async about(method: string, name: string): Promise<XmlRpcValue> {
    if (this.refused.has(method)) return null;
    const answer = await call(this.ask, method, [name]);
    if (answer === undefined) this.refused.add(method);
    return answer ?? null;
  }
}

/** @returns `undefined` if it answers with a fault */
async function call(
  ask: Ask,
  method: string,
  params: readonly XmlRpcValue[],
): Promise<XmlRpcValue | undefined> {
  const text = await ask(encodeMethodCall(method, params));
  try {
    return decodeMethodResponse(text, LIMITS);
  } catch (error) {
    if (error instanceof XmlRpcFault) return undefined;
    if (error instanceof WireError) throw new ImportError(`The server speaks no XML-RPC: ${error.message}.`);
    throw error;
  }
}
