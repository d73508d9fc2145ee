import { Field, ID, Int } from 'type-graphql';
import { ObjectType } from './object-type.js';

@ObjectType('MailboxMoveFailure', { description: 'A mailbox that could not be moved to another store.' })
export class MailboxMoveFailureType {
  @Field(() => ID, { description: 'The mailbox.' })
  mailboxId!: string;

  @Field(() => Int, { description: 'Why, as the panel numbers it.' })
  code!: number;

  @Field(() => String, { description: 'Why, for people.' })
  reason!: string;
}
