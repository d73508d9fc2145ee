import { string, struct } from '../../../src/operation/shape.js';

/** How parameters of activation and of provisioning are written. */
export const namedValue = struct({
  var_name: string('Name.'),
  var_value: string('Value, always as a string.'),
});
