import { readFileSync } from 'node:fs';
import { isEnumType, isInterfaceType, isObjectType, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';

const schema = buildGatewaySchema();

describe('the schema', () => {
  it('is the one that is committed: `npm run schema` prints it', () => {
    const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(committed).toBe(`${printSchema(schema)}\n`);
  });

  it('describes every type, field, argument and value of its own', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter(
        ({ name }) =>
          !name.startsWith('__') &&
          !['Query', 'Mutation', 'String', 'Int', 'Float', 'Boolean', 'ID'].includes(name),
      )
      .filter(({ description }) => !description)
      .map(({ name }) => name);
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          if (!field.description) silent.push(`${type.name}.${field.name}`);
        }
      }
      if (isEnumType(type)) {
        silent.push(
          ...type
            .getValues()
            .filter((value) => !value.description)
            .map((value) => `${type.name}.${value.name}`),
        );
      }
    }
    expect(silent).toEqual([]);
  });

  it('has a native field beside every enum field that can be OTHER', () => {
    const missing: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      const fields = type.getFields();
      for (const field of Object.values(fields)) {
        if (!isEnumType(field.type) || field.type.getValue('OTHER') === undefined) continue;
        const native = `native${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
        if (fields[native] === undefined) missing.push(`${type.name}.${native}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
