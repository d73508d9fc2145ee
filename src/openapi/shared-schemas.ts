import type { GraphQLEnumType } from 'graphql';
import { described, type JsonSchema } from './json-schema.js';

export const refTo = (kind: string, name: string): JsonSchema => ({ $ref: `#/components/${kind}/${name}` });

/** Schemas that several operations share, each under one name. */
export class SharedSchemas {
  readonly #schemas = new Map<string, JsonSchema>();

  /**
   * Puts a schema under a name, or under one with a number behind it where another schema has the name: fragments are
   * named file by file.
   *
   * @returns a reference to it
   */
  put(name: string, schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema);
    let free = name;
    for (let number = 2; ; number += 1) {
      const known = this.#schemas.get(free);
      if (known === undefined || JSON.stringify(known) === text) break;
      free = `${name}${number}`;
    }
    this.#schemas.set(free, schema);
    return refTo('schemas', free);
  }

  /** Makes a schema that may lead back to itself: types have names of their own, so there is one for each. */
  once(name: string, make: () => JsonSchema): JsonSchema {
    if (!this.#schemas.has(name)) {
      this.#schemas.set(name, {});
      this.#schemas.set(name, make());
    }
    return refTo('schemas', name);
  }

  /** An enum; its description says what each value stands for. */
  enumOf(type: GraphQLEnumType): JsonSchema {
    return this.once(type.name, () => {
      const values = type.getValues();
      const lines = values.flatMap(({ name, description }) =>
        description ? [`- \`${name}\`: ${description}`] : [],
      );
      const text = [type.description ?? '', lines.join('\n')].filter((part) => part !== '').join('\n\n');
      return described({ type: 'string', enum: values.map(({ name }) => name) }, text);
    });
  }

  /** All of them, by their names in alphabetical order. */
  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
