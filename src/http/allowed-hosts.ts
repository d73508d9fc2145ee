import { EdgeError } from './edge-error.js';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST_HEADER = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/;
const HTTP_PORT = 80;

/** Where a connection came in, as its socket tells it. */
export interface LocalEnd {
  /** IPv6 without brackets. */
  readonly localAddress?: string | undefined;
  readonly localPort?: number | undefined;
}

/**
 * Makes the check of `Host` that keeps a page of some other site from asking as if it were ours: it can point its
 * own name at this machine (DNS rebinding), but its browser then sends that name. Always allowed are loopback
 * names, the configured `server.host`, and the very address that the connection came in on, each with the port that
 * it came in on; `allowed` adds to them, and an entry without a port allows any.
 */
export function createHostCheck(
  serverHost: string,
  allowed: readonly string[],
): (host: string | undefined, connection: LocalEnd) => void {
  const entries = new Set(allowed);
  const own = new Set([...LOOPBACK_NAMES, bracketed(serverHost.toLowerCase())]);
  return (header, { localAddress: address, localPort: port }) => {
    const host = header?.toLowerCase() ?? '';
    const [, name, sentPort = HTTP_PORT] = HOST_HEADER.exec(host) ?? [];
    if (name !== undefined) {
      if (entries.has(name) || entries.has(host)) return;
      const isOwn =
        own.has(name) || (address !== undefined && name === bracketed(withoutIpv4Prefix(address)));
      if (isOwn && Number(sentPort) === port) return;
    }
    throw new EdgeError(
      421,
      'HOST_NOT_ALLOWED',
      'This gateway does not answer to the name in the Host header. If it should, add it to server.allowedHosts.',
    );
  };
}

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** A socket that listens on IPv6 tells IPv4 addresses as `::ffff:10.0.0.1`. */
const withoutIpv4Prefix = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
