import { isStruct, type Received } from './wire/values.js';

const SECRET = /passw|passphrase|secret|priv_?key|credit_?card|cvv/i;
const HIDDEN = '***';
/** What a pair's value is called, by method. */
const PAIR_VALUES: readonly string[] = [
  'var_value',
  'value',
  'values',
  'str_value',
  'enum_value',
  'num_value',
];

/**
 * The same value for the record of calls, with `***` for secrets: members of a telling name at any depth, and the
 * values of name/value pairs whose name tells. Goes by name and not by method, so that a misplaced secret is
 * hidden as well.
 */
export function redact(value: Received): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (!isStruct(value)) return value;
  const pairName = value.var_name ?? value.name;
  const isSecretPair = typeof pairName === 'string' && SECRET.test(pairName);
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => {
      const hidden =
        (SECRET.test(member) && typeof inner !== 'boolean') || (isSecretPair && PAIR_VALUES.includes(member));
      return [member, hidden ? HIDDEN : redact(inner)];
    }),
  );
}
