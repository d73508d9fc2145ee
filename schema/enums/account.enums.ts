import { enumOf, OTHER } from './enum-of.js';

export const AccountKindEnum = enumOf('AccountKind', 'What an account is for.', {
  PROVIDER: 'The hosting provider itself: the top of the tree.',
  RESELLER: 'Sells the provider’s services to customers of its own.',
  CUSTOMER: 'Uses services.',
  STAFF: 'An employee of the provider.',
  OTHER,
});

export const AccountStatusEnum = enumOf('AccountStatus', 'Whether an account may use its services.', {
  ACTIVE: 'It may.',
  SUSPENDED: 'Not for now; nothing is lost.',
  CANCELLED: 'It has ended.',
  PENDING: 'It waits for approval.',
  OTHER,
});
