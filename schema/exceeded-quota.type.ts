import { Field, Int } from 'type-graphql';
import { ValueField } from './fields.js';
import { ObjectType } from './object-type.js';
import { BigIntScalar } from './scalars/big-int.scalar.js';

@ObjectType('ExceededQuota', {
  description: 'A limit of the space that a package is cut from, which the change would have broken.',
})
export class ExceededQuotaType {
  @Field(() => Int, { description: 'The panel’s number of the quota.' })
  quotaId!: number;

  @ValueField(() => String, 'Its name, the same on every installation: `OS.Diskspace`.')
  name?: string | null;

  @ValueField(() => BigIntScalar, 'By how much, in the unit of the quota.')
  excess?: string | null;
}
