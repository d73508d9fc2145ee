import { Field } from 'type-graphql';
import { BackendKindEnum, BackendStatusEnum, CapabilityEnum } from './enums/backend.enums.js';
import { ObjectType } from './object-type.js';

@ObjectType('Backend', { description: 'One panel that the gateway is configured with.' })
export class BackendType {
  @Field(() => String, {
    description: 'Its name in the configuration, and the first part of its objects’ ids.',
  })
  name!: string;

  @Field(() => BackendKindEnum, { description: 'Which panel it is.' })
  kind!: string;

  @Field(() => BackendStatusEnum, { description: 'From its last calls; asking makes none.' })
  status!: string;

  @Field(() => [CapabilityEnum], { description: 'What it can do that not every backend can.' })
  capabilities!: string[];
}
