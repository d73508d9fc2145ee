import { type CheckSettings, compileCheck, type Problem } from '../operation/check.js';
import type { StructShape } from '../operation/shape.js';
import { WireError } from './wire-error.js';

/** Problems that one error names; a list of a thousand members that do not fit would have as many. */
const MAX_NAMED = 10;

/**
 * Puts the check of a shape before the encoder that was made from it, so that no rule of a descriptor is passed by on
 * the way to a panel, and encoders can rely on what they are given.
 *
 * @returns what `encode` does; throws {@link WireError} with path and rule of each problem, and no value, before
 *   anything is encoded
 */
export function checked<I>(
  params: StructShape,
  encode: (input: I) => string,
  settings?: CheckSettings,
): (input: I) => string {
  const check = compileCheck(params, settings);
  return (input) => {
    const problems = check(input);
    if (problems.length > 0) throw new WireError(textOf(problems));
    return encode(input);
  };
}

function textOf(problems: readonly Problem[]): string {
  const named = problems.slice(0, MAX_NAMED).map(({ path, message }) => {
    const place = pathText(path);
    return place === '' ? message : `${place}: ${message}`;
  });
  const others = problems.length - named.length;
  return others === 0 ? named.join('; ') : `${named.join('; ')}; and ${others} more`;
}

/** `limits[2].resource_limit64` */
const pathText = (path: Problem['path']): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
