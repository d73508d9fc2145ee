import { DEFAULT_LIMITS, type WireLimits } from '../../../../src/wire/limits.js';
import { createXmlReader } from '../../../../src/wire/xml/reader.js';
import type { Attributes } from '../../../../src/wire/xml/start-tag.js';

export type Event = readonly ['open', string, Record<string, string>] | readonly ['text' | 'close', string];

/** By name. */
export const recordOf = (attributes: Attributes): Record<string, string> =>
  Object.fromEntries(attributes.map(({ name, value }) => [name.text, value]));

/** The events of a document, runs of text joined. */
export const readEvents = (chunks: readonly string[], limits: WireLimits = DEFAULT_LIMITS): Event[] => {
  const events: Event[] = [];
  const reader = createXmlReader(
    {
      open: (name, attributes) => events.push(['open', name, recordOf(attributes)]),
      text(piece) {
        const last = events.at(-1);
        if (last?.[0] === 'text') events[events.length - 1] = ['text', last[1] + piece];
        else events.push(['text', piece]);
      },
      close: (name) => events.push(['close', name]),
    },
    limits,
  );
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  return events;
};
