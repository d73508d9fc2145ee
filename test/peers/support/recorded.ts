import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

/**
 * Expects a peer's reply to be the one recorded below `test/fixtures`, which unit tests read without the
 * peers. With `RECORD=1` in the environment the reply becomes the recorded one first.
 *
 * @param name - path of the fixture without its extension: `asmx/GetUserById.found`
 * @param reply - body of the reply, scrubbed of what differs from machine to machine
 * @param canonical - maps replies that differ only in what the engine leaves to chance to the same text
 */
export function expectRecorded(
  name: string,
  reply: string,
  canonical: (text: string) => string = (text) => text,
): void {
  const file = `${FIXTURES}/${name}.xml`;
  if (process.env.RECORD === '1') writeFileSync(file, reply);
  expect(canonical(reply)).toBe(canonical(readFileSync(file, 'utf8')));
}
