import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AccountType } from '../schema/account.type.js';
import {
  AddBillingPeriodDebitInput,
  AddCreditInput,
  AddMonthlyDebitInput,
  AddOneTimeDebitInput,
} from '../schema/inputs/billing.inputs.js';
import { payloadOf } from '../schema/payload.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const account = { account: [() => AccountType, 'The account.'] } as const;

const AddCreditPayload = payloadOf('addCredit', account);
const AddOneTimeDebitPayload = payloadOf('addOneTimeDebit', account);
const AddMonthlyDebitPayload = payloadOf('addMonthlyDebit', account);
const AddBillingPeriodDebitPayload = payloadOf('addBillingPeriodDebit', account);

const MONEY = { ids: { accountId: 'Account' }, money: true } as const;
const NOT_READ_BACK =
  'No panel reads it back: when its answer is lost, whoever runs the gateway has to say what came of it. H-Sphere.';

/** Each needs an idempotency key: without one, nobody could repeat it safely. */
@Resolver()
export class BillingMutations {
  @Mutation(() => AddCreditPayload, {
    nullable: true,
    description: `Credits an account. ${NOT_READ_BACK}`,
  })
  addCredit(@Arg('input', () => AddCreditInput) input: AddCreditInput, @Ctx() context: GatewayContext) {
    return write(context, 'addCredit', { ...input }, MONEY);
  }

  @Mutation(() => AddOneTimeDebitPayload, {
    nullable: true,
    description: `Debits an account once. ${NOT_READ_BACK}`,
  })
  addOneTimeDebit(
    @Arg('input', () => AddOneTimeDebitInput) input: AddOneTimeDebitInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'addOneTimeDebit', { ...input }, MONEY);
  }

  @Mutation(() => AddMonthlyDebitPayload, {
    nullable: true,
    description: `Debits an account every so many months. ${NOT_READ_BACK}`,
  })
  addMonthlyDebit(
    @Arg('input', () => AddMonthlyDebitInput) input: AddMonthlyDebitInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'addMonthlyDebit', { ...input }, MONEY);
  }

  @Mutation(() => AddBillingPeriodDebitPayload, {
    nullable: true,
    description: `Debits an account at the start of each of its billing periods. ${NOT_READ_BACK}`,
  })
  addBillingPeriodDebit(
    @Arg('input', () => AddBillingPeriodDebitInput) input: AddBillingPeriodDebitInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'addBillingPeriodDebit', { ...input }, MONEY);
  }
}
