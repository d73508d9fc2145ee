const INTEGER = /^[+-]?[0-9]+$/;
// Each digit can be matched in one way only, so a megabyte of them is refused in one pass.
const DOUBLE = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** Digits of the largest 64-bit integer: a longer number is refused before it is converted. */
const MAX_INT64_DIGITS = 19;

/** @returns the number that up to nine bare digits write, or -1: most integers are that, and this is fast */
export function decodeFewDigits(text: string): number {
  if (text.length === 0 || text.length > 9) return -1;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** @returns the 32-bit integer that `text` writes in decimal digits, or `undefined` */
export function decodeInt(text: string): number | undefined {
  const few = decodeFewDigits(text);
  return few === -1 ? decodeIntOfBits(32, text) : few;
}

/** @returns the integer of so many bits that `text` writes in decimal digits, or `undefined` */
export function decodeIntOfBits(bits: 8 | 16 | 32, text: string): number | undefined {
  const trimmed = text.trim();
  if (!INTEGER.test(trimmed)) return undefined;
  const value = Number(trimmed);
  const bound = 2 ** (bits - 1);
  // Adding 0 turns -0 into 0.
  return value >= -bound && value < bound ? value + 0 : undefined;
}

/** @returns the 64-bit integer that `text` writes in decimal digits, or `undefined` */
export function decodeInt64(text: string): bigint | undefined {
  const trimmed = text.trim();
  if (!INTEGER.test(trimmed)) return undefined;
  const negative = trimmed.startsWith('-');
  const digits = trimmed.replace(/^[+-]?0*/, '');
  if (digits.length > MAX_INT64_DIGITS) return undefined;
  const value = negative ? -BigInt(digits) : BigInt(digits);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/** @returns the finite number that `text` writes in decimal digits, or `undefined` */
export function decodeDouble(text: string): number | undefined {
  const trimmed = text.trim();
  if (!DOUBLE.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** @returns the boolean that `text` stands for, or `undefined`; the words are what some peers write */
export function decodeBoolean(text: string): boolean | undefined {
  switch (text.trim()) {
    case '1':
    case 'true':
      return true;
    case '0':
    case 'false':
      return false;
    default:
      return undefined;
  }
}
