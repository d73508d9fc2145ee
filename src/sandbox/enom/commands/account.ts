import { domainName } from '../account.js';
import { type Command, done } from '../command.js';
import { element } from '../element.js';
import { balanceAmount, slashDateTime, trueFalse } from '../formats.js';
import { PACK_PRICE_MINOR } from '../prices.js';

const getBalance: Command = {
  name: 'GetBalance',
  generation: 'API',
  scope: 'account',
  execTime: '0.063',
  run: (_input, state) =>
    done(
      element('Reseller', 1),
      element('Balance', balanceAmount(state.account.balanceMinor)),
      element('AvailableBalance', balanceAmount(state.availableMinor)),
      element('Price', '8.95'),
      element('DomainCount', state.account.domains.length),
    ),
};

const peGetPopPrice: Command = {
  name: 'PE_GetPOPPrice',
  generation: 'API',
  scope: 'account',
  execTime: '0.000',
  run: () => done(element('pricing', [element('pop', balanceAmount(PACK_PRICE_MINOR))])),
};

/** Every pak of the account; the service does not page it. */
const getPopExpirations: Command = {
  name: 'GetPOPExpirations',
  generation: 'API.NET',
  scope: 'account',
  execTime: '0.547',
  run(_input, state) {
    const paks = state.account.domains.flatMap((domain) => domain.paks.map((pak) => ({ domain, pak })));
    return done(
      element('popexpirations', [
        ...paks.map(({ domain, pak }) =>
          element('pop', [
            element('domain', domainName(domain)),
            element('bundleid', pak.id),
            element('expdate', slashDateTime(pak.expiresAt)),
            element('renew', trueFalse(pak.autoRenew)),
            element('version', pak.version),
          ]),
        ),
        element('count', paks.length),
      ]),
      element('success', 'True'),
    );
  },
};

export const accountCommands: readonly Command[] = [getBalance, peGetPopPrice, getPopExpirations];
