import { enumOf, OTHER } from './enum-of.js';

export const ObjectStatusEnum = enumOf(
  'ObjectStatus',
  'Panels carry changes out in the background; this is how far they are with an object.',
  {
    READY: 'Nothing is under way.',
    CREATING: 'It is being made and cannot be used yet.',
    UPDATING: 'A change is under way.',
    DELETING: 'It is being removed.',
    FAILED: 'The last change failed.',
    OTHER,
  },
);
