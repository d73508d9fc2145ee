import { describe, expect, it } from 'vitest';
import { toDomainRequest } from '../../../../adapters/poa/mapping/index.js';

const SERVERS = ['ns1.example.org', 'ns2.example.org'];

describe('the answer of pem.addDomainRequest', () => {
  it.each([
    ['strings in a struct', { name_servers: SERVERS, zone_created: true }, true],
    ['structs in a struct', { name_servers: SERVERS.map((ns) => ({ ns })), zone_created: false }, false],
    ['a flag as a number', { name_servers: SERVERS, zone_created: 1 }, true],
    ['a flag as a string', { name_servers: SERVERS, zone_created: '0' }, false],
    ['strings alone', SERVERS, null],
    ['structs alone', SERVERS.map((ns) => ({ ns })), null],
  ])('is read as %s', (_, answer, zoneExisted) => {
    expect(toDomainRequest(answer, 'existed')).toEqual({ nameServers: SERVERS, zoneExisted });
  });

  it('turns round what the flag says where the setting says so', () => {
    expect(toDomainRequest({ name_servers: [], zone_created: true }, 'created').zoneExisted).toBe(false);
  });

  it.each([[null], ['text'], [7], [{}], [[null, 7, '', {}]]])(
    'tells nothing where there is nothing: %j',
    (answer) => {
      expect(toDomainRequest(answer, 'existed')).toEqual({ nameServers: [], zoneExisted: null });
    },
  );
});
