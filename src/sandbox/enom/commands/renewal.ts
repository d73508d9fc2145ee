import { type Command, domainOf, done, liveDomainOf } from '../command.js';
import { element } from '../element.js';
import { oneZero, trueFalse } from '../formats.js';
import { REFUSALS, Refusal } from '../refusal.js';
import { pakOf } from './pak-lookup.js';

const getRenew: Command = {
  name: 'GetRenew',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.047',
  run(input, state) {
    const { autoRenew, paks, privacyUntil } = liveDomainOf(input, state);
    const allPaksRenew = paks.length > 0 && paks.every((pak) => pak.autoRenew);
    return done(
      element('auto-renew', oneZero(autoRenew)),
      element('AutoPakRenew', oneZero(allPaksRenew)),
      element('PakExist', oneZero(paks.length > 0)),
      element('EmailForwardRenew', 0),
      element('EmailFwdExists', 0),
      element('URLForwardRenew', 0),
      element('URLFwdExists', 0),
      element('IDProtectRenew', oneZero(privacyUntil !== undefined)),
      element('IDProtectExists', oneZero(privacyUntil !== undefined)),
      element('MobilizerRenew', 0),
    );
  },
};

/** Covers the domain and, where `AutoPakRenew` is sent, all of its paks. */
const setRenew: Command = {
  name: 'SetRenew',
  generation: 'API',
  scope: 'domain',
  execTime: '0.203',
  writes: true,
  run(input, state) {
    const domain = liveDomainOf(input, state);
    const renew = input.flag('RenewFlag');
    if (renew === undefined) throw new Refusal(REFUSALS.renewFlagInvalid);
    const renewPaks = input.flag('AutoPakRenew');
    if (renewPaks === undefined && (input.get('AutoPakRenew') ?? '') !== '') {
      throw new Refusal(REFUSALS.autoPakRenewInvalid);
    }
    domain.autoRenew = renew;
    if (renewPaks !== undefined) {
      for (const pak of domain.paks) pak.autoRenew = renewPaks;
    }
    return done(
      element('RenewName', trueFalse(renew)),
      ...(renewPaks === undefined ? [] : [element('AutoPakRenew', trueFalse(renewPaks))]),
      element('Success', 'True'),
    );
  },
};

const setPakRenew: Command = {
  name: 'SetPakRenew',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.078',
  done: '>true',
  writes: true,
  run(input, state) {
    const byId = input.integer('DomainNameID');
    const domain =
      byId !== undefined && input.get('SLD') === undefined
        ? state.account.domains.find(({ id }) => id === byId)
        : domainOf(input, state);
    if (domain === undefined) throw new Refusal(REFUSALS.domainNotFound);
    const pak = pakOf(domain, input);
    const renew = input.flag('AutoPakRenew');
    if (renew === undefined) throw new Refusal(REFUSALS.autoPakRenewInvalid);
    pak.autoRenew = renew;
    return done(
      element('PakUpdated', pak.id),
      element('AutoPakRenew', oneZero(renew)),
      element('success', 'True'),
    );
  },
  refused: () => [element('success', 'False')],
};

export const renewalCommands: readonly Command[] = [getRenew, setRenew, setPakRenew];
