import { z } from 'zod';
import { backendSettings, secret } from '../../src/config/index.js';
import { descriptorFiles } from '../../src/mounted/index.js';
import { faultRule } from './errors.js';

/**
 * What a POA instance must be told.
 *
 * @see docs/configuration.md
 */
export const poaSettings = backendSettings.extend({
  /** A staff member of the provider or a reseller; absent where the server has HTTP authentication switched off. */
  username: z.string().min(1).optional(),
  password: secret().optional(),
  /** How `account_id` is sent to pem.getAccountInfo: its reference says string, later ones and all clients int. */
  accountIdWireType: z.enum(['int', 'string']).default('int'),
  /** How 64-bit numbers are sent; the reference says as strings. */
  bigintWireType: z.enum(['string', 'i8']).default('string'),
  batch: z
    .strictObject({
      /** Whether reads travel together in pem.batchRequest; `auto` finds out whether the server answers them. */
      reads: z.enum(['auto', 'on', 'off']).default('auto'),
      /** Calls in one batch. */
      maxCalls: z.int().min(2).max(1000).default(100),
    })
    .prefault({}),
  /** After how many seconds the server rolls back a transaction that nobody ends; longer than its calls take. */
  transactionTimeoutSeconds: z.int().min(1).max(86_400).default(600),
  /** Member of pem.modifyUser that holds a property's value: its reference prints `values`, and `value` elsewhere. */
  modifyUserValueMember: z.enum(['value', 'values']).default('value'),
  /** What `zone_created` of pem.addDomainRequest says when it is 1: its reference says that the zone existed. */
  zoneCreatedMeans: z.enum(['existed', 'created']).default('existed'),
  /** What this server means by its failures: POA publishes no list of them. The first rule that fits counts. */
  faults: z.array(faultRule).default([]),
  /** Files that `hostgraph import` wrote, and somebody reviewed: methods beside those that are known here. */
  descriptors: descriptorFiles('xmlrpc'),
});

export type PoaSettings = z.output<typeof poaSettings>;
