import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { AccountType } from '../schema/account.type.js';
import { Cost, LISTED_MAILBOX, WEBSPACES_OF_A_SUBSCRIPTION } from '../schema/cost.js';
import { DomainConnection } from '../schema/domain.type.js';
import { HostingPlanType } from '../schema/hosting-plan.type.js';
import { MailboxConnection } from '../schema/mailbox.type.js';
import { ResourceType } from '../schema/resource.type.js';
import { ServiceUserConnection } from '../schema/service-user.type.js';
import { SubscriptionType } from '../schema/subscription.type.js';
import { WebspaceType } from '../schema/webspace.type.js';
import type { GatewayContext } from '../src/context.js';
import type { Subscription } from '../src/model/index.js';
import { checkPage, toConnection } from './connection.js';
import { filteredConnection, idOf, showsRow } from './filtered-connection.js';
import { find, typedAddressOf } from './lookup.js';
import { PageArgs } from './page-args.js';
import { wantedOf } from './selection.js';
import { linked } from './told.js';

@Resolver(() => SubscriptionType)
export class SubscriptionResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => SubscriptionType, {
    nullable: true,
    description: 'One subscription; null when its panel knows none.',
  })
  subscription(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return find(context, typedAddressOf(context, 'Subscription', id), wantedOf(info));
  }

  @Cost({ needs: 'accountId' })
  @FieldResolver(() => AccountType, { nullable: true, description: 'The account that subscribed.' })
  account(@Root() subscription: Subscription, @Ctx() context: GatewayContext) {
    return linked(context, 'Subscription', subscription, 'accountId', 'Account');
  }

  @Access('parent')
  @Cost({ needs: 'planId' })
  @FieldResolver(() => HostingPlanType, { nullable: true, description: 'The plan it was cut from.' })
  plan(@Root() subscription: Subscription, @Ctx() context: GatewayContext) {
    return linked(context, 'Subscription', subscription, 'planId', 'HostingPlan');
  }

  @Access('parent')
  @Cost({ needs: 'resources' })
  @FieldResolver(() => [ResourceType], {
    nullable: true,
    description:
      'Limits and usage. They cost the panel work, so it is asked for them only when they are selected.',
  })
  resources(@Root() subscription: Subscription, @Ctx() context: GatewayContext) {
    if (subscription.resources !== undefined) return subscription.resources;
    return context.panel(subscription.backend).subscriptionResources?.(subscription) ?? null;
  }

  @Access('filtered')
  @Cost({ own: 1, tells: ['details', 'registrarLock', 'autoRenew'] })
  @FieldResolver(() => DomainConnection, { nullable: true, description: 'Domains that it hosts.' })
  domains(
    @Root() subscription: Subscription,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    // Bound to its services can be domains of other accounts.
    return filteredConnection(context, checkPage(args), {
      read: () => context.panel(subscription.backend).subscriptionDomains?.(subscription),
      keyOf: idOf,
      shows: showsRow(context, 'Domain'),
    });
  }

  @Access('parent')
  @Cost({ own: 1, tells: LISTED_MAILBOX })
  @FieldResolver(() => MailboxConnection, { nullable: true, description: 'Mailboxes that it pays for.' })
  async mailboxes(
    @Root() subscription: Subscription,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    const listing = await context.panel(subscription.backend).subscriptionMailboxes?.(subscription);
    return toConnection(listing, page, context, idOf);
  }

  @Access('parent')
  @Cost({ own: 1, tells: ['login', 'displayName', 'subscriptionId'] })
  @FieldResolver(() => ServiceUserConnection, { nullable: true, description: 'People who use its services.' })
  async serviceUsers(
    @Root() subscription: Subscription,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    const listing = await context.panel(subscription.backend).subscriptionServiceUsers?.(subscription);
    return toConnection(listing, page, context, idOf);
  }

  @Access('parent')
  @Cost({ own: 1, entries: WEBSPACES_OF_A_SUBSCRIPTION })
  @FieldResolver(() => [WebspaceType], {
    nullable: true,
    description: 'Where the files of its web sites lie.',
  })
  webspaces(@Root() subscription: Subscription, @Ctx() context: GatewayContext) {
    return context.panel(subscription.backend).subscriptionWebspaces?.(subscription) ?? null;
  }
}
