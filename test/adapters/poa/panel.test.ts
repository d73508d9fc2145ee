import { describe, expect, it } from 'vitest';
import { PoaDetails } from '../../../adapters/poa/details.js';
import { PoaFinders } from '../../../adapters/poa/finders.js';
import { PoaPanel } from '../../../adapters/poa/panel.js';
import {
  BackendFaultError,
  BackendNotFoundError,
  BackendTimeoutError,
  MethodMissingError,
} from '../../../src/errors/index.js';
import { asksOf, type Samples } from '../../contract/panel-asks.js';

const ORIGIN = { backend: 'poa', method: 'pem.any' };
const NATIVE = { ...ORIGIN, code: '1', message: 'no' };

const SAMPLES: Samples = {
  present: {
    Account: '1',
    Subscription: '2',
    ServiceUser: '3',
    Domain: 'a.example',
    Mailbox: '4',
    MailboxStore: '5',
    HostingPlan: '6',
  },
  domainName: 'a.example',
  login: 'a',
  signupId: '1',
  address: 'a@a.example',
  taskId: '1',
};

/** All that a port can be asked, of one on which every call fails; rules of ownership decide about misses themselves. */
function asksFailing(error: Error) {
  const panel = new PoaPanel('poa', () => Promise.reject(error));
  return asksOf(panel, 'poa', SAMPLES).filter(({ name }) => name !== 'ownership.Domain');
}

describe('PoaPanel', () => {
  it.each([
    ['there is no such object', new BackendNotFoundError('no', ORIGIN, NATIVE)],
    ['this release lacks the method', new MethodMissingError('no', ORIGIN)],
  ])('answers null to whatever it is asked where %s', async (_, error) => {
    for (const { name, run } of asksFailing(error)) expect(await run(), name).toBeNull();
  });

  it.each([
    ['a refusal', new BackendFaultError('no', ORIGIN, NATIVE)],
    ['silence', new BackendTimeoutError('late', ORIGIN)],
    ['a mistake of ours', new TypeError('oops')],
  ])('hands %s on, whatever it is asked', async (_, error) => {
    for (const { name, run } of asksFailing(error)) await expect(run(), name).rejects.toBe(error);
  });

  it('has no method beside those that the port has, so that none is missed here', () => {
    const panel = new PoaPanel('poa', () => Promise.reject(new Error('Asks nothing.')));
    const asked = asksOf(panel, 'poa', SAMPLES).map(({ name }) => name);
    const methods = [
      ...methodsOf(PoaPanel),
      ...methodsOf(PoaFinders).map((name) => `find.${name}`),
      ...methodsOf(PoaDetails).map((name) => `detail.${name}`),
    ];
    expect(methods.filter((name) => !asked.includes(name))).toEqual([]);
  });
});

/** Names of the methods of a class, of those that only it may call, too. */
const methodsOf = ({ prototype }: { readonly prototype: object }): readonly string[] =>
  Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name);
