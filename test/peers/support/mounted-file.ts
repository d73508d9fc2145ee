import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend, CallScope } from '../../../src/model/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';

/** Writes a descriptor file, reviewed: what its names take for reads is set to be that. */
export function writeReviewed(text: string): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'hostgraph-mounted-'));
  const file = join(folder, 'imported.yaml');
  writeFileSync(file, text.replaceAll('effect: unknown # its name suggests: read', 'effect: read'));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const scope = (): CallScope => ({ credentials: null, signal: new AbortController().signal });

export function operationOf(backend: Backend, method: string): AnyOperation {
  const found = backend.operations.find((operation) => operation.method === method);
  if (found === undefined) throw new Error(`The backend has no ${method}.`);
  return found;
}

/** Calls a method as the native layer does, a read or a write. */
export async function callMounted(
  backend: Backend,
  method: string,
  params: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const call = { operation: operationOf(backend, method), params };
  if (call.operation.effect !== 'read') return backend.send?.(call, scope());
  const [answer] = await backend.callAll([call], scope());
  if (answer instanceof Error) throw answer;
  return answer;
}
