import type { Principal, Role } from '../../src/model/index.js';

/** A caller with a scope and, unless told, without a role. */
export const scopedPrincipal = (
  id: string,
  scope: NonNullable<Principal['scope']>,
  roles: readonly Role[] = [],
): Principal => ({ id, roles: new Set(roles), backends: null, scope, credentials: {} });

const unscoped = (id: string, roles: readonly Role[]): Principal => ({
  ...scopedPrincipal(id, {}, roles),
  scope: null,
});

/** Callers of the sandbox, by what they are to one another: the customer is the reseller's, the sibling is nobody's of theirs. */
export const CALLERS = {
  customer: scopedPrincipal('customer', {
    poa: ['1000006'],
    mspc: ['12'],
    hsphere: ['5013'],
    enom: ['alpine-tours.example', 'nordlicht.example'],
  }),
  reseller: scopedPrincipal('reseller', {
    poa: ['1000002'],
    mspc: ['3'],
    hsphere: ['5012', '5013'],
    enom: ['Alpine-Tours.example', 'NORDLICHT.example', 'leuchtturm.example'],
  }),
  sibling: scopedPrincipal('sibling', {
    poa: ['1000004'],
    mspc: ['4'],
    hsphere: ['5001'],
    enom: ['bergbahn.example', 'kaffeehaus.example'],
  }),
  provider: unscoped('provider', ['provider']),
  native: unscoped('native', ['native']),
} as const;
export type CallerName = keyof typeof CALLERS;
