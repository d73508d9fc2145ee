import { Field, Int } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { QuotaKindEnum } from './enums/package.enums.js';
import { DetailField, NativeIdField, ValueField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';
import { BigIntScalar } from './scalars/big-int.scalar.js';

@ObjectType('PlanGroup', { description: 'A service of an MSPControl hosting plan.' })
export class PlanGroupType {
  @Field(() => Int, { description: 'The panel’s number of the service.' })
  groupId!: number;

  @ValueField(() => String, 'Name of the service.')
  name?: string | null;

  @ValueField(() => Boolean, 'Whether the plan has it.')
  enabled?: boolean | null;
}

@ObjectType('PlanQuota', { description: 'A limit that an MSPControl hosting plan sets.' })
export class PlanQuotaType {
  @Field(() => Int, { description: 'The panel’s number of the quota.' })
  quotaId!: number;

  @ValueField(() => String, 'Its name, the same on every installation.')
  name?: string | null;

  @ValueField(() => String, 'What it limits.')
  description?: string | null;

  @ValueField(() => String, 'The service it belongs to.')
  group?: string | null;

  @ValueField(() => QuotaKindEnum, 'How it is meant.')
  kind?: string | null;

  @ValueField(() => BigIntScalar, 'What is allowed; null when unlimited.')
  value?: bigint | null;

  @ValueField(() => Boolean, 'Whether there is no limit.')
  unlimited?: boolean | null;
}

@ObjectType('PlanResource', { description: 'A resource type of a POA service template.' })
export class PlanResourceType {
  @Field(() => Int, { description: 'The panel’s number of the resource type.' })
  resourceTypeId!: number;

  @ValueField(() => Int, 'Resource type above it; null for a root.')
  parentResourceTypeId?: number | null;

  @ValueField(() => String, 'Name of the resource type.')
  name?: string | null;

  @ValueField(() => String, 'Class of the resource type.')
  resourceClass?: string | null;

  @ValueField(() => String, 'Unit in which it is counted, in the panel’s own word.')
  unit?: string | null;
}

@ObjectType('HostingPlan', {
  implements: NodeInterface,
  description: 'What can be bought: a hosting plan or addon of MSPControl, a service template of POA.',
})
export class HostingPlanType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => String, 'Its name.')
  name?: string | null;

  @DetailField(() => String, 'What it offers.')
  description?: string | null;

  @DetailField(() => Boolean, 'Whether it is bought on top of a package.')
  addon?: boolean | null;

  @DetailField(() => Boolean, 'Whether it can be bought now.')
  active?: boolean | null;

  @Field(() => [PlanGroupType], {
    nullable: 'itemsAndList',
    description: 'MSPControl: its services; null in place of one that cannot be read.',
  })
  groups?: (PlanGroupType | null)[] | null;

  @Field(() => [PlanQuotaType], {
    nullable: 'itemsAndList',
    description: 'MSPControl: its limits; null in place of one that cannot be read.',
  })
  quotas?: (PlanQuotaType | null)[] | null;
}

export const HostingPlanConnection = connectionOf('HostingPlan', () => HostingPlanType);
