import { z } from 'zod';
import { regularExpression } from '../config/index.js';

const flag = () => z.literal(true).optional();
const word = () => z.string().min(1).optional();
const length = () => z.int().min(0).optional();

const wide = () =>
  z
    .union([z.int(), z.string().regex(/^-?\d{1,19}$/)])
    .transform(BigInt)
    .optional();

/** Every value may bring what it means; most speak for themselves. */
const valuesOf = <V extends z.ZodType>(value: V) =>
  z.array(z.union([value, z.strictObject({ value, meaning: z.string() })])).min(1);

const withMeaning = <V extends string | number>(values: ReadonlyArray<V | { value: V; meaning: string }>) =>
  values.map((value) => (typeof value === 'object' ? value : { value, meaning: '' }));

/** What every shape may say about itself; `type` is looked at before. */
const notes = {
  type: z.string(),
  description: z.string().optional(),
  optional: flag(),
  key: flag(),
  secret: flag(),
  nil: flag(),
  assumed: flag(),
  since: word(),
  unit: word(),
  namespace: z.string().optional(),
  wireType: z
    .string()
    .regex(/^(?:xsd|soapenc):[A-Za-z]\w*$/, 'must be a type of the encoding, such as xsd:short')
    .optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  aliases: z.array(z.string().min(1)).optional(),
};

const constraint = z.union([
  z.strictObject({
    rule: z.enum(['exactlyOneOf', 'atLeastOneOf', 'atMostOneOf']),
    members: z.array(z.string()).min(1),
  }),
  z.strictObject({
    rule: z.enum(['exactlyOneSet', 'anySet']),
    sets: z.array(z.array(z.string()).min(1)).min(1),
  }),
]);

export const constraints = z.array(constraint);

/** What a place that refers to a type of the file may add to it. */
export const referenceNotes = z.strictObject(notes);

/** Per kind, what a map may hold; shapes inside are looked at one by one. */
export const kindNotes: Readonly<Record<string, z.ZodObject>> = {
  int: z.strictObject({
    ...notes,
    min: z.int().optional(),
    max: z.int().optional(),
    values: valuesOf(z.int())
      .transform(withMeaning<number>)
      .optional(),
    open: flag(),
  }),
  int64: z.strictObject({ ...notes, min: wide(), max: wide(), twin: flag() }),
  double: z.strictObject(notes),
  decimal: z.strictObject(notes),
  boolean: z.strictObject(notes),
  string: z.strictObject({
    ...notes,
    minLength: length(),
    maxLength: length(),
    pattern: regularExpression().optional(),
    values: valuesOf(z.string())
      .transform(withMeaning<string>)
      .optional(),
    open: flag(),
  }),
  dateTime: z.strictObject(notes),
  bytes: z.strictObject(notes),
  any: z.strictObject(notes),
  array: z.strictObject({ ...notes, of: z.unknown(), item: word(), inline: flag(), rowByRow: flag() }),
  struct: z.strictObject({
    ...notes,
    members: z.record(z.string(), z.unknown()),
    constraints: constraints.optional(),
    typeName: word(),
    typeNamespace: z.string().optional(),
    dataSet: flag(),
    open: flag(),
    bare: word(),
  }),
};
