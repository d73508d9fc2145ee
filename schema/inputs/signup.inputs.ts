import { Field, InputType, Int } from 'type-graphql';
import { PaymentTypeEnum, SignupModeEnum } from '../enums/account-write.enums.js';
import { Secret, ValueField } from '../fields.js';
import { ContactInput } from './contact.inputs.js';
import { NameValueInput } from './name-value.input.js';

@InputType('SignupPaymentInput', {
  description: 'How an H-Sphere account pays. All members but `type` are for credit cards.',
})
export class SignupPaymentInput {
  @Field(() => PaymentTypeEnum, { description: 'The way of paying.' })
  type!: string;

  @ValueField(() => String, 'Brand of the card, in the panel’s own word.')
  cardType?: string | null;

  @ValueField(() => String, 'Number of the card. It is in no answer, no log and no record.')
  @Secret()
  number?: string | null;

  @ValueField(() => String, 'Name on the card.')
  name?: string | null;

  @ValueField(() => String, 'Day on which the card expires.')
  expiryDay?: string | null;

  @ValueField(() => String, 'Month in which the card expires.')
  expiryMonth?: string | null;

  @ValueField(() => String, 'Year in which the card expires.')
  expiryYear?: string | null;

  @ValueField(() => String, 'Day from which the card is valid, on some cards.')
  startDay?: string | null;

  @ValueField(() => String, 'Month from which the card is valid, on some cards.')
  startMonth?: string | null;

  @ValueField(() => String, 'Year from which the card is valid, on some cards.')
  startYear?: string | null;

  @ValueField(() => String, 'Issue number, on some cards.')
  issueNumber?: string | null;
}

@InputType('SignupInput', {
  description: 'What an H-Sphere sign-up needs beside login, password and contact.',
})
export class SignupInput {
  @Field(() => Int, { description: 'Plan.' })
  planId!: number;

  @Field(() => Int, { description: 'Billing period: its index among those of the plan, from 0.' })
  periodId!: number;

  @ValueField(() => String, 'Description of the account.')
  description?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether the panel checks the user’s data.',
  })
  validateUser?: boolean | null;

  @ValueField(() => SignupModeEnum, 'What the account begins with; absent, no domain at all.')
  mode?: string | null;

  @ValueField(
    () => [NameValueInput],
    'Further parameters of the panel’s sign-up form, such as `domain_name` and `type_domain`. The one that the mode EMPTY cannot do without is added.',
  )
  otherParams?: NameValueInput[] | null;

  @ValueField(() => ContactInput, 'Whom bills go to; absent, there is no billing.')
  billing?: ContactInput | null;

  @ValueField(() => SignupPaymentInput, 'How the account pays; absent, there is no billing.')
  payment?: SignupPaymentInput | null;

  @ValueField(() => ContactInput, 'In mode OPENSRS: whom the domain is registered for, if not for the user.')
  registrant?: ContactInput | null;

  @ValueField(() => ContactInput, 'In mode OPENSRS: whom the registration is billed to.')
  registrantBilling?: ContactInput | null;
}
