import { enumOf, OTHER } from './enum-of.js';

export const DomainKindEnum = enumOf('DomainKind', 'Whether a name stands alone or below another one.', {
  DOMAIN: 'A domain of its own.',
  SUBDOMAIN: 'A name below another domain.',
  OTHER,
});

export const DomainHostingEnum = enumOf('DomainHosting', 'How the panel hosts a domain’s zone.', {
  REGULAR: 'The panel is its primary name server.',
  SLAVE: 'The panel copies the zone from a primary elsewhere.',
  NONE: 'The panel does not host the zone.',
  OTHER,
});

export const RegistrarStatusEnum = enumOf('RegistrarStatus', 'Where a domain stands with its registrar.', {
  UNDEFINED: 'The panel does not know.',
  ORDERING: 'It is being registered.',
  TRANSFERRING: 'It is coming from another registrar.',
  FAILED: 'Registration or transfer failed.',
  READY: 'Registered, and usable.',
  CLOSING: 'It is about to end, and still usable.',
  CLOSED: 'It has ended.',
  GONE: 'It has left.',
  NOT_REGISTERED: 'It is not registered.',
  REGISTERED: 'It is registered.',
  OTHER,
});
