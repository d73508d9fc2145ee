import type { GraphQLScalarType } from 'graphql';
import type { JsonSchema } from './json-schema.js';

/**
 * Where a value stands: in a JSON body that clients send, in a path or a query string, which hold texts, or in what
 * they are answered.
 */
export type Place = 'body' | 'text' | 'answer';

const WHOLE = '^-?[0-9]{1,19}$';
const DECIMAL = '^-?[0-9]{1,20}([.][0-9]{1,20})?$';

const text = (more: JsonSchema = {}): JsonSchema => ({ type: 'string', ...more });

/** A number that JSON numbers lose digits of: answers carry texts, bodies may hold either. */
const exact = (pattern: string, number: 'integer' | 'number', place: Place): JsonSchema =>
  place === 'body' ? { type: ['string', number], pattern } : text({ pattern });

/** By the scalars' own rules; docs of the graph say the same in words. */
const SCALARS: Readonly<Record<string, (place: Place) => JsonSchema>> = {
  Boolean: () => ({ type: 'boolean' }),
  Int: () => ({ type: 'integer', format: 'int32' }),
  Float: () => ({ type: 'number', format: 'double' }),
  ID: () => text(),
  String: () => text(),
  BigInt: (place) => exact(WHOLE, 'integer', place),
  Decimal: (place) => exact(DECIMAL, 'number', place),
  Date: () => text({ format: 'date' }),
  DateTime: () => text({ format: 'date-time' }),
  // What a panel calls an address is answered as it is.
  EmailAddress: (place) => text(place === 'answer' ? {} : { format: 'idn-email' }),
};

/** One that is not known here can be any value. */
export const scalarSchema = ({ name }: GraphQLScalarType, place: Place): JsonSchema =>
  SCALARS[name]?.(place) ?? {};
