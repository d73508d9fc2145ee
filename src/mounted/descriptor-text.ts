import { z } from 'zod';
import { NODE_TYPES } from '../model/index.js';

/** How the methods of a file are spoken: which panel they can be mounted on follows from it. */
export const PROTOCOLS = ['document', 'encoded', 'xmlrpc'] as const;

/** `document`: SOAP document/literal (MSPControl); `encoded`: SOAP RPC/encoded (H-Sphere); `xmlrpc`: XML-RPC (POA). */
export type Protocol = (typeof PROTOCOLS)[number];

/** What nobody has looked at yet is sent once, as a write. */
export const EFFECTS = ['unknown', 'read', 'idempotentWrite', 'write', 'money'] as const;

/** A shape as a file has it: the name of a kind or of a type of the file, `?` behind it if optional; or a map. */
export type ShapeText = string | ShapeMap;

/** `type` and the members of `src/operation/shape.ts`; `item` for `itemName`. */
export interface ShapeMap {
  type: string;
  [note: string]: unknown;
}

/** What an element may be called, and so a method of SOAP. */
export const XML_NAME = /^[A-Za-z_][\w.-]*$/;
const XML_RPC_NAME = /^[A-Za-z0-9_.:/]+$/;

const flag = () => z.literal(true).optional();
const word = () => z.string().min(1).optional();

/** Nothing but a path: where a login is sent is for the configuration to say. */
const servicePath = () =>
  z
    .string()
    .regex(
      /^\/?(?!\.{1,2}(?:\/|$))[\w.~%@+-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~%@+-]+)*$/,
      'must be a path, without a host',
    )
    .optional();

const wire = z.strictObject({
  name: z.string().regex(XML_NAME, 'must be a name that an element can have').optional(),
  namespace: z.string().optional(),
  action: z
    .string()
    .regex(/^[\x20\x21\x23-\x7e]*$/, 'must be ASCII without quotation marks')
    .optional(),
  response: z.string().regex(XML_NAME, 'must be a name that an element can have').optional(),
  resultElement: z.string().regex(XML_NAME, 'must be a name that an element can have').nullable().optional(),
});

const method = z.strictObject({
  group: word(),
  description: z.string().optional(),
  effect: z.enum(EFFECTS).default('unknown'),
  destructive: flag(),
  checksCredentials: flag(),
  callers: z.enum(['provider', 'reseller']).optional(),
  owner: z.strictObject({ param: z.string().min(1), type: z.enum(NODE_TYPES) }).optional(),
  since: word(),
  deprecated: word(),
  notes: word(),
  mayBeMissing: flag(),
  refusal: z.enum(['conclusive', 'inconclusive']).optional(),
  success: z.enum(['proven', 'claimed']).optional(),
  service: servicePath(),
  wire: wire.optional(),
  /** Members of the struct that is sent. */
  params: z.record(z.string(), z.unknown()).default({}),
  constraints: z.array(z.unknown()).optional(),
  /** Whether members that `params` does not name may be sent: XML-RPC only. */
  open: flag(),
  /** `null`: whatever comes is ignored. */
  result: z.unknown().optional(),
});

export const descriptorFile = z.strictObject({
  /** Version of this form. */
  descriptors: z.literal(1),
  protocol: z.enum(PROTOCOLS),
  source: z.string().min(1),
  /** Of all methods that name none of their own. */
  service: servicePath(),
  namespace: z.string().optional(),
  types: z.record(z.string(), z.unknown()).default({}),
  methods: z.record(z.string(), method),
});

export type MethodText = z.input<typeof method>;
export type DescriptorText = z.input<typeof descriptorFile>;
export type ParsedMethod = z.output<typeof method>;
export type ParsedDescriptor = z.output<typeof descriptorFile>;

export const isMethodName = (name: string, protocol: Protocol): boolean =>
  name.length <= 200 && (protocol === 'xmlrpc' ? XML_RPC_NAME : XML_NAME).test(name);
