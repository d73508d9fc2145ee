import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { EmailBundleType } from '../schema/email-bundle.type.js';
import {
  EmailBundleInput,
  PurchaseEmailBundleInput,
  RenewEmailBundleInput,
  SetEmailBundleAutoRenewInput,
} from '../schema/inputs/email-bundle.inputs.js';
import { payloadOf } from '../schema/payload.js';
import { DecimalScalar } from '../schema/scalars/decimal.scalar.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const emailBundle = { emailBundle: [() => EmailBundleType, 'The bundle, as it is now.'] } as const;
const deleted = { deletedId: [() => ID, 'Id of what is no more.'] } as const;
const order = {
  orderId: [
    () => String,
    'The registrar’s number of the order; null where its answer was lost and the purchase was found out by reading.',
  ],
  orderAmount: [
    () => DecimalScalar,
    'What it costs, in the currency of the registrar’s account; null likewise.',
  ],
} as const;

const ONE = { ids: { emailBundleId: 'EmailBundle' } } as const;

const PurchaseEmailBundlePayload = payloadOf('purchaseEmailBundle', { ...emailBundle, ...order });
const RenewEmailBundlePayload = payloadOf('renewEmailBundle', emailBundle);
const DeleteEmailBundlePayload = payloadOf('deleteEmailBundle', deleted);
const SetEmailBundleAutoRenewPayload = payloadOf('setEmailBundleAutoRenew', emailBundle);

@Resolver()
export class EmailBundleMutations {
  @Mutation(() => PurchaseEmailBundlePayload, {
    nullable: true,
    description: 'Buys mailboxes for a domain. Money moves. eNom.',
  })
  purchaseEmailBundle(
    @Arg('input', () => PurchaseEmailBundleInput) input: PurchaseEmailBundleInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(
      context,
      'purchaseEmailBundle',
      { ...input },
      { ids: {}, names: { domain: 'domain' }, money: true },
    );
  }

  @Mutation(() => RenewEmailBundlePayload, {
    nullable: true,
    description: 'Prolongs an email bundle. Money moves. eNom.',
  })
  renewEmailBundle(
    @Arg('input', () => RenewEmailBundleInput) input: RenewEmailBundleInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'renewEmailBundle', { ...input }, { ...ONE, money: true });
  }

  @Mutation(() => DeleteEmailBundlePayload, {
    nullable: true,
    description: 'Removes an email bundle without mailboxes in it. Nothing is paid back. eNom.',
  })
  deleteEmailBundle(
    @Arg('input', () => EmailBundleInput) input: EmailBundleInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'deleteEmailBundle', { ...input }, ONE);
  }

  @Mutation(() => SetEmailBundleAutoRenewPayload, {
    nullable: true,
    description: 'Sets whether an email bundle is renewed, and paid for, by itself. eNom.',
  })
  setEmailBundleAutoRenew(
    @Arg('input', () => SetEmailBundleAutoRenewInput) input: SetEmailBundleAutoRenewInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'setEmailBundleAutoRenew', { ...input }, ONE);
  }
}
