import { GraphQLEnumType } from 'graphql';
import type { EnumValues, IntShape, StringShape } from '../operation/shape.js';
import { enumNames } from './enum-names.js';
import type { NameSpace } from './names.js';

/** The enumerations of one schema: the same values are the same type, wherever they stand. */
export class EnumTypes {
  private readonly known = new Map<object, GraphQLEnumType | null>();

  constructor(private readonly names: NameSpace) {}

  /** @returns `null` where a shape has no closed list of values, or none that can be named */
  of({ values, open }: IntShape | StringShape, typeName: string): GraphQLEnumType | null {
    if (values === undefined || open === true) return null;
    const known = this.known.get(values);
    if (known !== undefined) return known;
    const made = this.make(values, typeName);
    this.known.set(values, made);
    return made;
  }

  private make(values: EnumValues<string> | EnumValues<number>, typeName: string): GraphQLEnumType | null {
    const names = enumNames(values);
    if (names === null) return null;
    return new GraphQLEnumType({
      name: this.names.take(typeName),
      values: Object.fromEntries(
        values.map(({ value, meaning }, index) => [
          names[index] ?? '',
          { value, description: `${meaning} (\`${value}\` on the panel)` },
        ]),
      ),
    });
  }
}
