import type { BackendKind } from '../model/index.js';

/** What GraphQL takes for a name; two underscores at its beginning are its own. */
const NAME = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;

export const isGraphqlName = (text: string): boolean => NAME.test(text);

/** A name of a panel as GraphQL can carry it: what it cannot becomes `_`, and a digit in front gets one before it. */
export function toGraphqlName(name: string): string {
  const legal = name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^_{2,}/, '_');
  return /^[A-Za-z_]/.test(legal) ? legal : `_${legal}`;
}

/**
 * The field of a method: its kind, `_`, and the method's own name without POA's general prefix, its first letter
 * lower-case: `poa_iis_addDomainMapping` for `pem.iis.addDomainMapping`.
 */
export function toFieldName(kind: BackendKind, method: string): string {
  const own = method.replace(/^pem\./, '');
  return `${kind.toLowerCase()}_${toGraphqlName(own.charAt(0).toLowerCase() + own.slice(1))}`;
}

/** The parts of a name between `_` in one word, each with a capital: `PoaIisAddDomainMapping`. */
export const toTypeName = (...names: readonly string[]): string =>
  names
    .flatMap((name) => toGraphqlName(name).split('_'))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

/** Sees to it that no two types, or members of one type, have the same name. */
export class NameSpace {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken);
  }

  /** @returns `name`, or with the least number from 2 on behind it that makes it one of its own */
  take(name: string): string {
    let own = name;
    for (let number = 2; this.taken.has(own); number += 1) own = `${name}${number}`;
    this.taken.add(own);
    return own;
  }
}

/** Panel's names of a struct's members with those that GraphQL knows them by, in their order. */
export function memberNames(members: readonly string[]): ReadonlyMap<string, string> {
  const names = new NameSpace();
  // Those that can stay as they are come first, so that no other name pushes them aside.
  const kept = new Set(members.filter(isGraphqlName).map((name) => names.take(name)));
  return new Map(members.map((name) => [name, kept.has(name) ? name : names.take(toGraphqlName(name))]));
}
