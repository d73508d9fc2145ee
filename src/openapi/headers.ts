import type { JsonSchema } from './json-schema.js';
import { refTo } from './shared-schemas.js';

type Json = Readonly<Record<string, unknown>>;

const header = (description: string, schema: JsonSchema, example: unknown): Json => ({
  description,
  schema,
  example,
});
const text: JsonSchema = { type: 'string' };

/** Headers of answers. */
export const HEADERS = {
  'X-Request-Id': header(
    'Names the request as the log and `instance` of a problem do: what the client sent under this name, or made here.',
    text,
    '85d24d03-b523-405f-9849-d45cec0fddcc',
  ),
  RateLimit: header(
    'How many requests are left, and for how many seconds; where the gateway limits them.',
    text,
    '"requests";r=599;t=60',
  ),
  'RateLimit-Policy': header(
    'How many requests go in how many seconds; where the gateway limits them.',
    text,
    '"requests";q=600;w=60',
  ),
  'Retry-After': header('When it makes sense to ask again, in seconds.', { type: 'integer', minimum: 0 }, 10),
  'WWW-Authenticate': header('How to say who asks.', text, 'Bearer realm="hostgraph"'),
  ETag: header(
    'Stands for these very bytes; not on partial answers.',
    text,
    '"dZpKVwUnEXjHfGI1jLw7mIvs6nnc3tqNf5cFbdNHmmc"',
  ),
  'Cache-Control': header('For how long the answer may be taken for fresh.', text, 'no-store'),
  Link: header(
    'The first page and, where there is one, the next (RFC 8288), relative to the address that was asked.',
    text,
    '<?first=2&after=a2V5OjI>; rel="next", <?first=2>; rel="first"',
  ),
  'X-Hostgraph-Partial': header(
    'Some of the answer is missing; `problems` in the body says what and why.',
    { type: 'string', const: '1' },
    '1',
  ),
  Location: header(
    'Where it can be read: what was created, the task that goes on, or what became of the change.',
    { type: 'string', format: 'uri-reference' },
    '/rest/v1/write-outcomes/order-4711',
  ),
  StatusLink: header(
    'Leads with `rel="status"` to the task that goes on, or to what became of the change.',
    text,
    '</rest/v1/write-outcomes/order-4711>; rel="status"',
  ),
  'Idempotency-Key': header(
    'Of a change: its key in double quotes, the one that was sent or one that the gateway made.',
    text,
    '"order-4711"',
  ),
} as const satisfies Readonly<Record<string, Json>>;

type HeaderName = keyof typeof HEADERS;

/** References under the names that the headers have on the wire. */
export const headersOf = (...names: readonly HeaderName[]): Json =>
  Object.fromEntries(names.map((name) => [WIRE_NAMES[name] ?? name, refTo('headers', name)]));

/** Where one header means two things. */
const WIRE_NAMES: Readonly<Partial<Record<HeaderName, string>>> = { StatusLink: 'Link' };

/** On every answer to a caller who is known. */
export const COMMON_HEADERS = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'] as const;
