import { ObjectType as DecoratedObjectType } from 'type-graphql';

type Options = NonNullable<Parameters<typeof DecoratedObjectType>[1]>;

/**
 * An object type of the graph. Its records are plain: a field without a resolver is their member of that name, which
 * graphql-js reads by itself.
 */
export const ObjectType = (name: string, options: Options): ClassDecorator =>
  DecoratedObjectType(name, { simpleResolvers: true, ...options });
