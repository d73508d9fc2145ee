import { Field, ID, InputType, Int } from 'type-graphql';
import { ValueField } from '../fields.js';
import { BigIntScalar } from '../scalars/big-int.scalar.js';
import { DecimalScalar } from '../scalars/decimal.scalar.js';
import { WriteInput } from './write.input.js';

@InputType('PlanGroupInput', {
  description: 'A service that a plan has. Listed is on; to turn one off, leave it out.',
})
export class PlanGroupInput {
  @Field(() => Int, { description: 'The panel’s number of the service: 1 OS, 2 Web, 4 Mail …' })
  groupId!: number;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether its disk space counts.',
  })
  calculateDiskSpace?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether its traffic counts.' })
  calculateBandwidth?: boolean | null;
}

@InputType('PlanQuotaInput', {
  description: 'A limit that a plan sets: exactly one of `value` and `unlimited`.',
})
export class PlanQuotaInput {
  @Field(() => Int, { description: 'The panel’s number of the quota.' })
  quotaId!: number;

  @ValueField(() => BigIntScalar, 'What is allowed; 1 or 0 for what is on or off.')
  value?: bigint | null;

  @ValueField(() => Boolean, 'True: no limit.')
  unlimited?: boolean | null;
}

@InputType('RecurrenceInput', { description: 'How often a price is due.' })
export class RecurrenceInput {
  @Field(() => Int, { description: 'Unit of the period, by the panel’s own number.' })
  unit!: number;

  @Field(() => Int, { description: 'So many units.' })
  length!: number;
}

/** What a new plan and a change of one share. */
@InputType()
abstract class PlanTermsInput extends WriteInput {
  @ValueField(() => String, 'What it offers.')
  description?: string | null;

  @ValueField(() => ID, 'The package whose space it sells.')
  packageId?: string | null;

  @ValueField(
    () => Int,
    'The server that packages live on, by the panel’s number; left out, that of the package.',
  )
  serverId?: number | null;

  @ValueField(() => DecimalScalar, 'Price of the setup, in the currency of the panel.')
  setupPrice?: string | null;

  @ValueField(() => DecimalScalar, 'Price of each period.')
  recurringPrice?: string | null;

  @ValueField(() => RecurrenceInput, 'How often that is due.')
  recurrence?: RecurrenceInput | null;
}

@InputType('CreateHostingPlanInput', {
  description: 'A new plan. It needs `packageId` or `serverId`, unless it is an addon plan.',
})
export class CreateHostingPlanInput extends PlanTermsInput {
  @Field(() => ID, { description: 'The account that sells it.' })
  accountId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether it is bought on top of a package.',
  })
  addon?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether it can be bought.' })
  available?: boolean | null;

  @Field(() => [PlanGroupInput], { description: 'The services that it has.' })
  groups!: PlanGroupInput[];

  @Field(() => [PlanQuotaInput], { description: 'The limits that it sets; the others are 0.' })
  quotas!: PlanQuotaInput[];
}

@InputType('HostingPlanInput', { description: 'Names the plan that a change is about.' })
export class HostingPlanInput extends WriteInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;
}

@InputType('UpdateHostingPlanInput', { description: 'Other terms of a plan; what is left out is kept.' })
export class UpdateHostingPlanInput extends PlanTermsInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @ValueField(() => String, 'Its name.')
  name?: string | null;

  @ValueField(() => Boolean, 'Whether it can be bought.')
  available?: boolean | null;

  @ValueField(() => [PlanGroupInput], 'All services that it is to have.')
  groups?: PlanGroupInput[] | null;

  @ValueField(() => [PlanQuotaInput], 'The limits that change.')
  quotas?: PlanQuotaInput[] | null;
}
