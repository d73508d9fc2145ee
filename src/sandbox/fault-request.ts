import { z } from 'zod';
import { type FaultPlan, type Misbehaviour, NAMED } from './misbehaviour.js';

const FaultRequest = z.strictObject({
  /** The method that misbehaves; `*` is every one. */
  method: z.string().default('*'),
  kind: z.enum(Object.keys(NAMED)),
  times: z.int().min(1).max(1_000_000).default(1),
  /** Of `slow`. */
  ms: z.int().min(0).max(600_000).optional(),
  /** Of `huge`. */
  bytes: z.int().min(1).optional(),
  /** Of `fault`. */
  message: z.string().optional(),
  /** Of `httpError` and the other given answers. */
  status: z.int().min(200).max(599).optional(),
  contentType: z
    .string()
    .regex(/^[\x20-\x7e]+$/)
    .optional(),
  body: z.string().optional(),
});

/**
 * Plans what a `POST /_sandbox/faults` asks for.
 *
 * @param text - JSON: `kind` is a name of {@link NAMED}, all else has a default
 * @returns what is wrong with the request, if anything; nothing is planned then
 */
export function planFault(faults: FaultPlan, text: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'send JSON: {"method":"…","kind":"…","times":1}';
  }
  const asked = FaultRequest.safeParse(json);
  if (!asked.success) return z.prettifyError(asked.error);
  const { method, kind, times, ...settings } = asked.data;
  const named = NAMED[kind];
  if (named === undefined) return `kind is one of ${Object.keys(NAMED).join(', ')}`;
  // Each kind reads its own settings; the types of all of them have just been checked.
  faults.next(method, { ...named, ...settings } as Misbehaviour, times);
  return undefined;
}
