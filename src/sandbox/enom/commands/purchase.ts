import { domainName, type Pak, type RegisteredDomain } from '../account.js';
import { type Command, done, liveDomainOf, type Outcome } from '../command.js';
import { element } from '../element.js';
import { orderAmount, slashDate } from '../formats.js';
import { type BillingPeriod, boxesPriceMinor } from '../prices.js';
import { REFUSALS, Refusal } from '../refusal.js';
import type { Parameters } from '../request.js';
import type { EnomState } from '../state.js';

const MAX_BOXES = 999;
const MAX_PERIODS = 12;
const DEFAULT_BOXES = 10;
const BOXES_IN_A_PACK = 10;

/**
 * The email services among all that the command sells. A repeated call buys again, as it does at the service.
 */
const purchaseServices: Command = {
  name: 'PurchaseServices',
  generation: 'API',
  scope: 'domain',
  execTime: '0.340',
  done: '>true',
  writes: true,
  run(input, state) {
    if (!['pop3', 'mailbox'].includes(input.required('Service').toLowerCase())) {
      throw new Refusal(REFUSALS.serviceInvalid);
    }
    const domain = liveDomainOf(input, state);
    switch ((input.get('ActionType') || 'Create').toLowerCase()) {
      case 'create':
        return create(domain, input, state);
      case 'renew':
        return renew(domain, input, state);
      default:
        throw new Refusal(REFUSALS.actionTypeInvalid);
    }
  },
};

function create(domain: RegisteredDomain, input: Parameters, state: EnomState): Outcome {
  const quantity = boxesOf(input);
  const capacityGiB = (input.get('Capacity') ?? '') === '' ? 1 : (input.integer('Capacity') ?? 0);
  const period = periodOf(input);
  const amountMinor = priceOf(quantity, capacityGiB, period, state);
  const pak = state.addPak(domain, { version: 3, quantity, capacityGiB, autoRenew: true }, period.months);
  return bought(domain, pak, 'Create', period, amountMinor, state);
}

function renew(domain: RegisteredDomain, input: Parameters, state: EnomState): Outcome {
  const productId = input.required('ProductID');
  const pak = domain.paks.find(({ id }) => String(id) === productId);
  if (pak === undefined) throw new Refusal(REFUSALS.pakNotFound);
  const period = periodOf(input);
  const amountMinor = priceOf(pak.quantity, pak.capacityGiB, period, state);
  state.extendPak(pak, period.months);
  return bought(domain, pak, 'Renew', period, amountMinor, state);
}

function bought(
  domain: RegisteredDomain,
  pak: Pak,
  actionType: string,
  period: Period,
  amountMinor: number,
  state: EnomState,
): Outcome {
  const domainNamed = domainName(domain);
  const order = state.charge({
    command: 'PurchaseServices',
    domain: domainNamed,
    bundleIds: [pak.id],
    amountMinor,
  });
  const total = domain.paks.reduce((sum, { quantity }) => sum + quantity, 0);
  return done(
    element('Version', 3),
    element('orderid', order.orderId),
    element('OrderAmount', orderAmount(amountMinor)),
    element('Success', 'True'),
    element('Bundles', [
      element('ActionType', actionType),
      element('BundleID', pak.id),
      element('VasItemID', pak.id),
      element('DomainName', domainNamed),
      element('Capacity', pak.capacityGiB),
      element('Period', period.count),
      element('BillingPeriod', period.unit),
      element('ExpDate', slashDate(pak.expiresAt)),
      element('Quantity', pak.quantity),
      element('TotalQuantity', total),
    ]),
    element('BundleCount', 1),
  );
}

/**
 * How many boxes are asked for. The vendor's documents contradict each other where something is left out:
 * a quantity without a unit counts packs, as the command reference has it, and no quantity at all means ten
 * boxes, as the guide has it.
 */
function boxesOf(input: Parameters): number {
  const unit = (input.get('QuantityUnit') ?? '').toLowerCase();
  if (!['', 'boxes', 'packs'].includes(unit)) throw new Refusal(REFUSALS.quantityUnitInvalid);
  if ((input.get('Quantity') ?? '') === '') return DEFAULT_BOXES;
  const quantity = input.integer('Quantity') ?? 0;
  const boxes = unit === 'boxes' ? quantity : quantity * BOXES_IN_A_PACK;
  if (boxes < 1 || boxes > MAX_BOXES) throw new Refusal(REFUSALS.quantityOutOfRange);
  return boxes;
}

interface Period {
  readonly unit: BillingPeriod;
  readonly count: number;
  readonly months: number;
}

/** `BillingPeriod` or the newer `TimeUnit`, `TimeQuantity` or `Period`; one year where nothing is said. */
function periodOf(input: Parameters): Period {
  const unit = (input.get('BillingPeriod') || input.get('TimeUnit') || 'year').toLowerCase();
  if (unit !== 'month' && unit !== 'year') throw new Refusal(REFUSALS.periodInvalid);
  const said = input.get('TimeQuantity') || input.get('Period') || '1';
  const count = /^\d{1,2}$/.test(said) ? Number(said) : 0;
  if (count < 1 || count > MAX_PERIODS) throw new Refusal(REFUSALS.periodOutOfRange);
  return { unit, count, months: unit === 'year' ? count * 12 : count };
}

/** @throws {@link Refusal} for a capacity that is not sold, and where the balance does not reach */
function priceOf(quantity: number, capacityGiB: number, { unit, count }: Period, state: EnomState): number {
  const once = boxesPriceMinor(capacityGiB, unit, quantity);
  if (once === undefined) throw new Refusal(REFUSALS.capacityInvalid);
  const amountMinor = once * count;
  if (amountMinor > state.availableMinor) throw new Refusal(REFUSALS.insufficientBalance);
  return amountMinor;
}

export const purchaseCommands: readonly Command[] = [purchaseServices];
