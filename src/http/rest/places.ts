import type { RestRoute } from '../../persisted/index.js';
import type { ProblemDetail } from './problem.js';

type Place = Pick<ProblemDetail, 'pointer' | 'parameter' | 'header'>;

export const KEY_HEADER = 'Idempotency-Key';

/**
 * Where in a request a value came from.
 *
 * @param path - from a variable, or from an argument, into what it holds: `['input', 'limits', '0', 'limit']`
 */
export function placeOf({ parameters, body, key }: RestRoute, [variable, ...path]: readonly string[]): Place {
  const [member = null] = path;
  if (key !== null && key.variable === variable && key.member === member) return { header: KEY_HEADER };
  const parameter = parameters.find(
    ({ target }) => target.variable === variable && (target.member === null || target.member === member),
  );
  if (parameter !== undefined) return { parameter: parameter.name };
  if (variable === undefined || body === null) return {};
  return { pointer: toPointer(body.variable === null ? [variable, ...path] : path) };
}

/** RFC 6901, as a fragment of a URI. */
export const toPointer = (path: ReadonlyArray<string | number>): string =>
  `#${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
