import { backendKinds } from '../../adapters/index.js';
import { createLog } from '../../src/log/index.js';
import type { Backend, BackendKinds } from '../../src/model/index.js';
import type { SimulatorKind } from '../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../src/sandbox/simulators.js';
import { describePanelContract, type PanelUnderContract } from '../contract/panel.js';

/** What no error may show, whichever way it is written: a text that every format escapes in a manner of its own. */
const PASSWORD = 'S3cr3t<für>&"%all+of us';

const writtenOut = (password: string): readonly string[] => [
  password,
  encodeURIComponent(password),
  new URLSearchParams([['', password]]).toString().slice(1),
  password.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
];

const basic = (username: string): string => Buffer.from(`${username}:${PASSWORD}`).toString('base64');

type Settings = Readonly<Record<string, unknown>>;

/** How each kind is started; where a test gives an address of its own the login is the test's, too. */
function ofKind(kind: SimulatorKind, login: Settings): Pick<PanelUnderContract, 'startSimulator' | 'create'> {
  const kinds: BackendKinds = backendKinds;
  return {
    startSimulator: () => SIMULATORS[kind]({}),
    create({ kind: configured, ...settings }): Backend {
      const module = kinds[kind];
      if (module === undefined) throw new Error(`no adapter for ${kind}`);
      const entry = configured === undefined ? { ...login, ...settings } : settings;
      return module.create(kind, module.schema.parse(entry), { log: createLog('silent') });
    },
  };
}

const soapFault = (text: string): string =>
  '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>' +
  `<faultcode>soap:Server</faultcode><faultstring>${text}</faultstring><detail><x>${text}</x></detail>` +
  '</soap:Fault></soap:Body></soap:Envelope>';

describePanelContract('POA', {
  ...ofKind('poa', { username: 'gateway', password: PASSWORD }),
  samples: {
    present: {
      Account: '1000005',
      Subscription: '2000005',
      ServiceUser: '4000005',
      Domain: 'nordlicht.example',
      Mailbox: '5000003',
      MailboxStore: '8000001',
      HostingPlan: '12',
    },
    domainName: 'nordlicht.example',
    login: 'nordlicht',
    signupId: '1',
    address: 'redaktion@nordlicht.example',
    taskId: '1',
  },
  absent: {
    Account: '7',
    Subscription: '7',
    ServiceUser: '7',
    Domain: 'gone.example',
    Mailbox: '7',
    MailboxStore: '7',
    HostingPlan: '7777',
  },
  respelled: { Domain: 'NordLicht.Example.' },
  secrets: [...writtenOut(PASSWORD), basic('gateway')],
  refusal: (text) =>
    '<methodResponse><params><param><value><struct><member><name>status</name><value><i4>-1</i4></value></member>' +
    `<member><name>error_message</name><value><string>${text}</string></value></member>` +
    '</struct></value></param></params></methodResponse>',
});

describePanelContract('MSPControl', {
  ...ofKind('mspc', { username: 'gateway', password: PASSWORD }),
  samples: {
    present: { Account: '12', Package: '17', PackageAddon: '1', HostingPlan: '11' },
    domainName: 'nordlicht.example',
    login: 'nordlicht',
    signupId: '1',
    address: 'info@nordlicht.example',
    taskId: 'delete-Package-17',
  },
  absent: { Account: '999', Package: '999', PackageAddon: '999', HostingPlan: '999' },
  respelled: {},
  secrets: [...writtenOut(PASSWORD), basic('gateway')],
  refusal: soapFault,
});

describePanelContract('H-Sphere', {
  ...ofKind('hsphere', { login: 'gateway', password: PASSWORD }),
  samples: {
    present: { Account: '5001' },
    domainName: 'nordlicht.example',
    login: 'alpine',
    signupId: '4294972308',
    address: 'info@nordlicht.example',
    taskId: '1',
  },
  absent: { Account: '77' },
  respelled: {},
  secrets: writtenOut(PASSWORD),
  refusal: soapFault,
});

describePanelContract('eNom', {
  ...ofKind('enom', { uid: 'gateway', pw: PASSWORD }),
  samples: {
    present: {
      Domain: 'nordlicht.example',
      EmailBundle: 'nordlicht.example~1004279',
      Mailbox: 'redaktion@nordlicht.example',
    },
    domainName: 'nordlicht.example',
    login: 'gateway',
    signupId: '1',
    address: 'redaktion@nordlicht.example',
    taskId: '1',
  },
  absent: { Domain: 'gone.example', EmailBundle: 'nordlicht.example~7', Mailbox: 'nobody@nordlicht.example' },
  respelled: {
    Domain: 'NordLicht.Example.',
    EmailBundle: 'NordLicht.Example~001004279',
    Mailbox: 'redaktion@NordLicht.Example',
  },
  secrets: writtenOut(PASSWORD),
  refusal: (text) =>
    `<interface-response><ErrCount>1</ErrCount><errors><Err1>${text}</Err1></errors><Done>true</Done></interface-response>`,
});
