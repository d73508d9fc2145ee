import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { AccountType } from '../schema/account.type.js';
import { BUNDLES_OF_A_DOMAIN, Cost, NAMED_DOMAIN } from '../schema/cost.js';
import { DomainConnection, DomainType } from '../schema/domain.type.js';
import { EmailBundleType } from '../schema/email-bundle.type.js';
import { MailboxConnection } from '../schema/mailbox.type.js';
import { EmailAddressScalar } from '../schema/scalars/email-address.scalar.js';
import { SubscriptionType } from '../schema/subscription.type.js';
import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import { canonicalDomainName, type Domain, type Panel } from '../src/model/index.js';
import { checkPage, toConnection } from './connection.js';
import { askEveryBackend } from './every-backend.js';
import { filteredConnection, idOf, showsRow } from './filtered-connection.js';
import { backendOf, find, typedAddressOf } from './lookup.js';
import { PageArgs } from './page-args.js';
import { wantedOf } from './selection.js';
import { mentioned } from './told.js';

@Resolver(() => DomainType)
export class DomainResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => DomainType, { nullable: true, description: 'One domain; null when its panel knows none.' })
  domain(@Arg('id', () => ID) id: string, @Ctx() context: GatewayContext, @Info() info: GraphQLResolveInfo) {
    return find(context, typedAddressOf(context, 'Domain', id), wantedOf(info));
  }

  @Access('owner')
  @Cost({ own: 1, everyBackend: 'domainByName', tells: NAMED_DOMAIN })
  @Query(() => [DomainType], {
    nullable: 'itemsAndList',
    description:
      'A name on every backend that knows it, one entry each; null with an error where a backend failed.',
  })
  domainsByName(@Arg('name', () => String) name: string, @Ctx() context: GatewayContext) {
    const canonical = checkDomainName(name, ['name']);
    return askEveryBackend(context, aboutDomain('domainByName', canonical), (panel) =>
      panel.domainByName?.(canonical),
    );
  }

  @Access('filtered')
  @Cost({ own: 2, tells: ['nativeId', 'expiresOn', 'accountId', 'subscriptionId'] })
  @Query(() => DomainConnection, {
    nullable: true,
    description: 'All domains of a backend. eNom alone can list them.',
  })
  domains(
    @Arg('backend', () => String) backend: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const { name } = backendOf(context, backend);
    return filteredConnection(context, checkPage(args), {
      read: (rows) => context.panel(name).domains?.(rows),
      keyOf: idOf,
      shows: showsRow(context, 'Domain'),
    });
  }

  @Cost({ own: 1, unlessTold: 'accountId' })
  @FieldResolver(() => AccountType, { nullable: true, description: 'The account that owns it.' })
  account(@Root() domain: Domain, @Ctx() context: GatewayContext) {
    if (domain.accountId !== undefined) return mentioned(domain.backend, 'Account', domain.accountId);
    return context.panel(domain.backend).domainAccount?.(domain) ?? null;
  }

  @Cost({ own: 1, unlessTold: 'subscriptionId' })
  @FieldResolver(() => SubscriptionType, {
    nullable: true,
    description: 'The subscription that hosts its zone.',
  })
  subscription(@Root() domain: Domain, @Ctx() context: GatewayContext) {
    if (domain.subscriptionId !== undefined)
      return mentioned(domain.backend, 'Subscription', domain.subscriptionId);
    return context.panel(domain.backend).domainSubscription?.(domain) ?? null;
  }

  @Access('parent')
  @Cost({ own: 1, unlessTold: 'registrarLock' })
  @FieldResolver(() => Boolean, { nullable: true })
  registrarLock(@Root() domain: Domain, @Ctx() context: GatewayContext) {
    if (domain.registrarLock !== undefined) return domain.registrarLock;
    return context.panel(domain.backend).domainRegistrarLock?.(domain) ?? null;
  }

  @Access('parent')
  @Cost({ own: 1, unlessTold: 'autoRenew' })
  @FieldResolver(() => Boolean, { nullable: true })
  autoRenew(@Root() domain: Domain, @Ctx() context: GatewayContext) {
    if (domain.autoRenew !== undefined) return domain.autoRenew;
    return context.panel(domain.backend).domainAutoRenew?.(domain) ?? null;
  }

  @Access('parent')
  @Cost({ own: 2 })
  @FieldResolver(() => [String], { nullable: true, description: 'Host names of its DNS servers.' })
  nameServers(@Root() domain: Domain, @Ctx() context: GatewayContext) {
    return context.panel(domain.backend).domainNameServers?.(domain) ?? null;
  }

  @Access('parent')
  @Cost({ own: 1, tells: ['details', 'subscriptionId'] })
  @FieldResolver(() => MailboxConnection, {
    nullable: true,
    description: 'Mailboxes at this name. POA lists mailboxes by subscription only.',
  })
  async mailboxes(
    @Root() domain: Domain,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GatewayContext,
  ) {
    const page = checkPage(args);
    return toConnection(await context.panel(domain.backend).domainMailboxes?.(domain), page, context, idOf);
  }

  @Cost({ own: 10, everyBackend: 'emailBundles', entries: BUNDLES_OF_A_DOMAIN, tells: ['details'] })
  @FieldResolver(() => [EmailBundleType], {
    nullable: 'itemsAndList',
    description: 'Mailboxes bought for this name at any eNom backend, wherever the domain itself is hosted.',
  })
  emailBundles(@Root() { name }: Domain, @Ctx() context: GatewayContext) {
    return askEveryBackend(context, aboutDomain('emailBundles', name), (panel) => panel.emailBundles?.(name));
  }

  @Access('parent')
  @Cost({ own: 1 })
  @FieldResolver(() => EmailAddressScalar, {
    nullable: true,
    description: 'eNom: where mail to addresses that do not exist goes.',
  })
  catchAll(@Root() domain: Domain, @Ctx() context: GatewayContext) {
    return context.panel(domain.backend).domainCatchAll?.(domain) ?? null;
  }

  @Cost({ own: 1, everyBackend: 'domainByName', tells: NAMED_DOMAIN })
  @FieldResolver(() => [DomainType], {
    nullable: 'itemsAndList',
    description: 'The same name on the other backends, one entry for each that knows it.',
  })
  counterparts(@Root() domain: Domain, @Ctx() context: GatewayContext) {
    const question = { ...aboutDomain('domainByName', domain.name), except: domain.backend };
    return askEveryBackend(context, question, (panel) => panel.domainByName?.(domain.name));
  }
}

/** A question to every backend about a name of a domain. */
export const aboutDomain = (member: keyof Panel, name: string) => ({
  member,
  about: { type: 'Domain', nativeId: name } as const,
});

/** @throws {@link BadUserInputError} on what is no domain name */
export function checkDomainName(name: string, field: readonly string[]): string {
  const canonical = canonicalDomainName(name);
  if (canonical === null) throw new BadUserInputError(`${field.join('.')} must be a domain name`, field);
  return canonical;
}
