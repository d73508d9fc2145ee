import { describe, expect, it } from 'vitest';
import { createHostCheck } from '../../../src/http/allowed-hosts.js';

interface Case {
  readonly host: string | undefined;
  readonly allowed?: readonly string[];
  readonly serverHost?: string;
  readonly address?: string;
}

function isAllowed({ host, allowed = [], serverHost = '127.0.0.1', address = '127.0.0.1' }: Case): boolean {
  try {
    createHostCheck(serverHost, allowed)(host, { localAddress: address, localPort: 4000 });
    return true;
  } catch {
    return false;
  }
}

describe('the check of Host', () => {
  it.each<Case>([
    { host: '127.0.0.1:4000' },
    { host: 'localhost:4000' },
    { host: 'LOCALHOST:4000' },
    { host: '[::1]:4000' },
    { host: 'Gateway.Example:4000', serverHost: 'gateway.example' },
    { host: '10.0.0.7:4000', serverHost: '0.0.0.0', address: '10.0.0.7' },
    { host: '10.0.0.7:4000', serverHost: '::', address: '::ffff:10.0.0.7' },
    { host: '[fd00::7]:4000', serverHost: '::', address: 'fd00::7' },
    { host: 'api.example', allowed: ['api.example'] },
    { host: 'api.example:8443', allowed: ['api.example'] },
    { host: 'api.example:8443', allowed: ['api.example:8443'] },
    { host: '[fd00::9]', allowed: ['[fd00::9]'] },
  ])('lets %j pass', (request) => {
    expect(isAllowed(request)).toBe(true);
  });

  it.each<Case>([
    { host: undefined },
    { host: '' },
    { host: 'evil.example' },
    { host: 'evil.example:4000' },
    { host: '127.0.0.1' },
    { host: '127.0.0.1:4001' },
    { host: 'localhost:40000' },
    { host: 'localhost.evil.example:4000' },
    { host: 'evil.localhost:4000' },
    { host: 'localhost:4000, evil.example' },
    { host: 'localhost:4000@evil.example' },
    { host: 'evil.example/localhost:4000' },
    { host: 'localhost:4000\u0000' },
    { host: '0.0.0.0:4000', serverHost: '127.0.0.1' },
    { host: '10.0.0.8:4000', serverHost: '0.0.0.0', address: '10.0.0.7' },
    { host: 'evil-api.example', allowed: ['api.example'] },
    { host: 'api.example.evil', allowed: ['api.example'] },
    { host: 'api.example', allowed: ['api.example:8443'] },
    { host: 'api.example:8444', allowed: ['api.example:8443'] },
  ])('refuses %j', (request) => {
    expect(isAllowed(request)).toBe(false);
  });
});
