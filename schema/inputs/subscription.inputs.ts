import { Field, ID, InputType, Int } from 'type-graphql';
import { RegistrarCheckEnum } from '../enums/domain-write.enums.js';
import { ValueField } from '../fields.js';
import { BigIntScalar } from '../scalars/big-int.scalar.js';
import { NameValueInput } from './name-value.input.js';
import { WriteInput } from './write.input.js';

@InputType('RenameSubscriptionInput', { description: 'Another name for a subscription.' })
export class RenameSubscriptionInput extends WriteInput {
  @Field(() => ID, { description: 'The subscription.' })
  subscriptionId!: string;

  @Field(() => String, { description: 'Its new name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its new description; absent, it stays as it is.' })
  description?: string | null;
}

@InputType('SubscriptionInput', { description: 'Names the subscription that a change is about.' })
export class SubscriptionInput extends WriteInput {
  @Field(() => ID, { description: 'The subscription.' })
  subscriptionId!: string;
}

@InputType('SubscriptionsInput', {
  description: 'Names the subscriptions that a change is about, all on one backend.',
})
export class SubscriptionsInput extends WriteInput {
  @Field(() => [ID], { description: 'The subscriptions, 1 to 100.' })
  subscriptionIds!: string[];
}

@InputType('ResourceLimitInput', {
  description: 'How much of a resource a subscription may use: exactly one of `limit` and `unlimited`.',
})
export class ResourceLimitInput {
  @Field(() => Int, { description: 'The type of resource, as `Resource` names it.' })
  resourceTypeId!: number;

  @ValueField(() => BigIntScalar, 'The limit, 0 or more, in the unit of the resource type.')
  limit?: bigint | null;

  @ValueField(() => Boolean, 'true: there is no limit.')
  unlimited?: boolean | null;
}

@InputType('CreateSubscriptionInput', { description: 'A subscription of an account to a hosting plan.' })
export class CreateSubscriptionInput extends WriteInput {
  @Field(() => ID, { description: 'The account that subscribes.' })
  accountId!: string;

  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @ValueField(() => String, 'Name.')
  name?: string | null;

  @ValueField(() => String, 'The number that it gets; absent, the panel chooses one.')
  nativeId?: string | null;

  @ValueField(() => [ResourceLimitInput], 'Limits that differ from those of the plan.')
  limits?: ResourceLimitInput[] | null;

  @ValueField(
    () => [NameValueInput],
    'Parameters of the provisioning, by the panel’s own names; those that have members of their own here are given there.',
  )
  parameters?: NameValueInput[] | null;

  @ValueField(() => String, 'A domain with a website that is created along with it.')
  domainName?: string | null;

  @ValueField(() => RegistrarCheckEnum, 'What is known of that domain at its registry.')
  registrarStatus?: string | null;

  @ValueField(
    () => String,
    'Path of that website’s files below the panel’s root, on Apache and newer panels.',
  )
  webspacePath?: string | null;

  @ValueField(() => Boolean, 'For all of the account, on newer panels. This cannot be undone.')
  accountWide?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'Whether the services are set up at once. Otherwise the subscription is only recorded, and takes neither limits nor parameters nor a domain.',
  })
  provision?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the payload has a `task` that tells when the panel has finished.',
  })
  awaitTask?: boolean | null;
}

@InputType('ChangeSubscriptionPlanInput', { description: 'Another plan for a subscription.' })
export class ChangeSubscriptionPlanInput extends SubscriptionInput {
  @Field(() => ID, { description: 'The plan it changes to.' })
  planId!: string;

  @ValueField(() => [ResourceLimitInput], 'Limits that differ from those of the new plan.')
  limits?: ResourceLimitInput[] | null;
}

@InputType('SetResourceLimitsInput', { description: 'Other limits of a subscription.' })
export class SetResourceLimitsInput extends SubscriptionInput {
  @Field(() => [ResourceLimitInput], {
    description: 'The limits that change, 1 to 100. A type that the subscription lacks is added to it.',
  })
  limits!: ResourceLimitInput[];

  @ValueField(
    () => Boolean,
    'Whether services are set up for what rises from 0, and removed for what falls to 0, at once.',
  )
  autoProvision?: boolean | null;

  @ValueField(() => [NameValueInput], 'Parameters for resources of applications, by the panel’s own names.')
  parameters?: NameValueInput[] | null;
}
