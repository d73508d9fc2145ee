import { enumOf } from './enum-of.js';

export const RegistrarCheckEnum = enumOf('RegistrarCheck', 'What is known of a name at its registry.', {
  UNDEFINED: 'Nothing.',
  NOT_REGISTERED: 'Nobody has it.',
  REGISTERED: 'It is registered.',
});

export const HostingKindEnum = enumOf('HostingKind', 'What a new domain is for.', {
  PHYSICAL: 'A website in a webspace.',
  PARKING: 'It is parked: see `ParkingKind`.',
});

export const ParkingKindEnum = enumOf('ParkingKind', 'What visitors of a parked domain see.', {
  PARKED: 'The provider’s page for parked domains.',
  FORWARDING: 'Another site, to which they are sent.',
  SINGLE_PAGE: 'A single page.',
  FRAME: 'Another site, in a frame under this name.',
});
