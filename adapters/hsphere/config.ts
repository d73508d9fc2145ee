import { z } from 'zod';
import { backendSettings, secret } from '../../src/config/index.js';
import { descriptorFiles } from '../../src/mounted/index.js';
import { faultRule } from './errors.js';

const MAX_INT = 2 ** 31 - 1;

/**
 * What an H-Sphere instance must be told. No document says where its XML API listens, so `url` is all there is.
 *
 * @see docs/backends/hsphere.md
 */
export const hsphereSettings = backendSettings.extend({
  login: z.string().min(1),
  password: secret(),
  /** Account that the login acts as; 0 is the only one that it has. */
  accountId: z.int().min(0).max(MAX_INT).default(0),
  /** Another user whom an administrator's calls are made as, with no more than that user's rights. */
  role: z
    .strictObject({
      login: z.string().min(1),
      /** 0 is the only account that the user has. */
      accountId: z.int().min(0).max(MAX_INT).default(0),
    })
    .optional(),
  /** Namespace of the calls. Where `url` names no service Axis finds it by this, so it is the service's name. */
  namespace: z.string().default('AdminServices'),
  /** Namespace of the two search actions, for panels that want the one of the vendor's samples. */
  searchNamespace: z.string().optional(),
  /** Whether the search actions carry the login: the vendor's prose lists it, its samples leave it out. */
  searchToken: z.enum(['auto', 'on', 'off']).default('auto'),
  /** Namespace of the beans' types. */
  typeNamespace: z.string().min(1).default('urn:AdminServices'),
  /** Whether beans stand in elements of their own, as in the vendor's samples, or in their places. */
  beans: z.enum(['reference', 'inline']).default('reference'),
  /** Value of the SOAPAction header. empty when left out: Axis wants the header and takes any value. */
  soapAction: z
    .string()
    .regex(/^[\x20\x21\x23-\x7e]*$/, 'must be ASCII without quotation marks')
    .optional(),
  /** What this panel means by its faults: H-Sphere publishes no list of them. The first rule that fits counts. */
  faults: z.array(faultRule).default([]),
  /**
   * What it means that the panel refuses, in words that no rule explains, what no call reads back: `rejected`, it did
   * not happen; `unknown`, nobody knows.
   */
  unexplainedRefusals: z.enum(['rejected', 'unknown']).default('rejected'),
  /** Files that `hostgraph import` wrote, and somebody reviewed: methods beside those that are known here. */
  descriptors: descriptorFiles('encoded'),
});

export type HsphereSettings = z.output<typeof hsphereSettings>;
