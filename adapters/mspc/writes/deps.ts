import type { WallClock } from '../../../src/wire/wall-clock.js';
import type { MspcSettings } from '../config.js';

/** What the writes of one instance go by. */
export interface WriteDeps {
  readonly backend: string;
  readonly settings: Pick<MspcSettings, 'username' | 'addUser' | 'additionalParams' | 'writeTimeoutMs'>;
  readonly clock: WallClock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
