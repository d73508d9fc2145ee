import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import {
  RenameSubscriptionInput,
  SubscriptionInput,
  SubscriptionsInput,
} from '../schema/inputs/subscription.inputs.js';
import { payloadOf } from '../schema/payload.js';
import { SubscriptionType } from '../schema/subscription.type.js';
import { TaskType } from '../schema/task.type.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const subscription = { subscription: [() => SubscriptionType, 'The subscription, as it is now.'] } as const;
const subscriptions = {
  subscriptions: [() => [SubscriptionType], 'The subscriptions, as they are now.'],
  task: [() => TaskType, 'The work that the panel still does for it.'],
} as const;
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
}
