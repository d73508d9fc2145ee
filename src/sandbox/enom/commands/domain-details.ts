import { domainName, type RegisteredDomain } from '../account.js';
import { type Command, domainOf, done, liveDomainOf } from '../command.js';
import { cdata, type Element, element } from '../element.js';
import { oneZero, slashDateTime, trueFalse } from '../formats.js';

const PROVIDER_NAME_SERVERS = ['dns1', 'dns2', 'dns3', 'dns4', 'dns5'].map(
  (host) => `${host}.name-services.example`,
);

/** Codes of `entry/service`. */
const SERVICE = {
  providerNameServers: 1006,
  ownNameServers: 1012,
  hostRecords: 1021,
  noEmail: 1048,
  pop3WithForwarding: 1114,
  privacyHidden: 1120,
  privacyVisible: 1123,
} as const;

const nameServersOf = ({ nameServers }: RegisteredDomain) => nameServers ?? PROVIDER_NAME_SERVERS;

const getDomainInfo: Command = {
  name: 'GetDomainInfo',
  generation: 'API',
  scope: 'domain',
  execTime: '0.125',
  run(input, state) {
    const domain = domainOf(input, state);
    const expired = state.isExpired(domain);
    return done(
      element('GetDomainInfo', [
        element('domainname', domainName(domain), {
          sld: domain.sld,
          tld: domain.tld,
          domainnameid: String(domain.id),
        }),
        // Answers on record have a line end where there is no native name.
        element('multy-langSLD', domain.nativeSld || '\r\n'),
        element('status', [
          element('expiration', slashDateTime(domain.expiresAt)),
          element('deletebydate', slashDateTime(domain.expiresAt)),
          element('deletetype'),
          element('restorable', 'True'),
          element('renewbeforeexpiration'),
          element('registrar', 'eNom, Inc.'),
          element('registrationstatus', expired ? 'Expired' : 'Registered'),
          element('purchase-status', 'Paid'),
          element('belongs-to', 'resellid', { 'party-id': '{5A9DBE00-0000-4000-8000-00000000C0DE}' }),
          element('escrowhold'),
          element('escrowliftdate'),
          element('auctionhold', 'False'),
          element('auctionliftdate'),
        ]),
        element('ParkingEnabled', 'False'),
        element('services', services(domain)),
      ]),
    );
  },
};

/** With own name servers the service leaves host records and email out of its list. */
function services(domain: RegisteredDomain): Element[] {
  const own = domain.nameServers !== undefined;
  const email = domain.paks.length > 0 ? SERVICE.pop3WithForwarding : SERVICE.noEmail;
  const hidden = domain.privacyUntil !== undefined;
  return [
    element(
      'entry',
      [
        element('enomDNS', '', { value: own ? 'NA' : 'YES', isDotName: 'NO' }),
        service(own ? SERVICE.ownNameServers : SERVICE.providerNameServers),
        element(
          'configuration',
          nameServersOf(domain).map((host) => element('dns', host)),
          { changable: oneZero(own), type: 'dns' },
        ),
      ],
      { name: 'dnsserver' },
    ),
    ...(own
      ? []
      : [
          element(
            'entry',
            [
              service(SERVICE.hostRecords, '0'),
              element('configuration', ['*', '@', 'www'].map(hostRecord), { changable: '1', type: 'host' }),
            ],
            { name: 'dnssettings' },
          ),
          element('entry', [service(email)], { name: 'emailset' }),
        ]),
    element('entry', [service(hidden ? SERVICE.privacyHidden : SERVICE.privacyVisible)], { name: 'wpps' }),
    element('entry', [], { name: 'raasettings' }),
    element(
      'entry',
      [
        element('irtpsetting', [
          element('icanncompliant', 'True'),
          element('optout', 'True'),
          element('transferlock', trueFalse(domain.locked)),
          element('transferlockexpdate'),
        ]),
      ],
      { name: 'irtpsettings' },
    ),
  ];
}

const service = (code: number, changable = '1') => element('service', code, { changable });

const hostRecord = (name: string) =>
  element('host', [
    cdata('name', name),
    cdata('type', 'A'),
    cdata('address', '192.0.2.40'),
    cdata('mxpref', '10'),
    cdata('iseditable', '1'),
  ]);

const getDomainExp: Command = {
  name: 'GetDomainExp',
  generation: 'API',
  scope: 'domain',
  execTime: '8.203125E-02',
  run: (input, state) => done(element('ExpirationDate', slashDateTime(domainOf(input, state).expiresAt))),
};

const getRegLock: Command = {
  name: 'GetRegLock',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.362',
  run: (input, state) =>
    done(
      element('reg-lock', oneZero(domainOf(input, state).locked)),
      element('registrar', 'eNom'),
      element('RRPCode', 200),
      element('RRPText', 'Command completed successfully'),
    ),
};

const getDns: Command = {
  name: 'GetDNS',
  generation: 'API',
  scope: 'domain',
  execTime: '0.188',
  run(input, state) {
    const domain = liveDomainOf(input, state);
    return done(
      ...nameServersOf(domain).map((host) => element('dns', host)),
      element('UseDNS', domain.nameServers === undefined ? 'default' : ''),
      element('HostsNumLimit', 15),
      element('DNSRegistrySynced', 'True'),
      element('RRPCodeGDNS', 200),
      element('RRPText', 'Command completed successfully'),
    );
  },
};

export const domainDetailCommands: readonly Command[] = [getDomainInfo, getDomainExp, getRegLock, getDns];
