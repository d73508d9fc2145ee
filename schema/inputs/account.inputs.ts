import { Field, ID, InputType } from 'type-graphql';
import { AccountKindEnum, AccountStatusEnum } from '../enums/account.enums.js';
import { Secret, ValueField } from '../fields.js';
import { ContactInput } from './contact.inputs.js';
import { SignupInput } from './signup.inputs.js';
import { WriteInput } from './write.input.js';

@InputType('LocaleInput', { description: 'Language and country of an account.' })
export class LocaleInput {
  @Field(() => String, { description: 'Language, two letters.' })
  language!: string;

  @Field(() => String, { description: 'Country as ISO 3166-1 alpha-2.' })
  country!: string;

  @ValueField(() => String, 'Variant of the language.')
  variant?: string | null;
}

@InputType('ExternalInfoInput', { description: 'Where an external system keeps the data of an account.' })
export class ExternalInfoInput {
  @Field(() => String, { description: 'The external system, by the name under which the panel knows it.' })
  systemId!: string;

  @Field(() => String, { description: 'The account in that system.' })
  externalAccountId!: string;
}

@InputType('CreateAccountInput', {
  description:
    'A new account. Which members a panel takes is said with each; one that it does not take is refused when it is given.',
})
export class CreateAccountInput extends WriteInput {
  @Field(() => String, { description: 'The backend to create it on.' })
  backend!: string;

  @Field(() => AccountKindEnum, {
    nullable: true,
    defaultValue: 'CUSTOMER',
    description: 'What it is for. POA: RESELLER or CUSTOMER; H-Sphere: CUSTOMER.',
  })
  kind?: string | null;

  @ValueField(
    () => String,
    'Login. POA: of the account’s first member. H-Sphere: 4 to 20 letters and digits. Every panel needs one.',
  )
  login?: string | null;

  @ValueField(
    () => String,
    'Password. H-Sphere: 5 to 12 characters. POA needs none where the login is kept by an external system.',
  )
  @Secret()
  password?: string | null;

  @ValueField(() => ContactInput, 'Whom the account belongs to.')
  contact?: ContactInput | null;

  @ValueField(() => ContactInput, 'POA: the first member; absent, the person of `contact`.')
  memberContact?: ContactInput | null;

  @ValueField(
    () => ID,
    'The account above it. POA: absent, the provider. MSPC: absent, the gateway’s own user.',
  )
  parentId?: string | null;

  @ValueField(() => String, 'POA: the number that the account gets; absent, the panel chooses one.')
  nativeId?: string | null;

  @ValueField(() => String, 'POA: the number that the first member gets.')
  memberNativeId?: string | null;

  @ValueField(() => ID, 'POA: the subscription of the owner whose resource for accounts is used up.')
  subscriptionId?: string | null;

  @ValueField(() => ID, 'POA: the subscription whose resource for users is used up.')
  memberSubscriptionId?: string | null;

  @ValueField(() => String, 'POA: the domain under whose brand the account logs in.')
  brandedDomain?: string | null;

  @ValueField(() => LocaleInput, 'POA: language and country.')
  locale?: LocaleInput | null;

  @ValueField(() => ExternalInfoInput, 'POA: instead of `contact`, where an external system keeps the data.')
  externalInfo?: ExternalInfoInput | null;

  @ValueField(() => Boolean, 'POA: whether the panel judges the password’s strength.')
  checkQuality?: boolean | null;

  @Field(() => AccountStatusEnum, {
    nullable: true,
    defaultValue: 'ACTIVE',
    description: 'MSPC: the state that it begins in.',
  })
  status?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'MSPC: for trying things out; it can change nothing.',
  })
  demo?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'MSPC: acts for the account above it, with its rights.',
  })
  peer?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'MSPC: the panel mails its account summary to the new user.',
  })
  sendLetter?: boolean | null;

  @ValueField(() => String, 'MSPC: comments.')
  comments?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'MSPC: mail to the user is HTML.',
  })
  htmlMail?: boolean | null;

  @ValueField(
    () => SignupInput,
    'H-Sphere, where it is required: a sign-up, which can cost money, so that it needs an `idempotencyKey`.',
  )
  hsphere?: SignupInput | null;
}

@InputType('AccountInput', { description: 'Names the account that a change is about.' })
export class AccountInput extends WriteInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;
}

@InputType('UpdateAccountContactInput', { description: 'Another contact of an account.' })
export class UpdateAccountContactInput extends AccountInput {
  @Field(() => ContactInput, {
    description: 'What changes. The gateway reads the rest and sends it along, so that nothing gets lost.',
  })
  contact!: ContactInput;
}

@InputType('UpdateAccountInput', {
  description: 'Other properties of an account; what is left out stays as it is.',
})
export class UpdateAccountInput extends AccountInput {
  @ValueField(() => AccountKindEnum, 'What it is for.')
  kind?: string | null;

  @ValueField(() => String, 'Comments.')
  comments?: string | null;

  @ValueField(() => Boolean, 'Whether mail to the user is HTML.')
  htmlMail?: boolean | null;

  @ValueField(() => Boolean, 'Whether it is for trying things out.')
  demo?: boolean | null;

  @ValueField(() => Boolean, 'Whether it acts for the account above it.')
  peer?: boolean | null;
}

@InputType('ChangeAccountStatusInput', { description: 'Another state of an account.' })
export class ChangeAccountStatusInput extends AccountInput {
  @Field(() => AccountStatusEnum, { description: 'The new state.' })
  status!: string;
}

@InputType('SuspendAccountInput', { description: 'Why an account is stopped.' })
export class SuspendAccountInput extends AccountInput {
  @ValueField(() => String, 'H-Sphere: the reason, which the panel keeps.')
  reason?: string | null;
}
