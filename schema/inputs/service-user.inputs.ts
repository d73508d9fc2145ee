import { Field, ID, InputType } from 'type-graphql';
import { Secret, ValueField } from '../fields.js';
import { NameValueInput } from './name-value.input.js';
import { WriteInput } from './write.input.js';

const PROPERTIES =
  'Personal data by the panel’s names, such as `display_name`, `first_name`, `city`; telephone numbers as `COUNTRY#AREA#NUMBER#EXTENSION`.';

@InputType('CreateServiceUserInput', {
  description: 'A person who is to use the services of a subscription.',
})
export class CreateServiceUserInput extends WriteInput {
  @Field(() => ID, { description: 'The subscription.' })
  subscriptionId!: string;

  @Field(() => String, { description: 'Login.' })
  login!: string;

  @Field(() => String, { description: 'Password.' })
  @Secret()
  password!: string;

  @ValueField(() => Boolean, 'Whether the panel judges the password’s strength.')
  checkQuality?: boolean | null;

  @ValueField(() => [NameValueInput], PROPERTIES)
  properties?: NameValueInput[] | null;
}

@InputType('ServiceUserInput', { description: 'Names the service user that a change is about.' })
export class ServiceUserInput extends WriteInput {
  @Field(() => ID, { description: 'The service user.' })
  serviceUserId!: string;
}

@InputType('UpdateServiceUserInput', {
  description: 'Other properties of a service user; those that are not named stay as they are.',
})
export class UpdateServiceUserInput extends ServiceUserInput {
  @ValueField(() => String, 'The new login.')
  login?: string | null;

  @ValueField(() => [NameValueInput], PROPERTIES)
  properties?: NameValueInput[] | null;
}

@InputType('SetServiceUserPasswordInput', { description: 'A new password for a service user.' })
export class SetServiceUserPasswordInput extends ServiceUserInput {
  @Field(() => String, { description: 'The new password.' })
  @Secret()
  password!: string;

  @ValueField(() => Boolean, 'Whether the panel judges the password’s strength.')
  checkQuality?: boolean | null;
}
