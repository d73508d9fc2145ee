import { z } from 'zod';
import { isSecret } from './setting.js';

/** A schema without what only says how its value may be left out. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
    ? unwrap(schema.def.innerType)
    : schema;
}

/**
 * The schema of one member of a value: a key of a section, an entry of a map, an item of a list.
 *
 * @param value - the value that holds the member, which decides between the kinds of a backend
 */
export function memberSchema(
  schema: z.core.$ZodType | undefined,
  key: PropertyKey,
  value: unknown,
): z.core.$ZodType | undefined {
  const section = sectionOf(schema, value);
  if (section !== undefined) return new Map(Object.entries(section.shape)).get(String(key));
  const bare = schema === undefined ? undefined : unwrap(schema);
  if (bare instanceof z.ZodRecord) return bare.def.valueType;
  if (bare instanceof z.ZodArray) return bare.def.element;
  return undefined;
}

/** The schema with named keys that a value is read by; `undefined` for anything but a section. */
export function sectionOf(schema: z.core.$ZodType | undefined, value: unknown): z.ZodObject | undefined {
  const bare = schema === undefined ? undefined : unwrap(schema);
  if (bare instanceof z.ZodObject) return bare;
  if (!(bare instanceof z.ZodDiscriminatedUnion)) return undefined;
  const { discriminator, options } = bare.def;
  const kind = isMap(value) ? value[discriminator] : undefined;
  return options
    .map(unwrap)
    .filter((option) => option instanceof z.ZodObject)
    .find((option) => z.safeParse(option.shape[discriminator] ?? z.never(), kind).success);
}

/** The keys that a section of the file may have, `passwordFile` beside `password` included. */
export function knownKeys(section: z.ZodObject): string[] {
  return Object.entries(section.shape).flatMap(([key, schema]) =>
    isSecret(unwrap(schema)) ? [key, `${key}File`] : [key],
  );
}

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
