import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadUserInputError } from '../../src/errors/index.js';
import { openPanel } from '../contract/panel-asks.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { executeOperation } from '../support/poa-gateway.js';

describe('a text that no panel can be sent', () => {
  let panels: FourPanels;

  beforeAll(async () => {
    panels = await startFourPanels();
  });
  afterAll(() => panels.close());

  const UNSENDABLE = ['a\uffff', 'a\ufffe', 'a\ud800', '\udc00a', 'a\u0000', 'a\u0008', 'a\u0085'];

  it.each(['poa', 'mspc', 'hsphere'])('is refused before any call to %s', async (backend) => {
    panels.takeCalls();
    for (const login of UNSENDABLE) {
      const { errors } = await executeOperation(
        panels.backends,
        'query ($backend: String!, $login: String!) { loginAvailable(backend: $backend, login: $login) }',
        { backend, login },
      );
      expect(errors?.map(({ originalError }) => originalError)).toMatchObject([
        { code: 'BAD_USER_INPUT', field: ['login'] },
      ]);
    }
    expect(panels.takeCalls()[backend]).toEqual([]);
  });

  it.each(['poa', 'mspc', 'hsphere'])(
    'is the caller’s mistake where only the %s encoder sees it',
    async (name) => {
      panels.takeCalls();
      const backend = panels.backends.find((one) => one.name === name);
      if (backend === undefined) throw new Error(`no ${name}`);
      const failed = await openPanel(backend)
        .loginAvailable?.('a\uffff')
        .catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(BadUserInputError);
      expect(panels.takeCalls()[name]).toEqual([]);
    },
  );
});
