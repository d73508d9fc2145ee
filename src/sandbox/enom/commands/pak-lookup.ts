import type { Pak, RegisteredDomain } from '../account.js';
import { REFUSALS, Refusal } from '../refusal.js';
import type { Parameters } from '../request.js';

/**
 * The pak of this domain that `BundleID` names.
 *
 * @throws {@link Refusal} where it is missing, or is no pak of the domain
 */
export function pakOf(domain: RegisteredDomain, input: Parameters): Pak {
  const wanted = input.required('BundleID');
  const pak = domain.paks.find(({ id }) => String(id) === wanted);
  if (pak === undefined) throw new Refusal(REFUSALS.bundleNotOfDomain);
  return pak;
}
