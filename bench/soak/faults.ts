/** What goes wrong, and how many calls of a panel it takes. */
const FAULTS: ReadonlyArray<Readonly<Record<string, unknown>>> = [
  { kind: 'slow', ms: 300, times: 20 },
  { kind: 'drop', times: 3 },
  { kind: 'truncated', times: 3 },
  { kind: 'malformed', times: 3 },
  { kind: 'html', times: 3 },
  { kind: 'httpError', status: 502, times: 3 },
  { kind: 'hang', times: 2 },
  { kind: 'replyLost', times: 2 },
  { kind: 'huge', bytes: 40 * 1024 * 1024, times: 1 },
];
const EVERY_MS = 500;

/**
 * Lets one panel after the other misbehave, each in every way in turn, until it is told to stop.
 *
 * @param panels - their origins
 */
export function keepFaulting(panels: readonly string[]): { stop(): void } {
  let turn = 0;
  const timer = setInterval(() => {
    const panel = panels[turn % panels.length];
    const fault = FAULTS[Math.floor(turn / panels.length) % FAULTS.length];
    turn += 1;
    fetch(`${panel}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) }).catch(
      (error: unknown) => {
        console.error('a fault could not be asked for:', error);
      },
    );
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
