/** JSON Schema 2020-12, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ObjectMembers {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

export const objectSchema = ({ properties, required }: ObjectMembers): JsonSchema => ({
  type: 'object',
  ...(Object.keys(properties).length === 0 ? {} : { properties }),
  ...(required.length === 0 ? {} : { required }),
});

/** The same, or null. What stands beside a reference, such as a description, stays beside it. */
export function nullable(schema: JsonSchema): JsonSchema {
  const { type, enum: values, $ref, anyOf, ...rest } = schema;
  const orNull = { type: 'null' };
  if ($ref !== undefined) return { ...rest, anyOf: [{ $ref }, orNull] };
  if (Array.isArray(anyOf)) return { ...rest, anyOf: [...(anyOf as readonly unknown[]), orNull] };
  if (type === undefined) return { anyOf: [schema, orNull] };
  return {
    ...schema,
    type: [...[type].flat(), 'null'],
    ...(Array.isArray(values) ? { enum: [...(values as readonly unknown[]), null] } : {}),
  };
}

/** With what a field says of itself; a schema's own description is of its type and gives way. */
export const described = (schema: JsonSchema, description: string | null | undefined): JsonSchema =>
  description ? { ...schema, description } : schema;
