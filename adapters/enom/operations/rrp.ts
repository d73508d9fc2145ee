import { int, string } from '../../../src/operation/shape.js';

/** What the registry says. @see eNom API Command Catalog, "RRP Return Codes" */
export const rrpCode = int('What the registry says.', {
  values: [
    { value: 200, meaning: 'done' },
    { value: 210, meaning: 'the domain is free' },
    { value: 211, meaning: 'the domain is taken' },
    { value: 420, meaning: 'failed at the registry, for now' },
    { value: 421, meaning: 'failed at the registry, for now; the connection was closed' },
    { value: 531, meaning: 'not authorised for the domain' },
    { value: 545, meaning: 'there is no such domain' },
    { value: 549, meaning: 'the registry’s command failed' },
    { value: 552, meaning: 'the status of the domain forbids it' },
  ],
  open: true,
});
export const rrpText = string('The same in words.');
