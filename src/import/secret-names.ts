import type { ShapeMap } from '../mounted/descriptor-text.js';

const SECRET =
  /pass(?:word|wd|phrase|code)|pwd|secret|token|credential|(?:private|api|access|license|auth)_?key|cvv|cvc|card_?number/i;
/** Too short to look for inside of other words. */
const WHOLE_NAMES: ReadonlySet<string> = new Set(['pw', 'pass', 'pin', 'psw']);
const CAN_BE_SECRET: ReadonlySet<string> = new Set(['string', 'bytes', 'any']);

export const isSecretName = (name: string): boolean =>
  SECRET.test(name) || WHOLE_NAMES.has(name.toLowerCase());

/** Marks what its name takes for a password or a key: showing it is a mistake that nobody can take back. */
export function withSecrecy(name: string, shape: ShapeMap): ShapeMap {
  if (!isSecretName(name)) return shape;
  if (CAN_BE_SECRET.has(shape.type)) return { ...shape, secret: true };
  const { of } = shape as { of?: ShapeMap };
  return shape.type === 'array' && of !== undefined ? { ...shape, of: withSecrecy(name, of) } : shape;
}
