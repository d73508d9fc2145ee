import { UsageError } from './usage-error.js';

/** Makes a key for a caller, or a second one for one that has one. */
export type KeyCommand =
  | { readonly name: 'key'; readonly id: string }
  | { readonly name: 'rotate'; readonly id: string; readonly config: string };

/**
 * Reads what stands behind `key`.
 *
 * @param config - the file that is named, '' for none
 * @throws {@link UsageError}
 */
export function keyCommand([first, second, ...rest]: readonly string[], config: string): KeyCommand {
  if (first === 'rotate' && second !== undefined && rest.length === 0) {
    if (config === '') throw new UsageError('key rotate takes a file: --config FILE, or HOSTGRAPH_CONFIG.');
    return { name: 'rotate', id: second, config };
  }
  if (first === undefined || first === 'rotate' || second !== undefined)
    throw new UsageError('key takes one operand, the id of the caller; key rotate takes one, too.');
  return { name: 'key', id: first };
}
