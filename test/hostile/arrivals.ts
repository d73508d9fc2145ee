import type { TappedPanel } from '../support/tapped-panel.js';
import { INJECTED, MARK } from './hostile-texts.js';
import { readRequest } from './read-request.js';

/** What became of hostile texts on their way to a panel. */
export interface Arrivals {
  /** Texts that arrived and are the ones that were sent. */
  readonly whole: readonly string[];
  /** What arrived that nobody has sent, or could not be read. */
  readonly wrong: readonly string[];
}

/**
 * Looks at all that a panel was sent since the last look.
 *
 * @param sent - the hostile texts that a caller has sent; panels' own words may stand around one
 */
export function arrivalsAt(tap: TappedPanel, sent: readonly string[]): Arrivals {
  const whole: string[] = [];
  const wrong: string[] = [];
  for (const exchange of tap.take()) {
    try {
      if (JSON.stringify([exchange.url, exchange.headers]).includes(MARK))
        wrong.push('in a header or an address');
      const { names, texts } = readRequest(exchange);
      for (const name of names)
        if (name.includes(INJECTED) || name.includes(MARK)) wrong.push(`the name ${name}`);
      for (const text of texts.filter((one) => one.includes(MARK))) {
        (sent.some((one) => text.includes(one)) ? whole : wrong).push(text);
      }
    } catch (error) {
      wrong.push(String(error));
    }
  }
  return { whole, wrong };
}
