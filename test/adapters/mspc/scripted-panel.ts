import { afterEach } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createMspcBackend } from '../../support/mspc-gateway.js';
import { runOperation } from '../../support/poa-gateway.js';
import { type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, methodOf } from './answers.js';

const open: { readonly server: ScriptedServer; readonly backend: Backend }[] = [];

afterEach(async () => {
  for (const { server, backend } of open.splice(0)) {
    await backend.close();
    await server.close();
  }
});

/**
 * Asks a server that answers each method with the content given for it, and with no result otherwise. It is gone after
 * the test.
 */
export async function ask(
  query: string,
  contents: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, unknown>> = {},
) {
  const server = await startScriptedServer((request) => {
    const method = methodOf(request);
    return answer(method, contents[method] ?? null);
  });
  const backend = createMspcBackend({ url: server.url, username: 'api', password: 'secret', ...settings });
  open.push({ server, backend });
  const { data, errors } = await runOperation([backend], query);
  return { data, errors, requests: server.requests };
}
