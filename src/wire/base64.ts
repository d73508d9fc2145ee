const NO_BASE64_DIGIT = /[^A-Za-z0-9+/]/;
const WHITE_SPACE = /[ \t\r\n]+/g;
const BASE64_PADDINGS = new Set(['', '=', '==']);

/**
 * Looks at the text once and makes no copy of it, unless there is white space inside.
 *
 * @returns the bytes that it stands for; `undefined` if it is not base64
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const end = text.search(NO_BASE64_DIGIT);
  const digits = end === -1 ? text.length : end;
  if (!BASE64_PADDINGS.has(text.slice(digits))) {
    const compact = text.replace(WHITE_SPACE, '');
    return compact.length === text.length ? undefined : decodeBase64(compact);
  }
  if (digits % 4 === 1) return undefined;
  // Straight into memory of its own: what `Buffer.from` makes of a text may share memory with others.
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  Buffer.from(bytes.buffer).write(text, 'base64');
  return bytes;
}

export const encodeBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
