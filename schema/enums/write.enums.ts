import { enumOf } from './enum-of.js';

export const UserErrorCodeEnum = enumOf(
  'UserErrorCode',
  'Why a panel, or the gateway for it, refused a change.',
  {
    TAKEN: 'The name is in use.',
    INVALID: 'A value does not keep the rules; `field` says which.',
    WEAK_PASSWORD: 'The password does not keep the panel’s rules for passwords.',
    NOT_FOUND: 'There is no such object.',
    FORBIDDEN: 'The login that the gateway uses may not do this.',
    QUOTA_EXCEEDED: 'It would go over a limit.',
    INSUFFICIENT_FUNDS: 'The balance does not suffice.',
    IN_USE: 'Something else still needs the object.',
    HAS_CHILDREN: 'There are objects below it.',
    WRONG_STATE: 'The object is in a state in which this cannot be done.',
    CONFLICT: 'It contradicts something that exists, or that changed meanwhile.',
    UNSUPPORTED: 'This panel has no call for it. Nothing was sent.',
    REJECTED: 'The panel refused and does not say why in a way that can be told apart; see `native`.',
  },
);

export const WriteStateEnum = enumOf('WriteState', 'What became of a change.', {
  PENDING: 'It is under way.',
  APPLIED: 'It happened.',
  PARTIAL: 'Part of it happened.',
  REJECTED: 'Nothing happened.',
  UNKNOWN: 'It was sent, and nobody knows yet whether it happened. It is not sent again.',
});
