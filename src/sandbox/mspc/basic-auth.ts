import { createHash } from 'node:crypto';
import type { UserRecord } from './records.js';
import { serverFault } from './soap/soap-fault.js';
import type { MspcState } from './state.js';

/**
 * The account behind an `Authorization` header, or `undefined` where the answer is 401. Its status does not
 * matter: suspended and cancelled accounts still read. Credentials are ASCII, and a password ends at its first
 * colon, so that some passwords never fit.
 *
 * @throws SoapFault (Server) for base64 that is none and for credentials without colon
 * @see WebsitePanel, EnterpriseServer.Code/Common/UsernameAssertion.cs
 */
export function authenticate(state: MspcState, header: string | undefined): UserRecord | undefined {
  const trimmed = header?.trim() ?? '';
  if (!trimmed.startsWith('Basic')) return undefined;
  const encoded = trimmed.slice('Basic '.length);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(encoded) || encoded.length % 4 !== 0) {
    throw serverFault('Invalid length for a Base-64 char array or string.', 'System.FormatException');
  }
  const [username = '', password] = decodeAscii(encoded).split(':');
  if (password === undefined) {
    throw serverFault('Index was outside the bounds of the array.', 'System.IndexOutOfRangeException');
  }
  const user = state.userNamed(username);
  return user !== undefined && isPasswordOf(user, password) ? user : undefined;
}

/** Bytes above 127 become question marks. */
function decodeAscii(encoded: string): string {
  return Array.from(Buffer.from(encoded, 'base64'), (byte) =>
    byte > 127 ? '?' : String.fromCharCode(byte),
  ).join('');
}

/** In clear, or as base64 of the SHA-1 of its UTF-8 bytes. */
export function isPasswordOf(user: UserRecord, password: string | null): boolean {
  if (user.password === null || password === null) return false;
  return password === user.password || password === createHash('sha1').update(user.password).digest('base64');
}
