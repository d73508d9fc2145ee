import { exactlyOneOf } from './parameter-choice.js';
import { filled, mailAddress, mailServer } from './parameter-forms.js';
import { type Arguments, boolean, oneOf, optional, string, stringOf, structOf } from './parameters.js';
import { Refusal } from './refusal.js';

/** Part of a host name or of a path in URLs. */
export const uniqueName = stringOf('unique name', (value) => /^[a-z][a-z0-9-]{0,29}$/i.test(value));

/** Full, administrative, read-only. */
export const licence = oneOf(1, 2, 3);

const server = structOf({ use_ssl: boolean, server: mailServer, login: filled, password: string });
const address = structOf({ primary_email: mailAddress });

const SETTINGS = {
  ext_settings: optional(structOf({ pop3: server, smtp: server, primary_email: mailAddress })),
  exchange_settings: optional(boolean),
  none_settings: optional(address),
  outlook_settings: optional(address),
};
export const deliverySettings = structOf(SETTINGS);

export type DeliverySettings = Arguments<typeof SETTINGS>;

/**
 * The one way of delivery that is chosen, and its address.
 *
 * @param mailboxAddress - the primary address of the user's Exchange mailbox; asked for only where that is chosen
 * @throws Refusal when none or several are chosen
 * @see POA Public API Reference 2.8, "pem.mscrm.createUser"
 */
export function readDelivery(given: DeliverySettings, mailboxAddress: () => string) {
  exactlyOneOf(given, 'ext_settings', 'exchange_settings', 'none_settings', 'outlook_settings');
  const { ext_settings: external, none_settings: none, outlook_settings: outlook } = given;
  if (external) return { emailDelivery: 'external', primaryEmail: external.primary_email } as const;
  if (none) return { emailDelivery: 'none', primaryEmail: none.primary_email } as const;
  if (outlook) return { emailDelivery: 'outlook', primaryEmail: outlook.primary_email } as const;
  if (given.exchange_settings !== true) {
    throw Refusal.invalidArguments('exchange_settings is true where it is given');
  }
  return { emailDelivery: 'exchange', primaryEmail: mailboxAddress() } as const;
}
