import { createHash } from 'node:crypto';
import { operation } from '../../../src/operation/operation.js';
import { any, optional, string, struct } from '../../../src/operation/shape.js';
import { address, person, phone } from '../operations/contact-shapes.js';
import { getAccountInfo } from '../operations/index.js';
import type { Members, WireContact } from './contact.js';

/** Members of an answer that say what an account is, and are not its contact. */
const NOT_CONTACT: ReadonlySet<string> = new Set(['account_type', 'parent_account_id', 'brand']);

/** The contact of an account with all that the panel answers, whatever its release: it is written back whole. */
export const getAccountRecord = operation({
  ...getAccountInfo,
  result: struct(
    {
      account_type: any('Kind of account.'),
      parent_account_id: any('Parent account.'),
      brand: optional(any('Brand, on releases after 2.8.')),
      person: { ...person, open: true } as const,
      address: { ...address, open: true } as const,
      phone: { ...phone, open: true } as const,
      fax: { ...phone, open: true } as const,
      email: string('Contact address.'),
    },
    'An account.',
    { open: true },
  ),
});

/** All of a record that is to be written back. */
export const contactOf = (record: Members): WireContact =>
  Object.fromEntries(
    Object.entries(record).filter(([name, value]) => !NOT_CONTACT.has(name) && value !== null),
  );

/** Tells whether two contacts say the same, by the members that every release has; is kept in place of them. */
export function fingerprint(contact: WireContact): string {
  const lines = [person, address, phone, phone].flatMap(({ members }, place) => {
    const name = (['person', 'address', 'phone', 'fax'] as const)[place] ?? 'person';
    const values = contact[name] as Members | undefined;
    return Object.keys(members).map((member) => JSON.stringify([name, member, values?.[member] ?? null]));
  });
  return createHash('sha256')
    .update([...lines, JSON.stringify(contact.email ?? null)].join('\n'))
    .digest('base64url');
}
