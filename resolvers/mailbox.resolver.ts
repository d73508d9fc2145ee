import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { Cost, NAMED_DOMAIN } from '../schema/cost.js';
import { DomainType } from '../schema/domain.type.js';
import { EmailBundleType } from '../schema/email-bundle.type.js';
import { MailboxType } from '../schema/mailbox.type.js';
import { MailForwardingType } from '../schema/mailbox-parts.type.js';
import { MailboxStoreType } from '../schema/mailbox-store.type.js';
import { EmailAddressScalar } from '../schema/scalars/email-address.scalar.js';
import { ServiceUserType } from '../schema/service-user.type.js';
import { SubscriptionType } from '../schema/subscription.type.js';
import type { GatewayContext } from '../src/context.js';
import { canonicalEmailAddress, type Mailbox } from '../src/model/index.js';
import { askEveryBackend } from './every-backend.js';
import { backendOf, find, typedAddressOf } from './lookup.js';
import { wantedOf } from './selection.js';
import { linked, mentioned, told } from './told.js';

@Resolver(() => MailboxType)
export class MailboxResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => MailboxType, { nullable: true, description: 'One mailbox; null when its panel knows none.' })
  mailbox(@Arg('id', () => ID) id: string, @Ctx() context: GatewayContext, @Info() info: GraphQLResolveInfo) {
    return find(context, typedAddressOf(context, 'Mailbox', id), wantedOf(info));
  }

  @Access('owner')
  @Cost({ own: 1, everyBackend: 'mailboxByAddress' })
  @Query(() => [MailboxType], {
    nullable: 'itemsAndList',
    description:
      'An address on every backend that knows it, one entry each; null with an error where one failed.',
  })
  mailboxesByAddress(
    @Arg('address', () => EmailAddressScalar) address: string,
    @Ctx() context: GatewayContext,
  ) {
    const question = { member: 'mailboxByAddress', about: { type: 'Mailbox', nativeId: address } } as const;
    return askEveryBackend(context, question, (panel) => panel.mailboxByAddress?.(address));
  }

  @Access('unscoped')
  @Cost({ own: 1, tells: ['details'] })
  @Query(() => [MailboxStoreType], {
    nullable: true,
    description: 'Databases of the Exchange servers in which mailboxes lie, on POA.',
  })
  mailboxStores(@Arg('backend', () => String) backend: string, @Ctx() context: GatewayContext) {
    return context.panel(backendOf(context, backend).name).mailboxStores?.() ?? null;
  }

  @Access('parent')
  @Cost({ own: 1 })
  @FieldResolver(() => [EmailAddressScalar], {
    nullable: true,
    description: 'Addresses besides the primary one.',
  })
  otherAddresses(@Root() mailbox: Mailbox, @Ctx() context: GatewayContext) {
    return context.panel(mailbox.backend).mailboxOtherAddresses?.(mailbox) ?? null;
  }

  @Access('parent')
  @Cost({ own: 10 })
  @FieldResolver(() => MailForwardingType, {
    nullable: true,
    description:
      'Where its mail goes on to, at eNom. POA can set a forwarding, and has no call that reads it.',
  })
  forwarding(@Root() mailbox: Mailbox, @Ctx() context: GatewayContext) {
    return context.panel(mailbox.backend).mailboxForwarding?.(mailbox) ?? null;
  }

  @Cost({ own: 1, unlessTold: 'subscriptionId', needs: 'serviceUserId' })
  @FieldResolver(() => SubscriptionType, {
    nullable: true,
    description: 'The subscription that pays for it, on POA.',
  })
  subscription(@Root() mailbox: Mailbox, @Ctx() context: GatewayContext) {
    if (mailbox.subscriptionId !== undefined) {
      return mentioned(mailbox.backend, 'Subscription', mailbox.subscriptionId);
    }
    return context.panel(mailbox.backend).mailboxSubscription?.(mailbox) ?? null;
  }

  @Cost({ needs: 'serviceUserId' })
  @FieldResolver(() => ServiceUserType, { nullable: true, description: 'The person it belongs to, on POA.' })
  serviceUser(@Root() mailbox: Mailbox, @Ctx() context: GatewayContext) {
    return linked(context, 'Mailbox', mailbox, 'serviceUserId', 'ServiceUser');
  }

  @Cost({ own: 1, needs: 'bundleId', tells: ['details'] })
  @FieldResolver(() => EmailBundleType, {
    nullable: true,
    description: 'The bundle it was bought in, at eNom.',
  })
  async bundle(@Root() mailbox: Mailbox, @Ctx() context: GatewayContext, @Info() info: GraphQLResolveInfo) {
    const nativeId = await told(context, 'Mailbox', mailbox, 'bundleId');
    if (nativeId === null) return null;
    return find(context, { backend: mailbox.backend, type: 'EmailBundle', nativeId }, wantedOf(info));
  }

  @Cost({ own: 1, needs: 'address', tells: NAMED_DOMAIN })
  @FieldResolver(() => DomainType, {
    nullable: true,
    description: 'The domain of its address, on the same panel.',
  })
  async domain(@Root() mailbox: Mailbox, @Ctx() context: GatewayContext) {
    const address = await told(context, 'Mailbox', mailbox, 'address');
    const name = address === null ? undefined : canonicalEmailAddress(address)?.split('@').at(-1);
    return name === undefined ? null : (context.panel(mailbox.backend).domainByName?.(name) ?? null);
  }
}
