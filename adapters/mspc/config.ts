import { z } from 'zod';
import { backendSettings, milliseconds, secret } from '../../src/config/index.js';
import { descriptorFiles } from '../../src/mounted/index.js';

const MINUTE_MS = 60_000;

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/**
 * What an MSPControl instance must be told.
 *
 * @see docs/backends/mspc.md
 */
export const mspcSettings = backendSettings.extend({
  /** An account of the panel; what it may see and do is what the gateway may. */
  username: z.string().regex(/^[^:]+$/, 'must be a login, without a colon'),
  password: secret(),
  /** How the password is sent: as it is, or as the base64 of its SHA-1, which later servers take as well. */
  passwordForm: z.enum(['clear', 'sha1']).default('clear'),
  /** XML namespace of the services; products of the same family differ in it. Its case counts. */
  namespace: z.string().min(1).default('http://smbsaas/MSPC/enterpriseserver'),
  /** IANA name of the zone in which the server writes its times, which state none. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be a time zone of the IANA database, like Europe/Berlin')
    .default('UTC'),
  /** How many parameters the server's AddUser has. Absent: it is called so that any server finds the password. */
  addUser: z.union([z.literal(2), z.literal(3), z.literal(4)]).optional(),
  /**
   * Newer servers keep parameters of an account that no call reads and that an update of the account clears: `refuse`
   * leaves accounts on such servers alone, `keep-unsafe` updates them nevertheless.
   */
  additionalParams: z.enum(['refuse', 'keep-unsafe']).default('refuse'),
  /** The vendor's own client waits this long: provisioning happens while the caller waits. */
  writeTimeoutMs: milliseconds(1_000, 60 * MINUTE_MS).default(15 * MINUTE_MS),
  /** Files that `hostgraph import` wrote, and somebody reviewed: methods beside those that are known here. */
  descriptors: descriptorFiles('document'),
});

export type MspcSettings = z.output<typeof mspcSettings>;
