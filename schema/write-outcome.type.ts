import { Field } from 'type-graphql';
import { WriteStateEnum } from './enums/write.enums.js';
import { ValueField } from './fields.js';
import { NodeInterface } from './node.interface.js';
import { ObjectType } from './object-type.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';
import { UserErrorType } from './user-error.type.js';

@ObjectType('WriteOutcome', { description: 'What became of a change.' })
export class WriteOutcomeType {
  @Field(() => String, { description: 'The key that names the change.' })
  idempotencyKey!: string;

  @Field(() => WriteStateEnum, { description: 'Whether it happened, as far as anybody knows.' })
  state!: string;

  @Field(() => String, { description: 'The mutation that asked for it.' })
  mutation!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  startedAt!: string;

  @ValueField(
    () => NodeInterface,
    'The object that it made or changed; null where there is none, or none is known.',
  )
  node?: { readonly id: string } | null;

  @Field(() => [UserErrorType], { description: 'Why it, or part of it, was refused.' })
  userErrors!: UserErrorType[];
}
