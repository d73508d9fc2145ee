import { enumOf, OTHER } from './enum-of.js';

export const PackageStatusEnum = enumOf('PackageStatus', 'Whether a package or an addon may be used.', {
  ACTIVE: 'It may.',
  SUSPENDED: 'Not for now; nothing is lost.',
  CANCELLED: 'It has ended.',
  NEW: 'It was made and not activated yet.',
  OTHER,
});

export const QuotaKindEnum = enumOf('QuotaKind', 'How a quota is meant.', {
  SWITCH: 'On or off.',
  AMOUNT: 'An amount that is used up.',
  MAXIMUM: 'The largest value allowed; nothing is used up.',
});
