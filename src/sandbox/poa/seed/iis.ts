import type { Data } from '../data.js';
import type {
  DomainMapping,
  EngineName,
  IisVersion,
  MappingProperties,
  SharePointSite,
} from '../web-records.js';

const VERSIONS: readonly IisVersion[] = ['6', '7'];
const ENGINES: readonly EngineName[] = ['ASP', 'ASP.NET1.1', 'ASP.NET2', 'Perl', 'PHP', 'SSI'];
/** Domains may not have mappings of their own to it. */
const FIXED: EngineName = 'SSI';

const usual: MappingProperties = {
  verbs: 'GET,HEAD,POST,TRACE',
  script_engine: true,
  verify_if_exists: false,
};
const MAPPINGS: readonly (readonly [EngineName, extension: string, MappingProperties])[] = [
  ['ASP', '.asp', usual],
  ['ASP.NET2', '.aspx', { ...usual, verbs: 'GET,HEAD,POST,DEBUG' }],
  ['ASP.NET2', '.asmx', { ...usual, verbs: 'GET,HEAD,POST,DEBUG' }],
  ['Perl', '.pl', { ...usual, verbs: 'GET,HEAD,POST', verify_if_exists: true }],
  ['PHP', '.php', { ...usual, verbs: 'GET,HEAD,POST', verify_if_exists: true }],
  ['SSI', '.shtml', usual],
];

const DOMAIN_MAPPINGS: readonly DomainMapping[] = [
  {
    // Made from a system mapping, and changed since.
    id: 9200001,
    domainId: 3000013,
    engine: 'PHP',
    extension: '.php',
    enabled: true,
    properties: { verbs: 'GET,POST', script_engine: false, verify_if_exists: true },
    systemMappingId: 9100011,
  },
  {
    id: 9200002,
    domainId: 3000013,
    engine: 'PHP',
    extension: '.phtml',
    enabled: true,
    properties: usual,
  },
];

/** One of them with more in it than a double holds exactly. */
const SHAREPOINT_SITES: readonly SharePointSite[] = [
  {
    id: 3000026,
    subscriptionId: 2000018,
    ip: '192.0.2.11',
    version: '3.0',
    quota: 5_242_880n,
    usage: 1_310_720n,
  },
  {
    id: 3000027,
    subscriptionId: 2000019,
    ip: '198.51.100.21',
    version: '2.0',
    quota: -1n,
    usage: 9_007_199_254_740_993n,
  },
];

/** System mappings 9100001…: those of IIS 6 first. Domain mappings 9200001 and 9200002. */
export function seedIis(data: Data): void {
  let id = 9100000;
  for (const iisVersion of VERSIONS) {
    for (const engine of ENGINES) {
      data.systemEngines.put({
        id: `${iisVersion}/${engine}`,
        iisVersion,
        engine,
        customizable: engine !== FIXED,
      });
    }
    for (const [engine, extension, properties] of MAPPINGS) {
      id += 1;
      data.systemMappings.put({ id, iisVersion, engine, extension, properties });
    }
  }
  for (const row of DOMAIN_MAPPINGS) data.domainMappings.put(row);
  for (const row of SHAREPOINT_SITES) data.sharePointSites.put(row);
}
