import { isIP } from 'node:net';
import { BackendFaultError } from '../../../src/errors/index.js';
import {
  canonicalDomainName,
  type Snapshot,
  toGlobalId,
  type UserError,
  type WriteInputs,
  type WriteMethod,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { invalid } from '../../../src/writes/refusal.js';
import type { Turns } from '../../../src/writes/turns.js';
import { toDomainParams } from '../domain-name.js';
import { type PakRow, toBundleId } from '../mapping/index.js';
import { getPop3, purchaseServices } from '../operations/seen.js';
import { type Evidence, rejected, sendAndConclude } from './evidence.js';
import { lookBefore } from './seen-write.js';

type PurchaseEmailBundle = WriteInputs['purchaseEmailBundle'];

const MAX_QUANTITY = 999;
const BOXES_IN_A_PACK = 10;
/** The guide's 1 and 10, and those that newer pages have. */
const CAPACITIES_GIB = [1, 10, 25, 50];
/** A bundle that shows up later is more likely somebody else's. */
const LATEST_PROOF_MS = 7 * 24 * 60 * 60_000;

interface Memory extends Snapshot {
  readonly domainName: string;
  /** Mailboxes. */
  readonly quantity: number;
  /** Numbers of the bundles that the domain had. */
  readonly bundles: readonly string[];
  /** Whether that is all of them: a row that cannot be read may be any. */
  readonly isComplete: boolean;
  readonly change: string;
}

/** Where to look for what came of a purchase. */
type Search = Pick<WriteSession, 'startedAt' | 'read' | 'others'>;

/**
 * Buys a bundle. The service takes no name for a purchase, so its trace is the one bundle that was not there before.
 *
 * @param turns - one purchase at a time for a domain, or two lost answers could not be told apart
 */
export function purchaseEmailBundle(
  backend: string,
  turns: Turns,
  now: () => number,
): WriteMethod<PurchaseEmailBundle> {
  const idOf = (domainName: string, pakId: bigint) =>
    toGlobalId(backend, 'EmailBundle', toBundleId(domainName, pakId));

  async function lookAtBundles(domainName: string, read: Call) {
    const { Paks: rows } = await read(getPop3, toDomainParams(domainName));
    const paks = rows.filter((row): row is PakRow => !(row instanceof Error));
    return { paks, isComplete: paks.length === rows.length };
  }

  const bought = (
    domainName: string,
    pakIds: readonly bigint[],
    values: Record<string, string | null>,
  ): WriteResult => {
    const ids = pakIds.map((pakId) => idOf(domainName, pakId));
    const [emailBundle] = ids;
    return {
      state: 'APPLIED',
      facts: { ...(emailBundle === undefined ? {} : { nodes: { emailBundle } }), values },
      changes: ids,
    };
  };

  /** The one bundle that the purchase has led to, by what is there now. */
  async function search(
    memory: Memory,
    { startedAt, read, others }: Search,
  ): Promise<bigint | 'unchanged' | 'unclear'> {
    const { domainName, quantity, bundles, change } = memory;
    const { paks, isComplete } = await lookAtBundles(domainName, read);
    if (!memory.isComplete || !isComplete || now() - startedAt > LATEST_PROOF_MS) return 'unclear';
    const isContested = await others.contested(change);
    const unexplained: PakRow[] = [];
    for (const pak of paks.filter(({ BundleId }) => !bundles.includes(String(BundleId)))) {
      if ((await others.author(idOf(domainName, pak.BundleId))) === null) unexplained.push(pak);
    }
    if (unexplained.length === 0) return 'unchanged';
    const [pak, ...more] = unexplained.filter(({ QtyPurchased }) => QtyPurchased === quantity);
    return isContested || pak === undefined || more.length > 0 ? 'unclear' : pak.BundleId;
  }

  async function readBack(memory: Memory, where: Search): Promise<Evidence> {
    const found = await search(memory, where);
    if (typeof found === 'string') return { shows: found };
    const result = bought(memory.domainName, [found], { orderId: null, orderAmount: null });
    return { shows: 'done', result };
  }

  async function purchase(
    domainName: string,
    input: PurchaseEmailBundle,
    session: WriteSession,
  ): Promise<WriteResult> {
    const before = await lookBefore(() => lookAtBundles(domainName, session.read));
    if (before instanceof BackendFaultError) return rejected(before);
    const quantity = input.quantity * (input.quantityUnit === 'PACKS' ? BOXES_IN_A_PACK : 1);
    const memory: Memory = {
      domainName,
      quantity,
      bundles: before.paks.map(({ BundleId }) => String(BundleId)),
      isComplete: before.isComplete,
      change: `${quantity} mailboxes for ${domainName}`,
    };
    await session.remember(memory);
    return sendAndConclude(session, purchaseServices, toParams(domainName, input), {
      backend,
      accept: async ({ orderid, OrderAmount, BundleID, Bundles }) => {
        const pakIds = [...Bundles.flatMap((bundle) => bundle.BundleID), ...BundleID];
        const values = { orderId: orderid === null ? null : String(orderid), orderAmount: OrderAmount };
        if (pakIds.length > 0) return bought(domainName, pakIds, values);
        // It happened all the same; which bundle it is can be seen, or is left open.
        const found = await search(memory, session).catch(() => 'unclear');
        return bought(domainName, typeof found === 'bigint' ? [found] : [], values);
      },
      readBack: () => readBack(memory, session),
    });
  }

  return {
    check: (input) => [...errorsIn(input)],
    run: (input, session) => {
      // `check` has seen that it is one.
      const domainName = canonicalDomainName(input.domain) ?? '';
      return turns.take(domainName, () => purchase(domainName, input, session));
    },
    async reconcile({ snapshot, startedAt }, read, others) {
      if (snapshot === null) return null;
      // Remembered by `run`.
      const evidence = await readBack(snapshot as Memory, { startedAt, read, others });
      // What is not there yet may still come: nobody knows how long the service holds an order.
      return evidence.shows === 'done' ? evidence.result : null;
    },
  };
}

function* errorsIn({ domain, quantity, capacityGiB, endUserIp }: PurchaseEmailBundle): Generator<UserError> {
  if (canonicalDomainName(domain) === null)
    yield invalid('input.domain must be the name of a domain', 'domain');
  if (quantity < 1 || quantity > MAX_QUANTITY) {
    yield invalid(`input.quantity must be 1 to ${MAX_QUANTITY}`, 'quantity');
  }
  if (!CAPACITIES_GIB.includes(capacityGiB ?? 1)) {
    yield invalid(`input.capacityGiB must be one of ${CAPACITIES_GIB.join(', ')}`, 'capacityGiB');
  }
  if (typeof endUserIp === 'string' && isIP(endUserIp) === 0) {
    yield invalid('input.endUserIp must be an IPv4 or IPv6 address', 'endUserIp');
  }
}

function toParams(domainName: string, input: PurchaseEmailBundle) {
  return {
    service: 'pop3',
    ...toDomainParams(domainName),
    quantity: input.quantity,
    quantityunit: input.quantityUnit === 'PACKS' ? 'packs' : 'boxes',
    capacity: input.capacityGiB ?? 1,
    billingperiod: input.billingPeriod === 'MONTH' ? 'month' : 'year',
    EndUserIP: input.endUserIp ?? undefined,
  };
}
