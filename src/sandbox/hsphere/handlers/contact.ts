import type { Arguments } from '../axis/arguments.js';
import { fieldsOf } from '../axis/types.js';
import type { Contact } from '../records.js';

/** All fields of a contact; those that were not sent are null. */
export const contactOf = (contact: Arguments): Contact =>
  Object.fromEntries([...fieldsOf('ContactInfo').keys()].map((field) => [field, contact.string(field)]));
