import { afterEach } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createHsphereBackend } from '../../support/hsphere-gateway.js';
import { executeOperation, runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';

type Settings = Readonly<Record<string, unknown>>;

/** An H-Sphere backend in front of a server that a test scripts. */
export interface ScriptedPanel {
  readonly backend: Backend;
  readonly server: ScriptedServer;
  /** What the backend has logged. */
  readonly logLines: readonly string[];
  run(query: string, variables?: Settings): ReturnType<typeof runOperation>;
  /** Codes of the gateway errors behind an answer. */
  codesOf(query: string): Promise<string[]>;
}

export const PASSWORD = 'pa<ss&word';

/** Starts one a test; they end with it. */
export function scriptPanels(): (script: Script, settings?: Settings) => Promise<ScriptedPanel> {
  const open: ScriptedPanel[] = [];
  afterEach(async () => {
    for (const { backend, server } of open.splice(0)) {
      await backend.close();
      await server.close();
    }
  });
  return async (script, settings = {}) => {
    const server = await startScriptedServer(script);
    const logLines: string[] = [];
    const entry = { url: server.url, login: 'admin', password: PASSWORD, retries: 0, ...settings };
    const backend = createHsphereBackend(entry, logLines);
    const panel: ScriptedPanel = {
      backend,
      server,
      logLines,
      run: (query, variables) => runOperation([backend], query, variables),
      async codesOf(query) {
        const { errors = [] } = await executeOperation([backend], query);
        // Every error of a backend is a gateway error.
        return errors.map(({ originalError }) => (originalError as unknown as { code: string }).code);
      },
    };
    open.push(panel);
    return panel;
  };
}
