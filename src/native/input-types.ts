import {
  GraphQLBoolean,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import { BigIntScalar } from '../../schema/scalars/big-int.scalar.js';
import { isOptional, type Members, type Shape, type StructShape } from '../operation/shape.js';
import type { EnumTypes } from './enum-types.js';
import { memberNames, type NameSpace, toTypeName } from './names.js';
import { BytesScalar, DoubleScalar, JsonScalar, PanelDateTimeScalar, PanelDecimalScalar } from './scalars.js';
import { constraintText, describeShape } from './shape-text.js';
import { isWide, twinName, twinNote } from './twin-name.js';

/** How GraphQL takes a shape, and how what it took becomes what the shape says. */
export interface InputForm {
  readonly type: GraphQLInputType;
  readonly toParam: (value: unknown) => unknown;
}

/** Members that an open struct does not name. */
const OTHERS = '_others';
const asItIs = (value: unknown): unknown => value;

/** The input types of one schema: structs with the same members are one type. */
export class InputTypes {
  /** By their members; what an open one takes is another type. */
  private readonly structs = { closed: new Map<object, InputForm>(), open: new Map<object, InputForm>() };

  constructor(
    private readonly names: NameSpace,
    private readonly enums: EnumTypes,
  ) {}

  /** @param name - of its type, should it need one of its own */
  of(shape: Shape, name: string): InputForm {
    switch (shape.kind) {
      case 'int':
        return { type: this.enums.of(shape, name) ?? GraphQLInt, toParam: asItIs };
      case 'string':
        return { type: this.enums.of(shape, name) ?? GraphQLString, toParam: asItIs };
      case 'int64':
        return { type: BigIntScalar, toParam: asItIs };
      case 'double':
        return { type: DoubleScalar, toParam: asItIs };
      case 'decimal':
        return { type: PanelDecimalScalar, toParam: asItIs };
      case 'boolean':
        return { type: GraphQLBoolean, toParam: asItIs };
      case 'dateTime':
        return { type: PanelDateTimeScalar, toParam: asItIs };
      case 'bytes':
        return { type: BytesScalar, toParam: asItIs };
      case 'any':
        return { type: JsonScalar, toParam: asItIs };
      case 'array':
        return this.list(shape.of as Shape, name);
      case 'struct':
        return this.struct(shape, name);
    }
  }

  private list(item: Shape, name: string): InputForm {
    const { type, toParam } = this.of(item, name);
    return {
      type: new GraphQLList(new GraphQLNonNull(type)),
      // GraphQL has made a list of whatever came.
      toParam: (value) => (value as readonly unknown[]).map(toParam),
    };
  }

  private struct(shape: StructShape, name: string): InputForm {
    if (Object.keys(shape.members).length === 0) return { type: JsonScalar, toParam: asItIs };
    const structs = shape.open === true ? this.structs.open : this.structs.closed;
    const known = structs.get(shape.members);
    if (known !== undefined) return known;
    const made = this.makeStruct(shape, name);
    structs.set(shape.members, made);
    return made;
  }

  private makeStruct(shape: StructShape, name: string): InputForm {
    const typeName = this.names.take(`${name}Input`);
    const fieldNames = memberNames(Object.keys(shape.members));
    const members = Object.entries<Members[string]>(shape.members).map(([member, inner]) => ({
      member,
      inner,
      field: fieldNames.get(member) ?? member,
      form: this.of(inner, toTypeName(name, member)),
    }));
    const fields: GraphQLInputFieldConfigMap = Object.fromEntries(
      members.map(({ member, inner, field, form }) => [
        field,
        {
          // One that may be given under another name is missed by the check.
          type:
            isOptional(inner) || twinName(member, inner) !== undefined
              ? form.type
              : new GraphQLNonNull(form.type),
          description: describeShape(inner, field === member ? undefined : member),
        },
      ]),
    );
    const twins = members.flatMap(({ member, inner, form }) => {
      const field = twinName(member, inner);
      return field === undefined ? [] : [{ member, field, form }];
    });
    for (const { member, field, form } of twins) {
      fields[field] = { type: form.type, description: twinNote(member) };
    }
    // Of the two forms of a number the 64-bit one counts, and the last one stays.
    const inOrder = [...members, ...twins].sort(
      (one, other) => Number(isWide(one.field)) - Number(isWide(other.field)),
    );
    if (shape.open === true) fields[OTHERS] = { type: JsonScalar, description: 'Members not named here.' };
    const rules = (shape.constraints ?? []).map(constraintText);
    return {
      type: new GraphQLInputObjectType({
        name: typeName,
        description: [shape.description, ...rules].filter((text) => text !== '').join('\n\n') || null,
        fields,
      }),
      toParam: (value) => {
        // GraphQL has checked that it is an object with these fields.
        const given = value as Readonly<Record<string, unknown>>;
        const others = shape.open === true ? given[OTHERS] : undefined;
        const params: Record<string, unknown> = { ...(typeof others === 'object' ? others : {}) };
        for (const { member, field, form } of inOrder) {
          const one = given[field];
          // Null says "left out", as everywhere in GraphQL.
          if (one !== undefined && one !== null) params[member] = form.toParam(one);
        }
        return params;
      },
    };
  }
}
