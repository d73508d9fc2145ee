import type { Ownership } from '../../src/model/index.js';
import { partsOf } from './native-id.js';

/** To whom eNom's objects belong: mail to the domain that their ids name; who owns a domain no command tells. */
export const ENOM_OWNERSHIP: Ownership = {
  root: 'Domain',
  rules: {
    EmailBundle: { told: ({ domainName }) => ({ type: 'Domain', nativeId: domainName }) },
    Mailbox: { told: ({ nativeId }) => ({ type: 'Domain', nativeId: partsOf(nativeId).domainName }) },
  },
};
