import type { Subject } from '../src/access/index.js';
import type { GatewayContext } from '../src/context.js';
import { ForbiddenError } from '../src/errors/index.js';
import { type Backend, canonicalDomainName } from '../src/model/index.js';

/** Members of an input that name something by a domain name or a mail address: the domain must be the caller's. */
export type NameMembers = Readonly<Record<string, 'domain' | 'address'>>;

/** What an input has to say, and not in ids alone, of whom a change concerns. */
export interface SubjectRules {
  readonly names?: NameMembers;
  /** The member without which the change concerns the account that the gateway logs in with. */
  readonly below?: string;
}

/**
 * Makes the check that a change passes before it is recorded: under a scope all that its input names must exist and be
 * the caller's, and it must name something.
 *
 * @param named - the objects that the input names by their ids
 */
export function authorization(
  { principal, access }: GatewayContext,
  backend: Backend,
  input: Readonly<Record<string, unknown>>,
  named: readonly Subject[],
  { names = {}, below }: SubjectRules,
): () => Promise<void> {
  return async () => {
    if (principal.scope === null) return;
    if (below !== undefined && typeof input[below] !== 'string') throw unnamed(['input', below]);
    const domains = Object.entries(names).flatMap(([member, kind]) => domainsIn(input[member], kind, member));
    await access.assertChange(backend.name, [...named, ...domains]);
  };
}

function domainsIn(value: unknown, kind: NameMembers[string], member: string): readonly Subject[] {
  const texts = Array.isArray(value) ? value : [value];
  const field = ['input', member];
  return texts
    .filter((text) => typeof text === 'string')
    .map((text) => {
      const name = canonicalDomainName(kind === 'domain' ? text : text.slice(text.lastIndexOf('@') + 1));
      if (name === null) throw unnamed(field);
      return { type: 'Domain', nativeId: name, field };
    });
}

const unnamed = (field: readonly string[]): ForbiddenError =>
  new ForbiddenError(`You may not do this: ${field.join('.')} names nothing of yours.`, field);
