import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { httpError } from '../../../src/sandbox/misbehaviour.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';
import { createNativeGraph, type NativeGraph } from '../../support/native-graph.js';

let panels: FourPanels;
let graph: NativeGraph;

beforeAll(async () => {
  panels = await startFourPanels();
  graph = createNativeGraph(panels.backends, { raw: true });
});
afterEach(() => {
  for (const simulator of Object.values(panels.simulators)) simulator.reset();
  panels.takeCalls();
});
afterAll(() => panels.close());

const extensionsOf = async (mutation: string) =>
  (await graph.run(`mutation { ${mutation} }`)).errors?.[0]?.extensions;

describe('what the end of a native write is taken for', () => {
  it('is a refusal for a negative number of MSPControl that it answers before any work', async () => {
    const mutation = 'mspc_deletePackage(input: { packageId: 999999 }, idempotencyKey: "gone") { replayed }';
    expect(await extensionsOf(mutation)).toMatchObject({
      code: 'BACKEND_FAULT',
      native: { method: 'DeletePackage', code: 'PACKAGE_NOT_FOUND' },
    });
    expect(await extensionsOf(mutation)).toMatchObject({ code: 'BACKEND_FAULT', idempotencyKey: 'gone' });
    expect(panels.takeCalls().mspc).toEqual(['DeletePackage']);
  });

  it('is unknown for a fault of MSPControl that may come from half-done work', async () => {
    panels.simulators.mspc.faults.next('DeleteUser', { kind: 'fault', message: 'Object reference not set' });
    expect(await extensionsOf('mspc_deleteUser(input: { userId: 12 }) { replayed }')).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      native: { method: 'DeleteUser' },
    });
  });

  it('is unknown for an answer of eNom that reports errors and claims nothing', async () => {
    panels.simulators.enom.faults.next('DeletePOP3', { kind: 'fault', message: 'Something failed' });
    const extensions = await extensionsOf(
      'enom_deletePOP3(input: { sld: "nordlicht", tld: "example", users: [{ UserName: "redaktion" }] }) { replayed }',
    );
    expect(extensions).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });

  it('says of a method that claims success whatever happens that nothing is proven', async () => {
    const answer = await graph.run(
      'mutation { mspc_changeUserStatus(input: { userId: 12, status: Active }) { proven result } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.mspc_changeUserStatus).toMatchObject({ proven: false });
  });

  it('is a failure that sent nothing where no connection was made', async () => {
    panels.simulators.hsphere.faults.next('suspendAccount', httpError(503));
    expect(
      await extensionsOf('hsphere_suspendAccount(input: { accountId: "1001", reason: "x" }) { replayed }'),
    ).toMatchObject({ code: expect.stringMatching(/OUTCOME_UNKNOWN|BACKEND_/) });
  });
});

describe('a method that is only named', () => {
  const named = () => panels.backends.find(({ kind }) => kind === 'POA')?.namedOnly ?? [];

  it('is reached by a field of its own, and no other method is', async () => {
    const [method = ''] = named();
    const sent = await extensionsOf(
      `poa_raw(method: "${method}", params: { a: { b: [1, "x", true] } }) { result }`,
    );
    expect(sent).toMatchObject({ code: expect.stringMatching(/BACKEND_FAULT|OUTCOME_UNKNOWN/) });
    for (const other of ['pem.getAccountInfo', 'system.listMethods', 'constructor']) {
      expect(await extensionsOf(`poa_raw(method: "${other}") { result }`)).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });

  it('is sent nothing but an object', async () => {
    const [method = ''] = named();
    expect(await extensionsOf(`poa_raw(method: "${method}", params: [1]) { result }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['params'],
    });
  });

  it('has no field where raw is off', () => {
    const closed = createNativeGraph(panels.backends);
    expect(closed.schema.getMutationType()?.getFields().poa_raw).toBeUndefined();
  });
});
