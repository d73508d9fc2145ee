import { ConfigError } from '../config/index.js';
import type { DescriptorText } from '../mounted/descriptor-text.js';
import { readDescriptors } from '../mounted/read-descriptor.js';
import type { Imported } from './import-wsdl.js';

/**
 * Leaves out the methods that mounting would refuse, and the types that no method needs any more: what an import
 * writes can be mounted as it is.
 */
export function keepMountable(imported: Imported): Imported {
  const { descriptors } = imported;
  const reasons = refusals(imported);
  const methods = Object.fromEntries(
    Object.entries(descriptors.methods).filter(([name]) => !reasons.has(name)),
  );
  const needed = typesOf(methods, descriptors.types ?? {});
  const types = Object.fromEntries(
    Object.entries(descriptors.types ?? {}).filter(([name]) => needed.has(name)),
  );
  return {
    ...imported,
    descriptors: { ...descriptors, types, methods },
    skipped: [...imported.skipped, ...[...reasons].map(([name, reason]) => `${name}: ${reason}`)],
  };
}

/** By the method that they concern. */
function refusals({ descriptors }: Imported): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  // One by one they are read again and again, which only a refusal is worth.
  if (reasonAgainst(descriptors) === undefined) return reasons;
  for (const [name, method] of Object.entries(descriptors.methods)) {
    const reason = reasonAgainst({ ...descriptors, methods: { [name]: method } });
    if (reason !== undefined) reasons.set(name, reason);
  }
  return reasons;
}

function reasonAgainst(descriptors: DescriptorText): string | undefined {
  try {
    readDescriptors(descriptors, descriptors.protocol);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [first] = error.problems;
    return `${first?.path} ${first?.message}`;
  }
}

/** Names of types that are referred to from methods, directly or through others. */
function typesOf(methods: unknown, types: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      const name = key === 'type' && typeof member === 'string' ? member : undefined;
      if (name !== undefined && Object.hasOwn(types, name) && !found.has(name)) {
        found.add(name);
        visit(types[name]);
      }
      visit(member);
    }
  };
  visit(methods);
  return found;
}
