import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, named, start } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
beforeEach(() => enom.reset());
afterAll(() => enom.close());

const NORDLICHT = named('nordlicht.example');

describe('the ledger of the eNom simulator', () => {
  it('has each command that changed something, whatever became of its answer', async () => {
    enom.faults.next('SetRenew', { kind: 'replyLost' });
    await expect(ask(enom, 'SetRenew', { ...NORDLICHT, RenewFlag: '0' })).rejects.toThrow();
    await ask(enom, 'GetRenew', NORDLICHT);
    expect(enom.ledger).toMatchObject([{ method: 'SetRenew', params: { sld: 'nordlicht', RenewFlag: '0' } }]);
  });

  it('has no command that was refused, failed for all its users, or never ran', async () => {
    await ask(enom, 'SetRenew', { ...NORDLICHT, RenewFlag: '2' });
    await ask(enom, 'DeletePOP3', { ...NORDLICHT, UserName1: 'nobody', UserName2: 'no-one' });
    enom.faults.next('SetRenew', { kind: 'fault', message: 'no' });
    await ask(enom, 'SetRenew', { ...NORDLICHT, RenewFlag: '0' });
    expect(enom.ledger).toEqual([]);
  });

  it('has a command that succeeded for one of its users, and holds no password', async () => {
    await ask(enom, 'ModifyPOP3', {
      ...NORDLICHT,
      EmailCount: '2',
      UserName1: 'nobody',
      Password1: 'Wirbel-12',
      UserName2: 'ida',
      Password2: 'Wirbel-34',
    });
    expect(enom.ledger).toHaveLength(1);
    expect(JSON.stringify(enom.ledger)).not.toMatch(/Wirbel|sandbox-enom/);
  });

  it('is told over HTTP, and begins anew with a reset', async () => {
    await ask(enom, 'SetRenew', { ...NORDLICHT, RenewFlag: '0' });
    const url = new URL('/_sandbox/ledger', enom.url);
    expect(await (await fetch(url)).json()).toEqual(JSON.parse(JSON.stringify(enom.ledger)));
    enom.reset();
    expect(await (await fetch(url)).json()).toEqual([]);
  });
});
