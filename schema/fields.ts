import { Extensions, Field } from 'type-graphql';

type TypeThunk = Parameters<typeof Field>[0];

/**
 * A field that the answer in which an object was mentioned may not have told. When it has not, the object's fuller
 * answer is asked for, once for all such fields; `resolvers/detail-fields.ts` installs that.
 */
export const DetailField =
  (type: TypeThunk, description: string): PropertyDecorator =>
  (target, property) => {
    Field(type, { nullable: true, description })(target, property);
    Extensions({ detail: true })(target, property);
  };

/** A plain nullable field. */
export const ValueField = (type: TypeThunk, description: string): PropertyDecorator & MethodDecorator =>
  Field(type, { nullable: true, description });

/** Marks what clients send and are never answered: documents of the REST routes say so. */
export const Secret = (): PropertyDecorator & MethodDecorator => Extensions({ secret: true });

export const NativeIdField = (): PropertyDecorator =>
  Field(() => String, { description: 'The panel’s own id.' });
