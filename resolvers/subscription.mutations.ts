import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import {
  ChangeSubscriptionPlanInput,
  CreateSubscriptionInput,
  RenameSubscriptionInput,
  SetResourceLimitsInput,
  SubscriptionInput,
  SubscriptionsInput,
} from '../schema/inputs/subscription.inputs.js';
import { payloadOf } from '../schema/payload.js';
import { SubscriptionType } from '../schema/subscription.type.js';
import { MappedResourceType, ProvisionedResourceType } from '../schema/subscription-change.types.js';
import { TaskType } from '../schema/task.type.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const subscription = { subscription: [() => SubscriptionType, 'The subscription, as it is now.'] } as const;
const subscriptions = {
  subscriptions: [() => [SubscriptionType], 'The subscriptions, as they are now.'],
  task: [() => TaskType, 'The work that the panel still does for it.'],
} as const;
const CreatePayload = payloadOf('createSubscription', {
  ...subscription,
  provisionedResources: [
    () => [ProvisionedResourceType],
    'What the panel tells of the resources that it has set up, on newer panels.',
  ],
  task: [() => TaskType, 'With `awaitTask`: the work that the panel still does for it.'],
});
const ChangePlanPayload = payloadOf('changeSubscriptionPlan', {
  ...subscription,
  addedResourceTypeIds: [() => [Int], 'Types of resource that it has gained.'],
  removedResourceTypeIds: [() => [Int], 'Types of resource that it has lost.'],
  mappedResourceTypes: [() => [MappedResourceType], 'Types of resource that go on under another one.'],
});
const SetLimitsPayload = payloadOf('setResourceLimits', subscription);
const RenamePayload = payloadOf('renameSubscription', subscription);
const SuspendPayload = payloadOf('suspendSubscription', subscription);
const ResumePayload = payloadOf('resumeSubscription', subscription);
const DeletePayload = payloadOf('deleteSubscription', { deletedId: [() => ID, 'Id of what is no more.'] });
const SuspendAllPayload = payloadOf('suspendSubscriptions', subscriptions);
const ResumeAllPayload = payloadOf('resumeSubscriptions', subscriptions);

const ONE = { ids: { subscriptionId: 'Subscription' } } as const;
const MANY = { ids: { subscriptionIds: 'Subscription' } } as const;

@Resolver()
export class SubscriptionMutations {
  @Mutation(() => RenamePayload, {
    nullable: true,
    description: 'Gives a subscription another name, on POA.',
  })
  renameSubscription(
    @Arg('input', () => RenameSubscriptionInput) input: RenameSubscriptionInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'renameSubscription', { ...input }, ONE);
  }

  @Mutation(() => SuspendPayload, {
    nullable: true,
    description: 'Stops the services of a subscription; nothing is lost. POA.',
  })
  suspendSubscription(
    @Arg('input', () => SubscriptionInput) input: SubscriptionInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'suspendSubscription', { ...input }, ONE);
  }

  @Mutation(() => ResumePayload, {
    nullable: true,
    description: 'Starts the services of a suspended subscription again. POA.',
  })
  resumeSubscription(
    @Arg('input', () => SubscriptionInput) input: SubscriptionInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'resumeSubscription', { ...input }, ONE);
  }

  @Mutation(() => DeletePayload, {
    nullable: true,
    description: 'Ends a subscription and removes all that it pays for. POA.',
  })
  deleteSubscription(
    @Arg('input', () => SubscriptionInput) input: SubscriptionInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'deleteSubscription', { ...input }, ONE);
  }

  @Mutation(() => SuspendAllPayload, {
    nullable: true,
    description: 'Stops several subscriptions, all or none of them. POA.',
  })
  suspendSubscriptions(
    @Arg('input', () => SubscriptionsInput) input: SubscriptionsInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'suspendSubscriptions', { ...input }, MANY);
  }

  @Mutation(() => ResumeAllPayload, {
    nullable: true,
    description: 'Starts several subscriptions again, all or none of them. POA.',
  })
  resumeSubscriptions(
    @Arg('input', () => SubscriptionsInput) input: SubscriptionsInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'resumeSubscriptions', { ...input }, MANY);
  }
  @Mutation(() => CreatePayload, {
    nullable: true,
    description: 'Subscribes an account to a hosting plan and sets its services up. POA.',
  })
  createSubscription(
    @Arg('input', () => CreateSubscriptionInput) input: CreateSubscriptionInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'createSubscription',
      { ...input },
      {
        ids: { accountId: 'Account', planId: 'HostingPlan' },
      },
    );
  }

  @Mutation(() => ChangePlanPayload, {
    nullable: true,
    description: 'Changes a subscription to another hosting plan. POA.',
  })
  changeSubscriptionPlan(
    @Arg('input', () => ChangeSubscriptionPlanInput) input: ChangeSubscriptionPlanInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'changeSubscriptionPlan',
      { ...input },
      {
        ids: { subscriptionId: 'Subscription', planId: 'HostingPlan' },
      },
    );
  }

  @Mutation(() => SetLimitsPayload, {
    nullable: true,
    description: 'Changes limits of a subscription. POA.',
  })
  setResourceLimits(
    @Arg('input', () => SetResourceLimitsInput) input: SetResourceLimitsInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setResourceLimits', { ...input }, ONE);
  }
}
