import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getNamedType,
} from 'graphql';
import { BigIntScalar } from '../../schema/scalars/big-int.scalar.js';
import type { GatewayContext } from '../context.js';
import { isKey, type Members, type Shape, type StructShape } from '../operation/shape.js';
import type { EnumTypes } from './enum-types.js';
import { memberNames, type NameSpace, toTypeName } from './names.js';
import { BytesScalar, DoubleScalar, JsonScalar, PanelDateTimeScalar, PanelDecimalScalar } from './scalars.js';
import { describeShape } from './shape-text.js';
import { twinName, twinNote } from './twin-name.js';
import { UnnamedValueError } from './unnamed-value-error.js';

type Field = GraphQLFieldConfig<Readonly<Record<string, unknown>>, GatewayContext>;

const OTHERS = '_others';

/** The output types of one schema: structs with the same members are one type. Secrets are in none of them. */
export class OutputTypes {
  /** By their members; what an open one takes is another type. */
  private readonly structs = {
    closed: new Map<object, GraphQLObjectType | null>(),
    open: new Map<object, GraphQLObjectType | null>(),
  };

  constructor(
    private readonly names: NameSpace,
    private readonly enums: EnumTypes,
  ) {}

  /** @returns `null` where nothing may be told of it */
  of(shape: Shape, name: string): GraphQLOutputType | null {
    if (shape.secret === true) return null;
    switch (shape.kind) {
      case 'int':
        return this.enums.of(shape, name) ?? GraphQLInt;
      case 'string':
        return this.enums.of(shape, name) ?? GraphQLString;
      case 'int64':
        return BigIntScalar;
      case 'double':
        return DoubleScalar;
      case 'decimal':
        return PanelDecimalScalar;
      case 'boolean':
        return GraphQLBoolean;
      case 'dateTime':
        return PanelDateTimeScalar;
      case 'bytes':
        return BytesScalar;
      case 'any':
        return JsonScalar;
      case 'array': {
        const item = this.of(shape.of as Shape, name);
        return item === null ? null : new GraphQLList(item);
      }
      case 'struct':
        return this.struct(shape, name);
    }
  }

  private struct(shape: StructShape, name: string): GraphQLOutputType | null {
    if (Object.keys(shape.members).length === 0) return JsonScalar;
    const structs = shape.open === true ? this.structs.open : this.structs.closed;
    const known = structs.get(shape.members);
    if (known !== undefined) return known;
    const made = this.makeStruct(shape, name);
    structs.set(shape.members, made);
    return made;
  }

  private makeStruct(shape: StructShape, name: string): GraphQLObjectType | null {
    const typeName = this.names.take(name);
    const fieldNames = memberNames(Object.keys(shape.members));
    const fields: Record<string, Field> = {};
    for (const [member, inner] of Object.entries<Members[string]>(shape.members)) {
      const field = fieldNames.get(member) ?? member;
      const type = this.of(inner, toTypeName(name, member));
      if (type === null) continue;
      fields[field] = {
        type: isKey(inner) ? new GraphQLNonNull(type) : type,
        description: describeShape(inner, field === member ? undefined : member),
        ...resolverOf(type, member, field),
      };
      const twin = twinName(member, inner);
      if (twin !== undefined) {
        fields[twin] = { type, description: twinNote(member), resolve: (record) => record[member] };
      }
    }
    if (shape.open === true) fields[OTHERS] = othersField(Object.keys(shape.members));
    if (Object.keys(fields).length === 0) return null;
    return new GraphQLObjectType({ name: typeName, description: shape.description || null, fields });
  }
}

/** Most fields are plain properties of the record. */
function resolverOf(type: GraphQLOutputType, member: string, field: string): Pick<Field, 'resolve'> {
  const named = getNamedType(type);
  if (named instanceof GraphQLEnumType) {
    const known = new Set<unknown>(named.getValues().map(({ value }) => value));
    return { resolve: (record) => namedValue(record[member], known, member) };
  }
  return field === member ? {} : { resolve: (record) => record[member] };
}

/** What a panel answers may be newer than what its documents list. */
export function namedValue(value: unknown, known: ReadonlySet<unknown>, member: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => namedValue(one, known, member));
  if (value === null || value === undefined || known.has(value)) return value;
  return new UnnamedValueError(member);
}

const othersField = (named: readonly string[]): Field => {
  const isNamed = new Set(named);
  return {
    type: JsonScalar,
    description: 'Members not named here, as they came.',
    resolve: (record) => Object.fromEntries(Object.entries(record).filter(([name]) => !isNamed.has(name))),
  };
};
