import { int } from '../../../src/operation/shape.js';

/** As methods take it; what pem.getDomainList answers is on another scale. */
export const registrarStatus = int(
  'Registrar status, on a scale of its own: pem.getDomainList answers another.',
  {
    values: [
      { value: 0, meaning: 'undefined' },
      { value: 1, meaning: 'not registered' },
      { value: 2, meaning: 'registered' },
    ],
  },
);
