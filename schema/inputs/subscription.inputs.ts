import { Field, ID, InputType } from 'type-graphql';
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
