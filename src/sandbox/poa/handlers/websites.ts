import type { Data } from '../data.js';
import { found, Refusal } from '../refusal.js';
import type { Host, IisVersion, Webspace } from '../web-records.js';

/** An IIS webspace, and the version of IIS on its host. */
export interface IisWebspace {
  readonly webspace: Webspace;
  readonly iisVersion: IisVersion;
}

export function hostOf(data: Data, webspace: Webspace): Host {
  return found(data.hosts.get(webspace.hostId), 'Host', webspace.hostId);
}

/** @throws Refusal for one that is not there, or is of another kind */
export function iisWebspace(data: Data, id: number): IisWebspace {
  const webspace = found(data.webspaces.get(id), 'Webspace', id);
  const { iisVersion } = hostOf(data, webspace);
  if (iisVersion === undefined) throw Refusal.invalidArguments(`Webspace ${id} is no IIS webspace`);
  return { webspace, iisVersion };
}

/** @throws Refusal for a domain that is not there, or has no IIS website */
export function iisWebsite(data: Data, domainId: number): IisWebspace {
  found(data.domains.get(domainId), 'Domain', domainId);
  for (const webspace of data.webspaces.filter(({ domainIds }) => domainIds.includes(domainId))) {
    const { iisVersion } = hostOf(data, webspace);
    if (iisVersion !== undefined) return { webspace, iisVersion };
  }
  throw Refusal.wrongState(`Domain ${domainId} has no IIS website`);
}
