import { Field, ID, InputType } from 'type-graphql';
import { Secret, ValueField } from '../fields.js';
import { AccountInput } from './account.inputs.js';
import { ContactInput } from './contact.inputs.js';

@InputType('SetAccountPasswordInput', { description: 'A new password for an account.' })
export class SetAccountPasswordInput extends AccountInput {
  @ValueField(
    () => String,
    'POA, where it is required: the login of the member of the account whose password it is.',
  )
  login?: string | null;

  @Field(() => String, { description: 'The new password.' })
  @Secret()
  password!: string;

  @ValueField(() => Boolean, 'POA: whether the panel judges the password’s strength.')
  checkQuality?: boolean | null;
}

@InputType('AddAccountMemberInput', { description: 'Another person who may log in for an account, on POA.' })
export class AddAccountMemberInput extends AccountInput {
  @Field(() => String, { description: 'Login, unique on the panel.' })
  login!: string;

  @ValueField(
    () => String,
    'Password; absent only where an external system keeps it, and then without `contact`.',
  )
  @Secret()
  password?: string | null;

  @ValueField(() => ContactInput, 'Who it is; absent only where an external system keeps it.')
  contact?: ContactInput | null;

  @ValueField(() => String, 'The number that the member gets; absent, the panel chooses one.')
  nativeId?: string | null;

  @ValueField(
    () => ID,
    'The subscription whose resource for users is used up; absent, the panel chooses one.',
  )
  subscriptionId?: string | null;

  @ValueField(() => Boolean, 'Whether the panel judges the password’s strength.')
  checkQuality?: boolean | null;
}

@InputType('AccountMemberInput', { description: 'Names the member that a change is about.' })
export class AccountMemberInput extends AccountInput {
  @Field(() => String, { description: 'Login of a member of this account.' })
  login!: string;
}

@InputType('UpdateAccountMemberInput', {
  description:
    'Another contact, another password, or both, of a person who may log in. POA has no call that reads a member’s contact, so `contact` replaces all of it.',
})
export class UpdateAccountMemberInput extends AccountMemberInput {
  @ValueField(() => ContactInput, 'The whole contact.')
  contact?: ContactInput | null;

  @ValueField(() => String, 'The new password.')
  @Secret()
  password?: string | null;

  @ValueField(() => Boolean, 'Whether the panel judges the password’s strength.')
  checkQuality?: boolean | null;
}
