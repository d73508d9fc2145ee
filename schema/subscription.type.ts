import { Field, Int } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { connectionOf } from './connection.js';
import { DetailField, NativeIdField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';

@ObjectType('Subscription', {
  implements: NodeInterface,
  description: 'What an account has subscribed to: a set of resources, cut from a plan, with its own limits.',
})
export class SubscriptionType extends NodeInterface {
  @Field(() => BackendType, { description: 'The panel it lives on.' })
  backend!: BackendType;

  @NativeIdField()
  nativeId!: string;

  @DetailField(() => String, 'Its name.')
  name?: string | null;

  @DetailField(() => Boolean, 'Whether its services run.')
  active?: boolean | null;

  @DetailField(() => Int, 'Version of the plan it was cut from.')
  planVersion?: number | null;
}

export const SubscriptionConnection = connectionOf('Subscription', () => SubscriptionType);
