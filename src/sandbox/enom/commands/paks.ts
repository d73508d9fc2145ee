import { domainName, type Pak } from '../account.js';
import { type Command, domainOf, done, liveDomainOf } from '../command.js';
import { element } from '../element.js';
import { boxesPriceMinor, PACK_PRICE_MINOR } from '../prices.js';
import { REFUSALS, Refusal } from '../refusal.js';
import type { Parameters } from '../request.js';
import type { EnomState } from '../state.js';
import { pakOf } from './pak-lookup.js';

const BOXES_IN_A_PACK = 10;
const MAX_PACKS = 99;
const MAX_YEARS = 10;

/** `Quantity` counts ten-packs; each becomes a pak of its own. */
const purchasePopBundle: Command = {
  name: 'PurchasePOPBundle',
  generation: 'API',
  scope: 'domain',
  execTime: '11.848',
  writes: true,
  run(input, state) {
    const domain = liveDomainOf(input, state);
    const packs = quantityOf(input, MAX_PACKS);
    const amountMinor = affordable(packs * PACK_PRICE_MINOR, state);
    const paks = Array.from({ length: packs }, () =>
      state.addPak(domain, { version: 2, quantity: BOXES_IN_A_PACK, capacityGiB: 1, autoRenew: false }, 12),
    );
    const { orderId } = state.charge({
      command: 'PurchasePOPBundle',
      domain: domainName(domain),
      bundleIds: paks.map(({ id }) => id),
      amountMinor,
    });
    return done(
      element('orderid', orderId),
      element(
        'Bundles',
        paks.map(({ id }) => element('BundleID', id)),
      ),
      element('BundleCount', paks.length),
    );
  },
};

/** `Quantity` counts years. */
const renewPopBundle: Command = {
  name: 'RenewPOPBundle',
  generation: 'API',
  scope: 'domain',
  execTime: '0.313',
  writes: true,
  run(input, state) {
    const domain = domainOf(input, state);
    const wanted = input.required('PakID');
    const pak = domain.paks.find(({ id }) => String(id) === wanted);
    if (pak === undefined) throw new Refusal(REFUSALS.pakNotFound);
    const years = quantityOf(input, MAX_YEARS);
    const amountMinor = affordable(yearPriceMinor(pak) * years, state);
    state.extendPak(pak, years * 12);
    const { orderId } = state.charge({
      command: 'RenewPOPBundle',
      domain: domainName(domain),
      bundleIds: [pak.id],
      amountMinor,
    });
    return done(element('orderid', orderId));
  },
};

const deletePopPak: Command = {
  name: 'DeletePOPPak',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.125',
  writes: true,
  run(input, state) {
    const domain = domainOf(input, state);
    const pak = pakOf(domain, input);
    if (pak.mailboxes.length > 0) throw new Refusal(REFUSALS.pakNotEmpty);
    domain.paks.splice(domain.paks.indexOf(pak), 1);
    return done();
  },
};

function quantityOf(input: Parameters, max: number): number {
  input.required('Quantity');
  const quantity = input.integer('Quantity') ?? 0;
  if (quantity < 1 || quantity > max) throw new Refusal(REFUSALS.quantityOutOfRange);
  return quantity;
}

function affordable(amountMinor: number, state: EnomState): number {
  if (amountMinor > state.availableMinor) throw new Refusal(REFUSALS.insufficientBalance);
  return amountMinor;
}

function yearPriceMinor({ version, quantity, capacityGiB }: Pak): number {
  const packs = (PACK_PRICE_MINOR * quantity) / BOXES_IN_A_PACK;
  return version === 2 ? packs : (boxesPriceMinor(capacityGiB, 'year', quantity) ?? packs);
}

export const pakCommands: readonly Command[] = [purchasePopBundle, renewPopBundle, deletePopPak];
