import { Field, Int } from 'type-graphql';
import { ValueField } from './fields.js';
import { ObjectType } from './object-type.js';
import { BigIntScalar } from './scalars/big-int.scalar.js';

@ObjectType('Resource', {
  description: 'One kind of resource in a subscription: how much is allowed, how much is used.',
})
export class ResourceType {
  @Field(() => Int, { description: 'The panel’s number of the resource type.' })
  resourceTypeId!: number;

  @ValueField(
    () => Int,
    'Resource type above it: types form a tree, and a leaf works only with its root. Null for a root.',
  )
  parentResourceTypeId?: number | null;

  @ValueField(() => String, 'Name of the resource type.')
  name?: string | null;

  @ValueField(
    () => String,
    'Class of the resource type: the same for the same service on every installation.',
  )
  resourceClass?: string | null;

  @ValueField(() => String, 'Unit of `limit` and `usage`, in the panel’s own word.')
  unit?: string | null;

  @ValueField(() => BigIntScalar, 'The most that may be used; null when unlimited.')
  limit?: bigint | null;

  @ValueField(() => Boolean, 'Whether there is no limit.')
  unlimited?: boolean | null;

  @ValueField(() => BigIntScalar, 'How much is used; it can exceed the limit.')
  usage?: bigint | null;
}
