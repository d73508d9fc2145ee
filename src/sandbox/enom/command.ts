import type { RegisteredDomain } from './account.js';
import type { Element } from './element.js';
import type { Manner } from './envelope.js';
import { REFUSALS, Refusal, type RefusalFacts } from './refusal.js';
import type { Parameters } from './request.js';
import type { EnomState } from './state.js';

/** What a command says; `errors` beside elements of success is how the service reports a part that failed. */
export interface Outcome {
  readonly elements: readonly Element[];
  readonly errors: readonly RefusalFacts[];
  /** `false`: it failed for all users that it names, and nothing changed. */
  readonly changed?: boolean;
}

/** One command of the service. */
export interface Command extends Manner {
  /** In the case of the vendor's reference; requests may write it in any. */
  readonly name: string;
  /** Changes the account. */
  readonly writes?: true;
  /** @throws {@link Refusal} having changed nothing */
  run(input: Parameters, state: EnomState): Outcome;
  /** What stands in the answer beside a refusal, for the commands that say `Success` `False`. */
  refused?(input: Parameters): readonly Element[];
}

/** The outcome of a command that did all that was asked. */
export const done = (...elements: readonly Element[]): Outcome => ({ elements, errors: [] });

/**
 * The domain that `SLD` and `TLD` name.
 *
 * @param suffix - what follows both names in the request, `1` for `sld1` and `tld1`
 * @throws {@link Refusal} where one is missing, or the account has no such domain: `a.co` of `uk` is none
 */
export function domainOf(input: Parameters, state: EnomState, suffix = ''): RegisteredDomain {
  const domain = state.find(input.required(`SLD${suffix}`), input.required(`TLD${suffix}`));
  if (domain === undefined) throw new Refusal(REFUSALS.domainNotFound);
  return domain;
}

/** As {@link domainOf}, for the commands that refuse expired domains. */
export function liveDomainOf(input: Parameters, state: EnomState): RegisteredDomain {
  const domain = domainOf(input, state);
  if (state.isExpired(domain)) throw new Refusal(REFUSALS.domainExpired);
  return domain;
}
