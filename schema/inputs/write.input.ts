import { Field, InputType } from 'type-graphql';

/** What every mutation's input has. */
@InputType()
export abstract class WriteInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Names this change, 1 to 128 printable ASCII characters: repeated with the same input it answers what came of the first run instead of changing anything twice. Without one the gateway makes one.',
  })
  idempotencyKey?: string | null;
}
