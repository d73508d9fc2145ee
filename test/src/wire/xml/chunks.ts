import fc from 'fast-check';

/** Every way a body can arrive that a codec must not notice: whole, in single units, cut at random. */
export const eachUnit = (text: string): string[] =>
  Array.from({ length: text.length }, (_, at) => text.charAt(at));

export const eachByte = (bytes: Uint8Array): Uint8Array[] => Array.from(bytes, (byte) => Uint8Array.of(byte));

/** `body` in pieces that together are the whole; some of them may be empty. */
export const cutAtRandom = <T extends string | Uint8Array>(body: T): fc.Arbitrary<T[]> =>
  fc.array(fc.nat(body.length), { maxLength: 12 }).map((cuts) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), body.length];
    // Both kinds have `slice`, and each returns its own kind.
    return edges.slice(1).map((edge, index) => body.slice(edges[index], edge) as T);
  });
