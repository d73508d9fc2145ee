import { listen } from '../listener.js';
import type { Simulator } from '../simulator.js';
import { ServerClock } from './clock.js';
import { DEFAULT_NAMESPACE, type MspcSimulatorOptions, toSettings } from './options.js';
import { seedDatabase } from './seed/seed.js';
import { SANDBOX_PASSWORD, SANDBOX_USERNAME } from './seed/seed-users.js';
import { MspcState } from './state.js';
import { understand } from './understand.js';

/**
 * Starts an MSPControl Enterprise Server on a loopback port: `esUsers.asmx`, `esPackages.asmx` and
 * `esAuthentication.asmx`, over SOAP 1.1, with the sandbox's accounts in memory.
 *
 * @see docs/sandbox-mspc.md
 */
export async function createMspcSimulator(options: MspcSimulatorOptions = {}): Promise<Simulator> {
  const settings = toSettings(options);
  const state = new MspcState(seedDatabase(settings), settings.deletionDelayMs);
  const clock = new ServerClock(settings.timeZone, settings.now);
  const context = { settings, state, clock };
  const listener = await listen(
    settings.port,
    (request) => understand(context, request),
    () => state.reset(),
    () => state.ledger,
  );
  const url = `${listener.origin}/`;
  return {
    kind: 'mspc',
    url,
    configuration: {
      kind: 'mspc',
      url,
      username: SANDBOX_USERNAME,
      password: SANDBOX_PASSWORD,
      timeZone: settings.timeZone,
      // The seed has none that could be cleared.
      additionalParams: 'keep-unsafe',
      ...(settings.namespace !== DEFAULT_NAMESPACE && { namespace: settings.namespace }),
      ...(settings.addUser !== undefined && { addUser: settings.addUser }),
    },
    calls: listener.calls,
    faults: listener.faults,
    ledger: state.ledger,
    reset() {
      state.reset();
      listener.calls.length = 0;
      listener.faults.clear();
    },
    close() {
      state.forgetBackground();
      return listener.close();
    },
  };
}
