import { Field, ID, InputType, Int } from 'type-graphql';
import { BillingPeriodEnum, EmailQuantityUnitEnum } from '../enums/email-purchase.enums.js';
import { ValueField } from '../fields.js';
import { WriteInput } from './write.input.js';

@InputType('PurchaseEmailBundleInput', {
  description: 'Mailboxes that are bought for a domain. `idempotencyKey` is required.',
})
export class PurchaseEmailBundleInput extends WriteInput {
  @Field(() => String, { description: 'The registrar’s name in the gateway’s configuration.' })
  backend!: string;

  @Field(() => String, { description: 'Name of the domain; the registrar’s account must hold it.' })
  domain!: string;

  @Field(() => Int, { description: 'How many, 1 to 999, in `quantityUnit`.' })
  quantity!: number;

  @Field(() => EmailQuantityUnitEnum, {
    nullable: true,
    defaultValue: 'BOXES',
    description: 'What `quantity` counts.',
  })
  quantityUnit?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: 'Storage of each mailbox in GiB: 1, 10, 25 or 50, as far as the registrar sells them.',
  })
  capacityGiB?: number | null;

  @Field(() => BillingPeriodEnum, {
    nullable: true,
    defaultValue: 'YEAR',
    description: 'For how long is paid. The bundle renews itself afterwards, unless that is turned off.',
  })
  billingPeriod?: string | null;

  @ValueField(() => String, 'IPv4 or IPv6 address of the end user, which some registrar accounts must state.')
  endUserIp?: string | null;
}

@InputType('EmailBundleInput', { description: 'Names the email bundle that a change is about.' })
export class EmailBundleInput extends WriteInput {
  @Field(() => ID, { description: 'The bundle.' })
  emailBundleId!: string;
}

@InputType('RenewEmailBundleInput', {
  description: 'For how long an email bundle is prolonged. `idempotencyKey` is required.',
})
export class RenewEmailBundleInput extends EmailBundleInput {
  @Field(() => Int, { description: 'Years, 1 or more.' })
  years!: number;
}

@InputType('SetEmailBundleAutoRenewInput', { description: 'Whether an email bundle is renewed by itself.' })
export class SetEmailBundleAutoRenewInput extends EmailBundleInput {
  @Field(() => Boolean, { description: 'Whether it is.' })
  autoRenew!: boolean;
}
