import { type ClassType, Field } from 'type-graphql';
import { ValueField } from './fields.js';
import { ObjectType } from './object-type.js';
import { UserErrorType } from './user-error.type.js';

type TypeThunk = Parameters<typeof Field>[0];

/**
 * Makes the payload type of a mutation: `userErrors` and `idempotencyKey`, beside what it answers.
 *
 * @param name - of the mutation: `renameSubscription` gives `RenameSubscriptionPayload`
 * @param fields - each nullable, by its name: its type and what it is
 */
export function payloadOf(
  name: string,
  fields: Readonly<Record<string, readonly [TypeThunk, string]>>,
): ClassType {
  @ObjectType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`, {
    description: `What came of ${name}.`,
  })
  class Payload {
    @Field(() => [UserErrorType], { description: 'Why it was refused; empty when it was not.' })
    userErrors!: UserErrorType[];

    @ValueField(
      () => String,
      'The key of this change: sending it again with the same input does not change anything twice.',
    )
    idempotencyKey?: string | null;
  }
  for (const [field, [type, description]] of Object.entries(fields)) {
    ValueField(type, description)(Payload.prototype, field);
  }
  return Payload;
}
