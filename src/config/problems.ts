import type { z } from 'zod';
import type { Problem } from './config-error.js';
import { nearestKey } from './nearest-key.js';
import { knownKeys, memberSchema, sectionOf, unwrap } from './schema-walk.js';
import { isSecret } from './setting.js';

type Issue = z.core.$ZodIssue;

/** What may be repeated of a key that is unknown: `password:hunter2`, its blank forgotten, is a key to YAML. */
const SPEAKABLE_KEY = /^[A-Za-z][\w-]{0,39}$/;

/** Says what zod found in our own words, which tell rules and shapes and never a value. */
export function toProblems(issues: readonly Issue[], schema: z.core.$ZodType, value: unknown): Problem[] {
  return issues.flatMap((issue) => {
    const place = follow(issue.path, schema, value);
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeysAt(place);
      return issue.keys.map((key) => ({
        path: toPath([...issue.path, speakable(key)]),
        message: describeUnknownKey(key, known),
      }));
    }
    const path = issue.code === 'invalid_key' ? hideLast(issue.path) : issue.path;
    return [{ path: toPath(path), message: describe(issue, place) }];
  });
}

/** `backends.poa.url`, `auth.apiKeys[0].id` */
export const toPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  );

interface Place {
  readonly schema: z.core.$ZodType | undefined;
  readonly value: unknown;
}

function follow(path: readonly PropertyKey[], schema: z.core.$ZodType, value: unknown): Place {
  return path.reduce<Place>(
    (place, step) => ({
      schema: memberSchema(place.schema, step, place.value),
      // `step` is a key or an index of whatever the value turned out to be.
      value:
        typeof place.value === 'object' && place.value !== null && Object.hasOwn(place.value, step)
          ? (place.value as Record<PropertyKey, unknown>)[step]
          : undefined,
    }),
    { schema, value },
  );
}

function knownKeysAt({ schema, value }: Place): readonly string[] {
  const section = sectionOf(schema, value);
  return section === undefined ? [] : knownKeys(section);
}

function describe(issue: Issue, { schema, value }: Place): string {
  const fileToo = schema !== undefined && isSecret(unwrap(schema));
  const key = String(issue.path.at(-1) ?? '');
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union')) {
    return fileToo ? `is required, as itself or as a file: ${key}File` : 'is required';
  }
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}, not ${shapeOf(value)}`;
    case 'invalid_value':
      return `must be ${listed(issue.values)}`;
    case 'invalid_union':
      return `must be ${listed('options' in issue ? (issue.options ?? []) : [])}`;
    case 'too_small':
      return issue.origin === 'number' ? `must be at least ${issue.minimum}` : 'must not be empty';
    case 'too_big':
      return issue.origin === 'number'
        ? `must be at most ${issue.maximum}`
        : `must not be longer than ${issue.maximum}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'is not a valid name';
    default:
      // A format or a rule of our own: its schema carries the sentence.
      return issue.message;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'a string',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function shapeOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return 'a map';
    case 'string':
      return 'a string';
    case 'number':
      return Number.isInteger(value) ? 'a number' : 'a fraction';
    default:
      return `a ${typeof value}`;
  }
}

const listed = (values: readonly unknown[]): string => values.map(String).join(' or ');

function describeUnknownKey(key: string, known: readonly string[]): string {
  if (!SPEAKABLE_KEY.test(key)) return 'is not a name of a setting; a blank may be missing after its colon';
  const meant = nearestKey(key, known);
  return meant === undefined
    ? `is not a setting; there are ${known.join(', ')}`
    : `is not a setting; did you mean ${meant}?`;
}

const speakable = (key: string): string => (SPEAKABLE_KEY.test(key) ? key : '(key)');

const hideLast = (path: readonly PropertyKey[]): PropertyKey[] => [
  ...path.slice(0, -1),
  speakable(String(path.at(-1) ?? '')),
];
