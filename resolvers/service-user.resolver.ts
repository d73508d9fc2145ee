import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { Cost } from '../schema/cost.js';
import { MailboxType } from '../schema/mailbox.type.js';
import { ServiceUserType } from '../schema/service-user.type.js';
import { SubscriptionType } from '../schema/subscription.type.js';
import type { GatewayContext } from '../src/context.js';
import type { ServiceUser } from '../src/model/index.js';
import { checkText } from './check-text.js';
import { backendOf } from './lookup.js';
import { linked } from './told.js';

@Resolver(() => ServiceUserType)
export class ServiceUserResolver {
  @Access('owner')
  @Cost({ own: 1 })
  @Query(() => ServiceUserType, {
    nullable: true,
    description: 'The service user who logs in by this name, on POA.',
  })
  serviceUserByLogin(
    @Arg('backend', () => String) backend: string,
    @Arg('login', () => String) login: string,
    @Ctx() context: GatewayContext,
  ) {
    const { name } = backendOf(context, backend);
    return context.panel(name).serviceUserByLogin?.(checkText(login, ['login'])) ?? null;
  }

  @Cost({ needs: 'subscriptionId' })
  @FieldResolver(() => SubscriptionType, {
    nullable: true,
    description: 'The subscription whose services it uses.',
  })
  subscription(@Root() user: ServiceUser, @Ctx() context: GatewayContext) {
    return linked(context, 'ServiceUser', user, 'subscriptionId', 'Subscription');
  }

  @Cost({ own: 1 })
  @FieldResolver(() => MailboxType, { nullable: true, description: 'Its Exchange mailbox, if it has one.' })
  mailbox(@Root() user: ServiceUser, @Ctx() context: GatewayContext) {
    return context.panel(user.backend).serviceUserMailbox?.(user) ?? null;
  }
}
