import type { PanelWrites, WriteMethod } from '../../../src/model/index.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  addDNSHosting,
  createDNSRecord,
  deleteDNSRecord,
  getDomainSubscription,
  importCertificate,
  removeDNSHosting,
} from '../operations/index.js';
import { chosenId, count, isGiven } from './checks.js';
import { domainNode, findDomain, nameOf } from './domain-reference.js';
import { applied, refusal, rejected } from './results.js';

interface Hosting {
  readonly domainId: string;
  readonly resourceTypeId?: number | null;
}

/** Zones, their records, and certificates. No call reads records or certificates. */
export function dnsWrites(backend: string): PanelWrites {
  const done = (name: unknown) =>
    applied(domainNode(backend, { name: typeof name === 'string' ? name : null }));

  const setHosted = (
    operation: typeof addDNSHosting | typeof removeDNSHosting,
    isHosted: boolean,
  ): WriteMethod<Hosting> => ({
    run: ({ domainId, resourceTypeId }, session) =>
      rejectedWhenRefused(async () => {
        const { number, name } = await findDomain(session.read, domainId);
        await session.remember({ number, name });
        await session.send(operation, { domain_id: number, hosting_rt_id: resourceTypeId ?? undefined });
        return done(name);
      }),
    reconcile: async ({ snapshot }, read) => {
      if (snapshot === null) return null;
      const { subscription_id: id } = await read(getDomainSubscription, {
        domain_id: Number(snapshot.number),
      });
      return (id !== 0) === isHosted ? done(snapshot.name) : null;
    },
  });

  return {
    enableDnsHosting: setHosted(addDNSHosting, true),
    disableDnsHosting: setHosted(removeDNSHosting, false),

    createDnsRecord: {
      check: ({ ttl, type }) => [
        ...count(ttl, 'ttl'),
        ...(type === '' ? [invalid('type must not be empty', 'type')] : []),
      ],
      run: ({ domainId, host, type, data, ttl }, session) =>
        rejectedWhenRefused(async () => {
          const name = await nameOf(session.read, domainId);
          if (name === null) {
            return rejected(refusal('INVALID', 'The domain must be given by its name.', 'domainId'));
          }
          const { record_id: recordId } = await session.send(createDNSRecord, {
            domain_name: name,
            host,
            ttl: ttl ?? undefined,
            type,
            data,
          });
          return applied({ ...domainNode(backend, { name }), values: { recordId: String(recordId) } });
        }),
    },

    deleteDnsRecord: {
      check: ({ recordId }) => [...chosenId(recordId, 'recordId')],
      run: ({ recordId }, session) =>
        rejectedWhenRefused(async () => {
          await session.send(deleteDNSRecord, { record_id: Number(recordId) });
          return applied({ values: { recordId } });
        }),
    },

    importCertificate: {
      check: ({ certificate, privateKey, caCertificate }) => {
        if (isGiven(certificate) !== isGiven(privateKey)) {
          return [invalid('certificate and privateKey go together', 'privateKey')];
        }
        return isGiven(certificate) || isGiven(caCertificate)
          ? []
          : [invalid('certificate with privateKey, or caCertificate, is required', 'certificate')];
      },
      run: ({ domainId, certificate, privateKey, caCertificate }, session) =>
        rejectedWhenRefused(async () => {
          const { number, name } = await findDomain(session.read, domainId);
          await session.send(importCertificate, {
            domain_id: number,
            cert: certificate ?? undefined,
            priv_key: privateKey ?? undefined,
            ca_cert: caCertificate ?? undefined,
          });
          return done(name);
        }),
    },
  };
}
