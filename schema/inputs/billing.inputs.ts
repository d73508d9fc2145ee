import { Field, InputType, Int } from 'type-graphql';
import { DebitStartEnum } from '../enums/billing.enums.js';
import { ValueField } from '../fields.js';
import { DecimalScalar } from '../scalars/decimal.scalar.js';
import { AccountInput } from './account.inputs.js';

/** What debits and credits share. */
@InputType()
abstract class BookingInput extends AccountInput {
  @Field(() => DecimalScalar, {
    description:
      'Amount in the currency of the panel: more than 0, and of at most 15 significant digits, since the panel keeps it as a double.',
  })
  amount!: string;

  @Field(() => String, { description: 'What it is for, as the customer reads it.' })
  description!: string;
}

@InputType('AddCreditInput', { description: 'Money that an account gets.' })
export class AddCreditInput extends BookingInput {
  @ValueField(() => String, 'Comment.')
  text?: string | null;

  @ValueField(
    () => String,
    'An identifier of the caller’s own, which the panel keeps. It does not prevent a second credit; `idempotencyKey` does.',
  )
  referenceId?: string | null;
}

@InputType('AddOneTimeDebitInput', { description: 'Money that an account is charged once.' })
export class AddOneTimeDebitInput extends BookingInput {
  @ValueField(() => String, 'Printed on the invoice, in italics.')
  note?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the panel mails an invoice.',
  })
  sendInvoice?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the panel adds taxes.',
  })
  includeTaxes?: boolean | null;
}

@InputType('AddMonthlyDebitInput', {
  description: 'Money that an account is charged every so many months, whatever its billing period.',
})
export class AddMonthlyDebitInput extends BookingInput {
  @ValueField(() => Int, 'For how many months, at least 1. Required unless `infinite`.')
  durationMonths?: number | null;

  @Field(() => Int, {
    description: 'Once in so many months, at least 1: 24 months with a charge every 3 months are 8 charges.',
  })
  frequencyMonths!: number;

  @ValueField(() => String, 'Printed on the invoice, in italics.')
  note?: string | null;

  @ValueField(() => String, 'For administrators of the panel only.')
  adminNote?: string | null;

  @Field(() => DebitStartEnum, { description: 'When it is charged.' })
  startOn!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether it never ends.' })
  infinite?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the panel mails invoices.',
  })
  sendInvoice?: boolean | null;
}

@InputType('AddBillingPeriodDebitInput', {
  description: 'Money that an account is charged at the start of each of its billing periods.',
})
export class AddBillingPeriodDebitInput extends BookingInput {
  @ValueField(() => String, 'Printed on the invoice, in italics.')
  note?: string | null;

  @ValueField(() => String, 'For administrators of the panel only.')
  adminNote?: string | null;
}
