import { Field, Int } from 'type-graphql';
import { ObjectType } from './object-type.js';
import { NameValueType } from './service-user.type.js';

@ObjectType('ProvisionedResource', {
  description: 'What the panel has to tell of a resource that it has just set up.',
})
export class ProvisionedResourceType {
  @Field(() => Int, { description: 'The type of resource.' })
  resourceTypeId!: number;

  @Field(() => [NameValueType], { description: 'Details, in the panel’s own words.' })
  parameters!: NameValueType[];
}

@ObjectType('MappedResourceType', {
  description: 'Two types of resource of one class: what was used of the one is used of the other.',
})
export class MappedResourceType {
  @Field(() => Int, { description: 'The type in the old plan.' })
  fromResourceTypeId!: number;

  @Field(() => Int, { description: 'The type in the new plan.' })
  toResourceTypeId!: number;
}
